"""Count the ways up a staircase with broken steps."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Broken steps",
    statement="A staircase has the steps $1, 2, \\ldots, n$; one starts on the ground (step 0) and moves up by 1 to $k$ steps at a time. The steps in the list $broken$ must not be used. Count the ways to reach step $n$, modulo 1000000007.",
    inputs=(Int("n", 1, 5000), Int("k", 1, 5000), Ints("broken", 1, 5000, 0)),
    output=Int("ways"),
    output_text="the number of ways modulo 1000000007",
    tags=("dynamic programming", "prefix sums"),
    difficulty=1200,
    sizes=(7, 60, 480),
)


def generate(rng, size):
    n = min(5000, rng.randint(max(1, size * 3 // 4), size))
    k = rng.choice([1, 2, 3]) if size < 100 and rng.random() < 0.5 else rng.randint(max(1, n // 4), n)
    broken = [rng.randint(1, n) for _ in range(rng.choice([0, size // 8, size // 3]))]
    if rng.random() < 0.9:
        broken = [b for b in broken if b != n]
    return n, k, broken


def add_all_jumps(n, k, broken):
    ways = [0] * (n + 1)
    ways[0] = 1
    for step in range(1, n + 1):
        if step not in broken:
            for jump in range(1, k + 1):
                if step - jump >= 0:
                    ways[step] += ways[step - jump]
            ways[step] %= 1000000007
    return ways[n]


def sum_of_a_slice(n, k, bad):
    f = [1]
    for i in range(1, n + 1):
        if i in bad:
            f.append(0)
        else:
            f.append(sum(f[max(0, i - k):]) % 1000000007)
    return f[-1]


def rolling_window(n, k, broken):
    MOD = 1000000007
    blocked = set(broken)
    ways = [1] + [0] * n
    window = 1
    for i in range(1, n + 1):
        if i not in blocked:
            ways[i] = window
        window = (window + ways[i]) % MOD
        if i >= k:
            window -= ways[i - k]
    return ways[n] % MOD


def prefix_totals(n, k, gaps):
    gaps = frozenset(gaps)
    # total[i] = ways to all steps below i
    total = [0, 1]
    w = 1
    for s in range(1, n + 1):
        w = 0 if s in gaps else (total[s] - total[max(0, s - k)]) % 1000000007
        total.append((total[s] + w) % 1000000007)
    return w


WAYS = (add_all_jumps, sum_of_a_slice, (rolling_window, prefix_totals))
