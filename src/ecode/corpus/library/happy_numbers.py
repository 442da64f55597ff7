"""Count the happy numbers up to a limit."""

from ecode.corpus.kernel import Int, Kernel

KERNEL = Kernel(
    title="Happy numbers",
    statement="Replace a number by the sum of the squares of its decimal digits, again and again; the number is happy if this reaches 1. Count the happy numbers among $1, 2, \\ldots, n$.",
    inputs=(Int("n", 1, 20000),),
    output=Int("count", 1),
    output_text="how many of them are happy",
    tags=("digits", "simulation"),
    difficulty=1000,
    sizes=(25, 200, 3000),
)


def generate(rng, size):
    size = min(20000, size)
    return (rng.randint(max(1, size * 2 // 3), size),)


def remember_the_chain(n):
    happy = 0
    for start in range(1, n + 1):
        chain = []
        x = start
        while x not in chain:
            chain.append(x)
            x = sum(int(c) ** 2 for c in str(x))
        if x == 1:
            happy += 1
    return happy


def wait_for_four(limit):
    def nxt(v):
        out = 0
        while v:
            v, d = divmod(v, 10)
            out += d * d
        return out

    total = 0
    for k in range(1, limit + 1):
        while k != 1 and k != 4:
            k = nxt(k)
        if k == 1:
            total += 1
    return total


def verdicts_kept(n):
    square = {str(d): d * d for d in range(10)}
    verdict = {1: True, 4: False}
    count = 0
    for i in range(1, n + 1):
        path, x = [], i
        while x not in verdict:
            path.append(x)
            x = sum(square[c] for c in str(x))
        for p in path:
            verdict[p] = verdict[x]
        count += verdict[i]
    return count


def sums_from_prefix(n):
    # the square sum of x comes from that of x // 10
    sq = [d * d for d in range(10)]
    while len(sq) <= n or len(sq) < 1000:
        sq = [a + b for a in sq for b in sq[:10]]
    top = max(sq)
    good = [False] * (top + 1)
    for s in range(1, top + 1):
        x = s
        while x != 1 and x != 4 and x >= s:
            x = sq[x]
        good[s] = x == 1 or (x != 4 and good[x])
    return sum(map(good.__getitem__, sq[1:n + 1]))


WAYS = (remember_the_chain, wait_for_four, verdicts_kept, sums_from_prefix)
