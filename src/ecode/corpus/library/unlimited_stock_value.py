"""Best total value within a weight limit, each kind as often as wanted."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="Unlimited stock",
    statement="Each row of $kinds$ holds a weight and a value. Every kind may be taken any number of times, also not at all. Find the largest total value with a total weight of at most $w$.",
    inputs=(Rows("kinds", ("weight", "value"), 1, 1000, 1), Int("w", 1, 2000)),
    output=Int("best"),
    output_text="the largest total value",
    tags=("dynamic programming", "knapsack"),
    difficulty=1300,
    sizes=(10, 60, 380),
)


def generate(rng, size):
    n = rng.randint(1, 3) if size < 20 else rng.randint(6, 12)
    low = rng.choice([1, 2, max(1, size // 40)])
    kinds = []
    for _ in range(n):
        a = rng.randint(low, max(low, min(1000, size // 4)))
        kinds.append((a, max(1, min(1000, a * 2 + rng.randint(-a, 2 + a // 2)))))
    return kinds, min(2000, rng.randint(max(1, size * 3 // 4), size))


def how_many_of_each(kinds, w):
    best = [0] * (w + 1)
    for weight, value in kinds:
        new = [0] * (w + 1)
        for c in range(w + 1):
            k = 0
            while k * weight <= c:
                new[c] = max(new[c], best[c - k * weight] + k * value)
                k += 1
        best = new
    return best[w]


def best_for_each_limit(kinds, limit):
    answer = [0]
    for c in range(1, limit + 1):
        options = [0]
        for a, b in kinds:
            if a <= c:
                options.append(answer[c - a] + b)
        answer.append(max(options))
    return answer[limit]


def forward_row(items, w):
    # a kind that is as heavy as another one and worth no more is useless
    worth = {}
    for a, b in items:
        if b > worth.get(a, 0):
            worth[a] = b
    dp = [0] * (w + 1)
    for a in sorted(worth):
        b = worth[a]
        if a <= w and dp[a] < b:
            for c in range(a, w + 1):
                t = dp[c - a] + b
                if t > dp[c]:
                    dp[c] = t
    return dp[w]


WAYS = (how_many_of_each, best_for_each_limit, forward_row)
