"""Fewest letters to delete so that a word becomes a palindrome."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Deletions to a palindrome",
    statement="Find the smallest number of letters to delete from the word $s$ so that the rest reads the same forwards and backwards. A single letter is such a word.",
    inputs=(Str("s"),),
    output=Int("deletions"),
    output_text="the smallest number of letters to delete",
    tags=("dynamic programming", "strings"),
    difficulty=1400,
    sizes=(7, 30, 180),
)


def generate(rng, size):
    letters = "abcdefghijklmnopqrstuvwxyz"[:rng.choice([1, 2, 4, 8, 26] if size < 100 else [2, 4, 8, 26])]
    s = "".join(rng.choice(letters) for _ in range(size))
    if rng.random() < 0.25:
        s = (s[:size // 2] + s[:(size + 1) // 2][::-1])
    return (s or "a",)


def table_of_substrings(s):
    n = len(s)
    need = [[0] * n for _ in range(n)]
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            j = i + length - 1
            if s[i] == s[j]:
                if length > 2:
                    need[i][j] = need[i + 1][j - 1]
            else:
                need[i][j] = 1 + min(need[i + 1][j], need[i][j - 1])
    return need[0][n - 1]


def compare_with_reversal(word):
    back = "".join(reversed(word))
    size = len(word)
    common = {}
    for i in range(size):
        for j in range(size):
            if word[i] == back[j]:
                common[(i, j)] = common.get((i - 1, j - 1), 0) + 1
            else:
                common[(i, j)] = max(common.get((i - 1, j), 0), common.get((i, j - 1), 0))
    return size - common[(size - 1, size - 1)]


def rows_of_lengths(s):
    row = [0] * (len(s) + 1)
    # row[j]: best length inside s[i:j]
    for i in range(len(s) - 1, -1, -1):
        c = s[i]
        diag = 0
        left = row[i + 1] = 1
        for j in range(i + 2, len(s) + 1):
            up = row[j]
            if s[j - 1] == c:
                left = diag + 2
            elif up > left:
                left = up
            diag = up
            row[j] = left
    return len(s) - row[-1]


def bit_rows_with_reversal(s):
    where = {}
    for i, ch in enumerate(s):
        where[ch] = where.get(ch, 0) | 1 << i
    n = len(s)
    full = (1 << n) - 1
    v = full
    for ch in reversed(s):
        u = v & where[ch]
        v = (v + u | v - u) & full
    return bin(v).count("1")


WAYS = (compare_with_reversal, table_of_substrings, rows_of_lengths, bit_rows_with_reversal)
