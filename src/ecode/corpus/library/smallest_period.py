"""Find the smallest period of every prefix of a word."""

from ecode.corpus.kernel import Ints, Kernel, Str

KERNEL = Kernel(
    title="Periods of prefixes",
    statement="A word $t$ has the period $p$, with $p$ from 1 to the length of $t$, if any two of its letters that are $p$ places apart are equal. Find the smallest period of every non-empty prefix of $s$, from the shortest prefix to $s$ itself.",
    inputs=(Str("s"),),
    output=Ints("periods"),
    output_text="the smallest period of each prefix",
    tags=("strings", "prefix function"),
    difficulty=1500,
    sizes=(7, 40, 300),
)


def generate(rng, size):
    alphabet = rng.choice(["a", "ab", "ab", "abc"])
    pieces = []
    total = 0
    while total < size:
        unit = "".join(rng.choice(alphabet) for _ in range(rng.randint(1, max(1, size // 5))))
        part = unit * rng.randint(1, 5)
        pieces.append(part)
        total += len(part)
    return ("".join(pieces)[:size],)


def test_every_period(s):
    periods = []
    for end in range(1, len(s) + 1):
        t = s[:end]
        p = 1
        while t[p:] != t[:end - p]:
            p += 1
        periods.append(p)
    return periods


def repeat_and_compare(text):
    answer = []
    for size in range(1, len(text) + 1):
        prefix = text[:size]
        for candidate in range(1, size + 1):
            block = prefix[:candidate]
            repeated = block * (size // candidate + 1)
            if repeated[:size] == prefix:
                answer.append(candidate)
                break
    return answer


def never_goes_down(s):
    # a longer prefix cannot have a smaller period
    res = []
    p = 1
    for length in range(1, len(s) + 1):
        while s[p:length] != s[:length - p]:
            p += 1
        res.append(p)
    return res


def borders_give_periods(word):
    border = [0]
    out = [1]
    k = 0
    for i in range(1, len(word)):
        c = word[i]
        while k > 0 and word[k] != c:
            k = border[k - 1]
        if word[k] == c:
            k += 1
        border.append(k)
        out.append(i + 1 - k)
    return out


WAYS = ((test_every_period, repeat_and_compare), (never_goes_down, borders_give_periods))
