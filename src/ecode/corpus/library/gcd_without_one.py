"""Greatest common divisor of all elements but one, for each position."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Common divisor of the others",
    statement="For each position $i$ of the list $a$ find the greatest common divisor of all elements except $a_i$. The list has at least two elements.",
    inputs=(Ints("a", 1, 10**6, 2),),
    output=Ints("divisors", shortest=2),
    output_text="one number for each position, in order",
    tags=("number theory", "prefix sums"),
    difficulty=1200,
    sizes=(5, 40, 360),
)


def generate(rng, size):
    n = max(2, size)
    base = rng.choice([1, 2, 6, 12, 60, 360])
    a = [base * rng.randint(1, 10**6 // base) for _ in range(n)]
    kind = rng.random()
    if kind < 0.5:
        a[rng.randrange(n)] = rng.randint(1, 10**6)
    elif kind < 0.6:
        a = [a[0]] * n
    return (a,)


def euclid_for_each(a):
    def hcf(x, y):
        while y > 0:
            x, y = y, x % y
        return x

    result = []
    for i in range(len(a)):
        g = 0
        for j in range(len(a)):
            if j != i:
                g = hcf(g, a[j])
        result.append(g)
    return result


def leave_one_out(values):
    from math import gcd
    from functools import reduce
    out = []
    for k, _ in enumerate(values):
        others = values[:k] + values[k + 1:]
        out.append(reduce(gcd, others))
    return out


def from_both_ends(arr):
    import math
    n = len(arr)
    left = [0] * (n + 1)
    right = [0] * (n + 1)
    for i in range(n):
        left[i + 1] = math.gcd(left[i], arr[i])
    for i in range(n - 1, -1, -1):
        right[i] = math.gcd(right[i + 1], arr[i])
    answer = []
    for i in range(n):
        answer.append(math.gcd(left[i], right[i + 1]))
    return answer


def accumulate_both(a):
    from itertools import accumulate
    from math import gcd
    before = accumulate(a[:-1], gcd, initial=0)
    after = list(accumulate(a[:0:-1], gcd, initial=0))
    after.reverse()
    return list(map(gcd, before, after))


WAYS = (euclid_for_each, leave_one_out, (from_both_ends, accumulate_both))
