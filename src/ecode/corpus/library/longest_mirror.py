"""Find the longest palindromic substring, the leftmost of equals."""

from ecode.corpus.kernel import Kernel, Str

KERNEL = Kernel(
    title="Longest mirror",
    statement="Find the longest substring of $s$ that reads the same forwards and backwards. If there are several of this length, take the one that starts first.",
    inputs=(Str("s", "abcdefghijklmnopqrstuvwxyz"),),
    output=Str("best"),
    output_text="this substring",
    tags=("strings", "palindromes"),
    difficulty=1300,
    sizes=(8, 40, 300),
)


def generate(rng, size):
    letters = "abcdefghijklmnopqrstuvwxyz"[: rng.choice([2, 2, 3, 5])]
    noise = [rng.choice(letters) for _ in range(size)]
    if rng.random() < 0.6 and size > 3:
        length = rng.randint(2, max(2, size // 3))
        start = rng.randint(0, size - length)
        for step in range(length // 2):
            noise[start + length - 1 - step] = noise[start + step]
    return ("".join(noise),)


def all_substrings_walked(s):
    def is_mirror(a, b):
        while a < b:
            if s[a] != s[b]:
                return False
            a += 1
            b -= 1
        return True

    best = ""
    for i in range(len(s)):
        for j in range(i, len(s)):
            if is_mirror(i, j) and j - i + 1 > len(best):
                best = s[i:j + 1]
    return best


def lengths_downwards(text):
    n = len(text)
    result = None
    size = n
    while result is None:
        for start in range(n - size + 1):
            piece = text[start:start + size]
            if piece == piece[::-1]:
                result = piece
                break
        size -= 1
    return result


def widen_around_runs(s):
    n = len(s)
    start, longest = 0, 0
    i = 0
    while i < n:
        lo = i
        hi = i
        # a run of equal letters is one centre
        while hi + 1 < n and s[hi + 1] == s[i]:
            hi += 1
        i = hi + 1
        while lo > 0 and hi + 1 < n and s[lo - 1] == s[hi + 1]:
            lo -= 1
            hi += 1
        if hi - lo + 1 > longest:
            start, longest = lo, hi - lo + 1
    return s[start:start + longest]


def one_or_two_more(s):
    at, have = 0, 1
    for end in range(1, len(s)):
        # the best length can only rise by one or two with each new letter
        first = end - have - 1
        if first >= 0:
            piece = s[first:end + 1]
            if piece == piece[::-1]:
                at, have = first, have + 2
                continue
        first = end - have
        piece = s[first:end + 1]
        if piece == piece[::-1]:
            at, have = first, have + 1
    return s[at:at + have]


WAYS = ((all_substrings_walked, lengths_downwards), (widen_around_runs, one_or_two_more))
