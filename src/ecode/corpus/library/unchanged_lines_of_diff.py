"""Find how many lines two versions of a list have in common in order."""

from ecode.corpus.kernel import Int, Kernel, Strs

KERNEL = Kernel(
    title="Unchanged lines",
    statement="Neither $u$ nor $v$ holds a word twice. Find the largest number of words that can be kept when words are removed from both lists until the two lists are equal.",
    inputs=(Strs("u"), Strs("v")),
    output=Int("kept"),
    output_text="the largest number of words kept",
    tags=("text", "dynamic programming", "binary search"),
    difficulty=1600,
    sizes=(5, 25, 190),
)


def generate(rng, size):
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    stock = set()
    while len(stock) < size + size // 4 + 1:
        stock.add("".join(rng.choice(alphabet) for _ in range(rng.randint(2, 4))))
    stock = sorted(stock)
    rng.shuffle(stock)
    u = [word for word in stock if rng.random() < 0.85] or stock[:1]
    v = [word for word in stock if rng.random() < 0.85] or stock[-1:]
    for _ in range(rng.choice([0, 2, size // 5, 3 * size])):
        a = rng.randrange(len(v))
        v.insert(rng.randint(0, len(v) - 1), v.pop(a))
    return u, v


def full_table(u, v):
    best = [[0] * (len(v) + 1) for _ in range(len(u) + 1)]
    for i in range(1, len(u) + 1):
        for j in range(1, len(v) + 1):
            if u[i - 1] == v[j - 1]:
                best[i][j] = best[i - 1][j - 1] + 1
            else:
                best[i][j] = max(best[i - 1][j], best[i][j - 1])
    return best[len(u)][len(v)]


def chains_of_places(old, new):
    places = []
    for line in old:
        if line in new:
            places.append(new.index(line))
    # longest increasing run of places, all earlier ones tried
    longest = []
    for i in range(len(places)):
        here = 1
        for j in range(i):
            if places[j] < places[i] and longest[j] >= here:
                here = longest[j] + 1
        longest.append(here)
    return max(longest) if longest else 0


def bits_of_the_table(u, v):
    where = {word: 1 << i for i, word in enumerate(v)}
    state = full = (1 << len(v)) - 1
    for word in u:
        hit = where.get(word, 0)
        if hit:
            x = state & hit
            state = ((state + x) | (state - x)) & full
    return len(v) - bin(state).count("1")


def patience_piles(u, v):
    from bisect import bisect_left

    place = {word: i for i, word in enumerate(v)}
    tops = []
    for word in u:
        if word in place:
            p = place[word]
            k = bisect_left(tops, p)
            if k == len(tops):
                tops.append(p)
            else:
                tops[k] = p
    return len(tops)


WAYS = (full_table, chains_of_places, (bits_of_the_table, patience_piles))
