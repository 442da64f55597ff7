"""Apply many alphabet shifts to segments of a word."""

from ecode.corpus.kernel import Kernel, Rows, Str

KERNEL = Kernel(
    title="Shifted segments",
    statement="Each row of $q$ shifts the letters of $s$ at the positions from 'from' to 'to' (counted from 1, both included) by 'by' places further in the alphabet, where a comes after z again. If 'from' is greater than 'to', or a position lies beyond the end of $s$, the positions that do not exist are ignored.",
    inputs=(Str("s"), Rows("q", ("from", "to", "by"), 1, 10**4)),
    output=Str("result"),
    output_text="the word after all shifts",
    tags=("strings", "ciphers", "difference array"),
    difficulty=1300,
    sizes=(6, 40, 420),
)


def generate(rng, size):
    s = "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(size))
    rows = []
    for _ in range(rng.randint(0, 3) if rng.random() < 0.1 else size // 2 + 1):
        a, b = rng.randint(1, size), rng.randint(1, size + size // 9)
        if a > b and rng.random() < 0.95:
            a, b = b, a
        rows.append((a, b, rng.choice([rng.randint(1, 25), 26, rng.randint(1, 999)])))
    return s, rows


def retype_the_word(s, q):
    for first, last, by in q:
        out = ""
        for i in range(len(s)):
            if first <= i + 1 <= last:
                out += chr((ord(s[i]) - ord("a") + by) % 26 + ord("a"))
            else:
                out += s[i]
        s = out
    return s


def letters_in_place(word, shifts):
    abc = "abcdefghijklmnopqrstuvwxyz"
    letters = list(word)
    for shift in shifts:
        for pos in range(shift[0] - 1, min(shift[1], len(letters))):
            letters[pos] = abc[(abc.index(letters[pos]) + shift[2]) % 26]
    return "".join(letters)


def translate_slices(s, q):
    from string import ascii_lowercase as az

    for a, b, k in q:
        if a <= b:
            k %= 26
            table = str.maketrans(az, az[k:] + az[:k])
            s = s[:a - 1] + s[a - 1:b].translate(table) + s[b:]
    return s


def sum_of_differences(s, q):
    n = len(s)
    change = [0] * (n + 1)
    for first, last, by in q:
        last = min(last, n)
        if first <= last:
            change[first - 1] += by
            change[last] -= by
    shift = 0
    result = []
    for i, ch in enumerate(s):
        shift += change[i]
        result.append(chr(97 + (ord(ch) - 97 + shift) % 26))
    return "".join(result)


WAYS = ((retype_the_word, letters_in_place), translate_slices, sum_of_differences)
