"""Count and add the numbers up to a limit that some list element divides."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Multiples of at least one",
    statement="Consider the numbers $x$ with $1 \\le x \\le n$ that are divisible by at least one number of the list $a$. The list has at most six numbers.",
    inputs=(Int("n", 1, 10**6), Ints("a", 2, 1000)),
    output=Ints("answer", shortest=2),
    output_text="two numbers: how many such $x$ there are, and their sum",
    tags=("number theory", "inclusion-exclusion"),
    difficulty=1400,
    sizes=(30, 900, 50000),
)


def generate(rng, size):
    n = min(10**6, rng.randint(max(1, size * 2 // 3), size))
    top = rng.choice([8, 15, 40])
    a = [rng.randint(2, top) for _ in range(rng.randint(1, 5) if size < 1000 else rng.randint(3, 5))]
    if rng.random() < 0.1:
        a[-1] = rng.randint(500, 1000)
    return n, a


def test_each_divisor(n, a):
    picked = []
    for x in range(1, n + 1):
        for d in a:
            if x % d == 0:
                picked.append(x)
                break
    return [len(picked), sum(picked)]


def set_of_multiples(n, a):
    seen = set()
    for d in a:
        for m in range(d, n + 1, d):
            seen.add(m)
    return [len(seen), sum(seen)]


def strike_in_slices(limit, divisors):
    from itertools import compress
    mark = bytearray(limit + 1)
    for d in set(divisors):
        if d <= limit:
            mark[d::d] = b"\x01" * (limit // d)
    chosen = list(compress(range(limit + 1), mark))
    return [len(chosen), sum(chosen)]


def signed_subsets(n, a):
    from math import gcd
    terms = {1: -1}
    # terms: common multiple -> its sign, summed over all subsets
    for d in a:
        new = dict(terms)
        for m, sign in terms.items():
            l = m * d // gcd(m, d)
            if l <= n:
                new[l] = new.get(l, 0) - sign
        terms = new
    del terms[1]
    cnt = tot = 0
    for m, sign in terms.items():
        q = n // m
        cnt += sign * q
        tot += sign * m * (q * (q + 1) // 2)
    return [cnt, tot]


WAYS = (test_each_divisor, (set_of_multiples, strike_in_slices), signed_subsets)
