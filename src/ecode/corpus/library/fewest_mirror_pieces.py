"""Cut a word into the fewest palindromes."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Fewest mirror pieces",
    statement="Cut $s$ into as few non-empty pieces as possible so that each piece reads the same forwards and backwards.",
    inputs=(Str("s"),),
    output=Int("pieces", 1),
    output_text="the smallest number of pieces",
    tags=("strings", "palindromes", "dynamic programming"),
    difficulty=1600,
    sizes=(7, 30, 250),
)


def generate(rng, size):
    alphabet = rng.choice(["ab", "abc", "abcde"])
    s = []
    while len(s) < size:
        half = [rng.choice(alphabet) for _ in range(rng.randint(1, max(1, size // 8)))]
        s += half + half[::-1][rng.randint(0, 1):]
    return ("".join(s[:size]),)


def test_every_last_piece(s):
    def mirrored(t):
        i, j = 0, len(t) - 1
        while i < j:
            if t[i] != t[j]:
                return False
            i += 1
            j -= 1
        return True

    need = [0]
    for end in range(1, len(s) + 1):
        options = []
        for start in range(end):
            if mirrored(s[start:end]):
                options.append(need[start] + 1)
        need.append(min(options))
    return need[-1]


def slices_reversed(word):
    n = len(word)
    fewest = [n - i for i in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(i + 1, n + 1):
            part = word[i:j]
            if fewest[j] + 1 < fewest[i] and part == part[::-1]:
                fewest[i] = fewest[j] + 1
    return fewest[0]


def table_of_mirrors(s):
    n = len(s)
    pal = [[False] * n for _ in range(n)]
    cut = [0] * (n + 1)
    for j in range(n):
        best = j + 1
        for i in range(j + 1):
            if s[i] == s[j] and (j - i < 2 or pal[i + 1][j - 1]):
                pal[i][j] = True
                best = min(best, cut[i] + 1)
        cut[j + 1] = best
    return cut[n]


def spread_from_centres(s):
    n = len(s)
    least = list(range(n + 1))
    # a centre improves the entries behind it; entries before it are final
    for c in range(n):
        for a, b in ((c, c), (c, c + 1)):
            while a >= 0 and b < n and s[a] == s[b]:
                if least[a] + 1 < least[b + 1]:
                    least[b + 1] = least[a] + 1
                a -= 1
                b += 1
    return least[n]


def layers_of_cuts(s):
    # carry the starts of all palindromes that end at the current letter
    need = [0]
    starts = []
    for j, ch in enumerate(s):
        starts = [i - 1 for i in starts if i > 0 and s[i - 1] == ch]
        if j > 0 and s[j - 1] == ch:
            starts.append(j - 1)
        starts.append(j)
        need.append(1 + min([need[i] for i in starts]))
    return need[-1]


WAYS = ((test_every_last_piece, slices_reversed), table_of_mirrors, (spread_from_centres, layers_of_cuts))
