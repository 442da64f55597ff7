"""A far term of a linear recurrence, modulo m."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Far term of a recurrence",
    statement="A sequence starts with $s_0, s_1, s_2$ and goes on with $s_i = c_0 s_{i-1} + c_1 s_{i-2} + c_2 s_{i-3}$. Its first three terms are the list $s$ and the factors are the list $c$, each of exactly three numbers. Find the remainder of $s_n$ when divided by $m$.",
    inputs=(Ints("s", 0, 1000, 3), Ints("c", 0, 1000, 3), Int("n", 0, 10**6), Int("m", 2, 10**9)),
    output=Int("term"),
    output_text="the remainder of $s_n$",
    tags=("matrices", "recurrences"),
    difficulty=1700,
    sizes=(10, 300, 16000),
)


def generate(rng, size):
    s = [rng.randint(0, rng.choice([3, 1000])) for _ in range(3)]
    c = [rng.randint(0, rng.choice([2, 1000])) for _ in range(3)]
    n = rng.randint(0, 4) if rng.random() < 0.1 and size < 1000 else rng.randint(size * 2 // 3, size)
    return s, c, min(n, 10**6), rng.choice([10, 97, 998244353, rng.randint(2, 10**9)])


def newest_in_front(s, c, n, m):
    window = s[::-1]
    for _ in range(n):
        fresh = 0
        for k in range(3):
            fresh += c[k] * window[k]
        window.insert(0, fresh % m)
        window = window[:3]
    return window[2] % m


def grow_the_list(start, factors, n, m):
    seq = list(start)
    for i in range(3, n + 1):
        seq.append(sum(f * v for f, v in zip(factors, seq[i - 1:i - 4 if i > 3 else None:-1])) % m)
    return seq[n] % m


def three_variables(s, c, n, m):
    x, y, z = s
    p, q, r = c
    for _ in range(n):
        x, y, z = y, z, (p * z + q * y + r * x) % m
    return x % m


def square_the_matrix(s, c, n, m):
    def times(A, B):
        return [[sum(a * b for a, b in zip(row, col)) % m for col in zip(*B)] for row in A]

    step = [[0, 1, 0], [0, 0, 1], [c[2], c[1], c[0]]]
    power = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    while n:
        if n % 2 == 1:
            power = times(power, step)
        step = times(step, step)
        n //= 2
    first = power[0]
    return (first[0] * s[0] + first[1] * s[1] + first[2] * s[2]) % m


def polynomial_powers(init, coef, n, m):
    # x^n reduced with x^3 = c0 x^2 + c1 x + c2
    def mul(u, v):
        t = [0] * 5
        for i in range(3):
            for j in range(3):
                t[i + j] += u[i] * v[j]
        for d in (4, 3):
            for k in range(3):
                t[d - 1 - k] += t[d] * coef[k]
        return [t[0] % m, t[1] % m, t[2] % m]

    res = [1, 0, 0]
    for bit in bin(n)[2:]:
        res = mul(res, res)
        if bit == "1":
            res = mul(res, [0, 1, 0])
    return sum(a * b for a, b in zip(res, init)) % m


WAYS = ((newest_in_front, grow_the_list), three_variables, (square_the_matrix, polynomial_powers))
