"""Count the coloured tilings of a strip."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Coloured tiles on a strip",
    statement="A strip has the length $n$. Element $i$ of the list $c$ (numbered from 1) says in how many colours tiles of the length $i$ exist; there are as many tiles as wanted. Count the ways to cover the strip with tiles one after the other, where order and colours matter, modulo 1000000007.",
    inputs=(Int("n", 1, 2000), Ints("c", 0, 9)),
    output=Int("ways"),
    output_text="the number of ways modulo 1000000007",
    tags=("dynamic programming", "combinatorics"),
    difficulty=1300,
    sizes=(6, 40, 420),
)


def generate(rng, size):
    n = min(2000, rng.randint(max(1, size * 3 // 4), size))
    k = rng.randint(1, max(1, n)) if size < 100 else rng.randint(n // 2, n)
    share = rng.choice([0.1, 0.3, 1]) if size < 100 else rng.choice([0.02, 0.05])
    c = [rng.randint(1, 9) if rng.random() < share else 0 for _ in range(k)]
    if rng.random() < 0.9:
        c[0] = rng.randint(1, 3)
    return n, c


def grow_strip_by_strip(n, c):
    ways = [1]
    for length in range(1, n + 1):
        total = 0
        for tile in range(1, len(c) + 1):
            if tile <= length:
                total += ways[length - tile] * c[tile - 1]
        ways.append(total % 1000000007)
    return ways[n]


def newest_first_products(n, colours):
    recent = [1]
    for _ in range(n):
        value = sum(a * b for a, b in zip(recent, colours)) % (10 ** 9 + 7)
        recent.insert(0, value)
    return recent[0]


def only_real_tiles(n, c):
    MOD = 10 ** 9 + 7
    tiles = [(i, k) for i, k in enumerate(c, 1) if k > 0 and i <= n]
    f = [1] + [0] * n
    for s in range(n):
        v = f[s] % MOD
        f[s] = v
        if v:
            for i, k in tiles:
                if s + i > n:
                    break
                f[s + i] += v * k
    return f[n] % MOD


WAYS = (grow_strip_by_strip, newest_first_products, only_real_tiles)
