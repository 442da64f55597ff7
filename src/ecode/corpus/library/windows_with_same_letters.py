"""List where rearrangements of a word begin in a text."""

from ecode.corpus.kernel import Ints, Kernel, Str

KERNEL = Kernel(
    title="Windows with the same letters",
    statement="Find all positions of $s$, counted from 1, at which a substring begins that is a rearrangement of the letters of $p$ (or $p$ itself).",
    inputs=(Str("s"), Str("p")),
    output=Ints("positions", -1),
    output_text="these positions in increasing order, or a single -1 if there are none",
    tags=("strings", "sliding window", "counting"),
    difficulty=1200,
    sizes=(10, 60, 2200),
)


def generate(rng, size):
    alphabet = rng.choice(["ab", "ab", "abc", "abcd"])
    s = [rng.choice(alphabet) for _ in range(size)]
    m = rng.randint(1, max(1, min(size, 4))) if size < 100 else rng.randint(10, 60)
    a = rng.randint(0, size - m)
    p = s[a:a + m]
    for _ in range(rng.randint(0, 3)):
        b = rng.randint(0, size - m)
        piece = p[:]
        rng.shuffle(piece)
        s[b:b + m] = piece
    if rng.random() < 0.1:
        p[rng.randrange(m)] = "e"
    rng.shuffle(p)
    return "".join(s), "".join(p)


def sort_each_window(s, p):
    goal = sorted(p)
    positions = []
    for i in range(len(s) - len(p) + 1):
        if sorted(s[i:i + len(p)]) == goal:
            positions.append(i + 1)
    if positions == []:
        positions = [-1]
    return positions


def count_each_window(text, pattern):
    from collections import Counter

    size = len(pattern)
    wanted = Counter(pattern)
    return [i + 1 for i in range(len(text) - size + 1) if Counter(text[i:i + size]) == wanted] or [-1]


def sliding_differences(s, p):
    m = len(p)
    balance = {}
    for ch in p:
        balance[ch] = balance.get(ch, 0) - 1
    off = len(balance)
    found = []
    for i, ch in enumerate(s):
        # one letter comes in, one goes out
        before = balance.get(ch, 0)
        balance[ch] = before + 1
        off += (before == 0) - (before == -1)
        if i >= m:
            old = s[i - m]
            before = balance[old]
            balance[old] = before - 1
            off += (before == 0) - (before == 1)
        if off == 0 and i >= m - 1:
            found.append(i - m + 2)
    return found if found else [-1]


def sums_of_letter_codes(s, p):
    # letters as digits of a large base: equal sums mean equal letters
    base = len(s) + len(p) + 1
    worth = {}
    for ch in s + p:
        if ch not in worth:
            worth[ch] = base ** len(worth)
    target = sum(worth[ch] for ch in p)
    m = len(p)
    total = sum(worth[ch] for ch in s[:m - 1])
    result = []
    for start in range(len(s) - m + 1):
        total += worth[s[start + m - 1]]
        if total == target:
            result.append(start + 1)
        total -= worth[s[start]]
    return result or [-1]


WAYS = ((sort_each_window, count_each_window), (sliding_differences, sums_of_letter_codes))
