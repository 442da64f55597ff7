"""Count how often a pattern occurs in a text, overlaps included."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Overlapping occurrences",
    statement="Count the positions of the text $s$ at which the pattern $p$ begins. Occurrences may overlap.",
    inputs=(Str("s"), Str("p")),
    output=Int("times"),
    output_text="how often the pattern occurs in the text",
    tags=("strings", "pattern matching"),
    difficulty=1100,
    sizes=(10, 120, 4000),
)


def generate(rng, size):
    alphabet = rng.choice(["a", "ab", "abc"])
    unit = "".join(rng.choice(alphabet) for _ in range(rng.randint(1, 4)))
    text = list((unit * size)[:size])
    for _ in range(rng.choice([0, 1, size // 200])):
        text[rng.randrange(size)] = rng.choice("abc")
    m = rng.randint(1, max(1, min(size // 3, 40)))
    if size > 1000:
        m = rng.randint(30, 40)
    if rng.random() < 0.8:
        start = rng.randint(0, size - m)
        pattern = text[start:start + m]
    else:
        pattern = text[:m - 1] + [rng.choice("abc")]
    return "".join(text), "".join(pattern)


def letter_by_letter(text, pattern):
    n, m = len(text), len(pattern)
    hits = 0
    for i in range(n - m + 1):
        k = 0
        while k < m and text[i + k] == pattern[k]:
            k += 1
        if k == m:
            hits += 1
    return hits


def fallback_table(s, p):
    # classic failure function
    fail = [0] * len(p)
    k = 0
    for i in range(1, len(p)):
        while k and p[i] != p[k]:
            k = fail[k - 1]
        if p[i] == p[k]:
            k += 1
        fail[i] = k
    matched = 0
    total = 0
    for ch in s:
        while matched and (matched == len(p) or ch != p[matched]):
            matched = fail[matched - 1]
        if ch == p[matched]:
            matched += 1
        if matched == len(p):
            total += 1
    return total


def compare_slices(s, p):
    L = len(p)
    return sum(s[i:i + L] == p for i in range(len(s) - L + 1))


def jump_with_find(haystack, needle):
    count = 0
    at = haystack.find(needle)
    while at >= 0:
        count += 1
        at = haystack.find(needle, at + 1)
    return count


WAYS = (letter_by_letter, (fallback_table, compare_slices, jump_with_find))
