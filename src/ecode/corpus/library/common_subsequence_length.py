"""Length of a longest common subsequence of two words."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Letters in common order",
    statement="A word is a subsequence of another if it is left after deleting some letters (perhaps none). Find the greatest length of a word that is a subsequence of both $s$ and $t$.",
    inputs=(Str("s"), Str("t")),
    output=Int("length"),
    output_text="this greatest length",
    tags=("dynamic programming", "strings"),
    difficulty=1400,
    sizes=(6, 30, 190),
)


def generate(rng, size):
    letters = "abcdefghijklmnopqrstuvwxyz"[:rng.choice([2, 4, 4, 26])]
    s = "".join(rng.choice(letters) for _ in range(max(1, size - rng.randint(0, size // 8))))
    t = "".join(rng.choice(letters) for _ in range(max(1, size - rng.randint(0, size // 8))))
    if rng.random() < 0.2:
        t = "".join(c if rng.random() < 0.8 else rng.choice(letters) for c in s)
    return s, t


def full_table(s, t):
    rows = len(s) + 1
    cols = len(t) + 1
    L = [[0 for _ in range(cols)] for _ in range(rows)]
    for i in range(1, rows):
        for j in range(1, cols):
            if s[i - 1] == t[j - 1]:
                L[i][j] = L[i - 1][j - 1] + 1
            else:
                L[i][j] = max(L[i - 1][j], L[i][j - 1])
    return L[-1][-1]


def dictionary_from_the_back(first, second):
    best = {}
    for i in range(len(first), -1, -1):
        for j in range(len(second), -1, -1):
            if i == len(first) or j == len(second):
                best[i, j] = 0
            elif first[i] == second[j]:
                best[i, j] = 1 + best[i + 1, j + 1]
            else:
                best[i, j] = max(best[i + 1, j], best[i, j + 1])
    return best[0, 0]


def two_rows(s, t):
    prev = [0] * (len(t) + 1)
    for a in s:
        cur = [0]
        left = 0
        diag = 0
        for b, up in zip(t, prev[1:]):
            if a == b:
                left = diag + 1
            elif up > left:
                left = up
            diag = up
            cur.append(left)
        prev = cur
    return prev[-1]


def bits_of_a_row(s, t):
    masks = {}
    for i, ch in enumerate(s):
        masks[ch] = masks.get(ch, 0) | 1 << i
    full = (1 << len(s)) - 1
    v = full
    # a zero bit marks a place where the row goes up by one
    for ch in t:
        u = v & masks.get(ch, 0)
        v = ((v + u) | (v - u)) & full
    return len(s) - bin(v).count("1")


WAYS = (dictionary_from_the_back, full_table, two_rows, bits_of_a_row)
