"""Fibonacci numbers modulo m at many positions."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Fibonacci remainders",
    statement="Let $F_0 = 0$, $F_1 = 1$ and $F_i = F_{i-1} + F_{i-2}$. For each index $x$ in the list $a$ find the remainder of $F_x$ when divided by $m$.",
    inputs=(Ints("a", 0, 10000), Int("m", 1, 10**9)),
    output=Ints("remainders"),
    output_text="the remainder for each index, in order",
    tags=("number theory", "recurrences"),
    difficulty=1300,
    sizes=(4, 12, 40),
)


def generate(rng, size):
    top = min(10000, rng.choice([100, 120, 150]) * size if size > 5 else 20)
    a = [rng.randint(top // 3, top) if rng.random() < 0.85 else rng.randint(0, 3) for _ in range(size)]
    m = rng.choice([1, 2, 10, 1000, 10**9, rng.randint(1, 10**9)])
    return a, m


def list_for_each_index(a, m):
    ans = []
    for x in a:
        fib = [0, 1]
        while len(fib) <= x:
            fib.append(fib[-1] + fib[-2])
        ans.append(fib[x] % m)
    return ans


def two_variables_each_time(positions, mod):
    output = []
    for pos in positions:
        p, q = 0, 1
        for _step in range(pos):
            p, q = q, (p + q) % mod
        output.append(p % mod)
    return output


def shared_table(idx, m):
    F = [0, 1]
    last = max(idx)
    for i in range(2, last + 1):
        F.append((F[i - 1] + F[i - 2]) % m)
    return [F[i] % m for i in idx]


def fast_doubling(a, m):
    res = []
    for n in a:
        f, g = 0, 1
        # f = F(k), g = F(k+1) for the leading bits k of n
        for shift in range(n.bit_length() - 1, -1, -1):
            f, g = f * (2 * g - f) % m, (f * f + g * g) % m
            if n >> shift & 1:
                f, g = g, (f + g) % m
        res.append(f % m)
    return res


WAYS = (list_for_each_index, two_variables_each_time, shared_table, fast_doubling)
