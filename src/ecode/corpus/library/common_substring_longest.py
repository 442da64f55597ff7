"""Longest substring that two words share."""

from ecode.corpus.kernel import Kernel, Str

KERNEL = Kernel(
    title="Longest shared piece",
    statement="Find the longest string that occurs, as consecutive letters, in both $s$ and $t$. Among several of the same length take the one that comes first in $s$. If the words have no letter in common, the answer is a single dash.",
    inputs=(Str("s"), Str("t")),
    output=Str("piece"),
    output_text="the longest shared string, or a dash",
    tags=("strings", "hashing"),
    difficulty=1500,
    sizes=(6, 30, 180),
)


def generate(rng, size):
    letters = "abcdefghijklmnopqrstuvwxyz"[:rng.choice([2, 4, 26])]
    s = "".join(rng.choice(letters) for _ in range(size))
    t = "".join(rng.choice(letters) for _ in range(max(1, size - rng.randint(0, size // 5))))
    kind = rng.random()
    if kind < 0.4:
        k = rng.randint(1, max(1, size // 4))
        p, q = rng.randint(0, len(s) - k), rng.randint(0, len(t))
        t = t[:q] + s[p:p + k] + t[q:]
    elif kind < 0.5:
        t = "".join(chr(219 - ord(c)) for c in t)
    return s, t


def extend_each_pair(s, t):
    best = ""
    for i in range(len(s)):
        for j in range(len(t)):
            k = 0
            while i + k < len(s) and j + k < len(t) and s[i + k] == t[j + k]:
                k += 1
            if len(s[i:i + k]) > len(best):
                best = s[i:i + k]
    return best or "-"


def pieces_in_other(first, second):
    pieces = []
    for a in range(len(first)):
        for b in range(a + 1, len(first) + 1):
            if first[a:b] in second:
                pieces.append(first[a:b])
    return max(pieces, key=len) if pieces else "-"


def table_of_endings(s, t):
    prev = [0] * (len(t) + 1)
    length, end = 0, 0
    for i, a in enumerate(s, 1):
        cur = [0] * (len(t) + 1)
        for j, b in enumerate(t, 1):
            if a == b:
                cur[j] = prev[j - 1] + 1
                if cur[j] > length:
                    length, end = cur[j], i
        prev = cur
    return s[end - length:end] if length else "-"


def halve_the_length(s, t):
    def first_shared(k):
        have = {t[j:j + k] for j in range(len(t) - k + 1)}
        for i in range(len(s) - k + 1):
            if s[i:i + k] in have:
                return s[i:i + k]
        return ""

    lo, hi = 0, min(len(s), len(t))
    answer = "-"
    while lo < hi:
        mid = (lo + hi + 1) // 2
        got = first_shared(mid)
        if got:
            answer = got
            lo = mid
        else:
            hi = mid - 1
    return answer


def window_never_shrinks(s, t):
    best = ""
    left = 0
    for right in range(1, len(s) + 1):
        if s[left:right] in t:
            best = s[left:right]
        else:
            left += 1
    return best if best else "-"


WAYS = ((extend_each_pair, pieces_in_other), table_of_endings, (halve_the_length, window_never_shrinks))
