"""Start with the longest Collatz chain up to a limit."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Longest halving chain",
    statement="A chain starts at a number; an even $x$ is followed by $x/2$, an odd $x > 1$ by $3x + 1$, and the chain ends at 1. Among the starts $l, l + 1, \\ldots, n$, where $l \\le n$, find the one with the most numbers in its chain; the smallest such start if there are several. Also add up the numbers of numbers in the chains of all these starts.",
    inputs=(Int("l", 1, 10000), Int("n", 1, 10000)),
    output=Ints("best", shortest=3),
    output_text="three numbers: the start, how many numbers are in its chain, and the sum for all starts",
    tags=("simulation", "memoisation"),
    difficulty=1100,
    sizes=(10, 100, 2200),
)


def generate(rng, size):
    size = min(10000, size)
    n = rng.randint(max(1, size * 2 // 3), size)
    return rng.choice([1, rng.randint(1, n), rng.randint(1, max(1, n // 4))]), n


def write_down_each_chain(l, n):
    longest = []
    total = 0
    for start in range(l, n + 1):
        chain = [start]
        while chain[-1] != 1:
            last = chain[-1]
            if last % 2 == 0:
                chain.append(last // 2)
            else:
                chain.append(3 * last + 1)
        total += len(chain)
        if len(chain) > len(longest):
            longest = chain
    return [longest[0], len(longest), total]


def only_count(first, limit):
    best, where, everything = 0, 0, 0
    for s in range(first, limit + 1):
        steps, x = 1, s
        while x > 1:
            x = 3 * x + 1 if x & 1 else x >> 1
            steps += 1
        everything += steps
        if steps > best:
            best, where = steps, s
    return [where, best, everything]


def dictionary_of_lengths(low, n):
    length = {1: 1}
    for i in range(low, n + 1):
        stack = []
        v = i
        while v not in length:
            stack.append(v)
            v = v // 2 if v % 2 == 0 else 3 * v + 1
        k = length[v]
        while stack:
            k += 1
            length[stack.pop()] = k
    winner = max(range(low, n + 1), key=lambda i: length[i])
    return [winner, length[winner], sum(length[i] for i in range(low, n + 1))]


def stop_below_start(l, n):
    lens = [0, 1] + [0] * (n - 1)
    for i in range(2, n + 1):
        if i & 1:
            x = (3 * i + 1) >> 1
            c = 2
            while x >= i:
                if x & 1:
                    x = (3 * x + 1) >> 1
                    c += 2
                else:
                    x >>= 1
                    c += 1
            lens[i] = c + lens[x]
        else:
            lens[i] = lens[i >> 1] + 1
    top = max(lens[l:])
    return [lens.index(top, l), top, sum(lens[l:])]


WAYS = (write_down_each_chain, only_count, (dictionary_of_lengths, stop_below_start))
