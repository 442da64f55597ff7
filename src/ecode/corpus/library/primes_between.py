"""Count the primes inside each of many ranges."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Primes inside ranges",
    statement="Each query is a pair $(l, r)$ with $l \\le r$. For each query in $q$ count the prime numbers $p$ with $l \\le p \\le r$.",
    inputs=(Rows("q", ("l", "r"), 1, 20000, 1),),
    output=Ints("counts"),
    output_text="the count for each query, in the order of the queries",
    tags=("number theory", "prefix sums"),
    difficulty=1200,
    sizes=(3, 12, 70),
)


def generate(rng, size):
    high = min(20000, 10 + size * rng.choice([12, 20, 30]))
    rows = []
    for _ in range(size):
        l, r = sorted((rng.randint(1, high), rng.randint(1, high)))
        if rng.random() < 0.05:
            r = l
        rows.append((l, r))
    return (rows,)


def test_each_number(q):
    answers = []
    for l, r in q:
        cnt = 0
        for x in range(l, r + 1):
            if x == 1:
                continue
            k = 2
            ok = True
            while k * k <= x:
                if x % k == 0:
                    ok = False
                    break
                k += 1
            if ok:
                cnt += 1
        answers.append(cnt)
    return answers


def scan_known_primes(queries):
    top = max(b for _, b in queries)
    primes = []
    for v in range(2, top + 1):
        if all(v % p for p in primes if p * p <= v):
            primes.append(v)
    return [sum(1 for p in primes if lo <= p <= hi) for lo, hi in queries]


def running_count(ranges):
    biggest = 0
    for pair in ranges:
        biggest = max(biggest, pair[1])
    composite = [False] * (biggest + 2)
    upTo = [0] * (biggest + 2)
    for i in range(2, biggest + 1):
        upTo[i] = upTo[i - 1]
        if not composite[i]:
            upTo[i] += 1
            for j in range(i * i, biggest + 1, i):
                composite[j] = True
    result = []
    for a, b in ranges:
        result.append(upTo[b] - upTo[a - 1])
    return result


def sieve_and_bisect(q):
    from bisect import bisect_left, bisect_right
    n = max(r for l, r in q) + 1
    s = bytearray(b"\x01") * (n + 1)
    s[0:2] = b"\x00\x00"
    for i in range(2, int(n ** 0.5) + 1):
        if s[i]:
            s[i * i::i] = bytes((n - i * i) // i + 1)
    ps = [i for i, f in enumerate(s) if f]
    return [bisect_right(ps, r) - bisect_left(ps, l) for l, r in q]


WAYS = (test_each_number, scan_known_primes, running_count, sieve_and_bisect)
