"""Best total value of items within a weight limit, each item once."""

from ecode.corpus.kernel import Int, Kernel, Rows

KERNEL = Kernel(
    title="One bag, each item once",
    statement="Each row of $items$ holds a weight and a value. Choose rows, each at most once, with a total weight of at most $w$, so that the total value is as large as possible. Choosing nothing has the value 0.",
    inputs=(Rows("items", ("weight", "value"), 1, 1000, 1), Int("w", 1, 1000)),
    output=Int("best"),
    output_text="the largest total value",
    tags=("dynamic programming", "knapsack"),
    difficulty=1300,
    sizes=(4, 15, 100),
)


def generate(rng, size):
    heavy = rng.choice([6, 20, 40])
    items = []
    for _ in range(size):
        weight = rng.randint(1, heavy)
        value = weight + rng.randint(0, 3) if rng.random() < 0.5 else rng.randint(1, 1000)
        items.append((weight, value))
    total = sum(x for x, _ in items)
    w = rng.randint(max(1, total // 4), max(1, total // 2))
    if size > 50:
        w = max(w, 380)
    return items, min(1000, w)


def table_of_all_items(items, w):
    n = len(items)
    best = []
    for i in range(n + 1):
        best.append([0] * (w + 1))
    for i in range(1, n + 1):
        weight, value = items[i - 1]
        for c in range(w + 1):
            best[i][c] = best[i - 1][c]
            if weight <= c and best[i - 1][c - weight] + value > best[i][c]:
                best[i][c] = best[i - 1][c - weight] + value
    return best[n][w]


def dictionary_of_weights(items, limit):
    states = {0: 0}
    for weight, value in items:
        nxt = dict(states)
        for used, gained in states.items():
            if used + weight <= limit:
                nxt[used + weight] = max(nxt.get(used + weight, 0), gained + value)
        states = nxt
    return max(states.values())


def one_row_backwards(things, cap):
    dp = [0] * (cap + 1)
    for a, b in things:
        for c in range(cap, a - 1, -1):
            cand = dp[c - a] + b
            if cand > dp[c]:
                dp[c] = cand
    return dp[cap]


WAYS = ((table_of_all_items, dictionary_of_weights), one_row_backwards)
