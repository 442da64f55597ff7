"""Count the substrings that read the same backwards."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Palindromic blocks",
    statement="Count the non-empty substrings of $s$ that read the same forwards and backwards. Equal substrings at different places count separately.",
    inputs=(Str("s", "abcdefghijklmnopqrstuvwxyz"),),
    output=Int("blocks"),
    output_text="the number of palindromic substrings",
    tags=("strings", "palindromes"),
    difficulty=1300,
    sizes=(7, 40, 300),
)


def generate(rng, size):
    mode = rng.randrange(4)
    if mode == 0:
        s = "".join(rng.choice("ab") for _ in range(size))
    elif mode == 1:
        unit = "".join(rng.choice("abc") for _ in range(rng.randint(1, 3)))
        s = (unit * size)[:size]
    elif mode == 2:
        half = "".join(rng.choice("xyz") for _ in range((size + 1) // 2))
        s = half + half[::-1][size % 2:]
    else:
        s = ""
        while len(s) < size:
            s += rng.choice("abcd") * rng.randint(1, 12)
        s = s[:size]
    return (s,)


def reverse_each_slice(s):
    n = len(s)
    count = 0
    for i in range(n):
        for j in range(i + 1, n + 1):
            part = s[i:j]
            if part == part[::-1]:
                count += 1
    return count


def table_of_pairs(word):
    # ok[i][j] tells whether word[i..j] is a palindrome
    size = len(word)
    ok = [[False] * size for _ in range(size)]
    found = 0
    for i in range(size - 1, -1, -1):
        for j in range(i, size):
            if word[i] == word[j] and (j - i < 2 or ok[i + 1][j - 1]):
                ok[i][j] = True
                found += 1
    return found


def grow_from_centres(t):
    total = 0
    for centre in range(2 * len(t) - 1):
        left = centre // 2
        right = left + centre % 2
        while left >= 0 and right < len(t) and t[left] == t[right]:
            total += 1
            left -= 1
            right += 1
    return total


def mirrored_radii(s):
    padded = "^#" + "#".join(s) + "#$"
    radius = [0] * len(padded)
    mid = edge = 0
    answer = 0
    for i in range(1, len(padded) - 1):
        r = 0
        if i < edge:
            r = min(edge - i, radius[2 * mid - i])
        while padded[i + r + 1] == padded[i - r - 1]:
            r += 1
        radius[i] = r
        if i + r > edge:
            mid, edge = i, i + r
        answer += (r + 1) // 2
    return answer


WAYS = (reverse_each_slice, table_of_pairs, (grow_from_centres, mirrored_radii))
