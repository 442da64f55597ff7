"""Count vowels in ranges of a word."""

from ecode.corpus.kernel import Ints, Kernel, Rows, Str

KERNEL = Kernel(
    title="Vowels in ranges",
    statement="For each row of $q$ count the vowels (a, e, i, o, u) among the letters of $s$ from position 'from' to position 'to', both included; positions count from 1. Positions beyond the end of $s$ hold nothing, and if 'from' is greater than 'to' the answer is 0.",
    inputs=(Str("s"), Rows("q", ("from", "to"), 1, 10**5, 1)),
    output=Ints("counts"),
    output_text="the number of vowels for each row",
    tags=("strings", "prefix sums"),
    difficulty=900,
    sizes=(8, 50, 600),
)


def generate(rng, size):
    letters = rng.choice(["aeiou", "abcdefghijklmnopqrstuvwxyz", "aeioubcd", "bcdfgu"])
    s = "".join(rng.choice(letters) for _ in range(size))
    rows = []
    for _ in range(rng.randint(max(1, size // 2), size)):
        a, b = rng.randint(1, size), rng.randint(1, size + 3)
        rows.append((a, b) if rng.random() < 0.05 else (min(a, b), max(a, b)))
    return s, rows


def look_at_each_letter(s, q):
    answers = []
    for first, last in q:
        count = 0
        for i in range(first - 1, last):
            if i < len(s):
                if s[i] == "a" or s[i] == "e" or s[i] == "i" or s[i] == "o" or s[i] == "u":
                    count += 1
        answers.append(count)
    return answers


def membership_in_slice(text, ranges):
    vowels = ["a", "e", "i", "o", "u"]
    return [len([ch for ch in text[a - 1:b] if ch in vowels]) for a, b in ranges]


def five_counts(s, q):
    res = []
    for l, r in q:
        res.append(sum(s.count(v, l - 1, r) for v in "aeiou") if l <= r else 0)
    return res


def running_vowels(s, q):
    before = [0]
    for ch in s:
        before.append(before[-1] + (ch in "aeiou"))
    n = len(s)
    out = []
    for a, b in q:
        b = min(b, n)
        out.append(before[b] - before[a - 1] if a <= b else 0)
    return out


WAYS = (look_at_each_letter, membership_in_slice, (five_counts, running_vowels))
