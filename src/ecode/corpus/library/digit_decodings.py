"""Count the ways to read digits as letters."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Digits as letters",
    statement="A word of the letters A to Z was turned into digits by writing 1 for A, 2 for B, up to 26 for Z, without gaps. Given the digits $d$, count the words they may come from. The answer can be 0.",
    inputs=(Str("d", "0123456789"),),
    output=Int("words"),
    output_text="the number of words",
    tags=("dynamic programming", "strings"),
    difficulty=1300,
    sizes=(5, 12, 23),
)


def generate(rng, size):
    other = rng.choice(["0345", "3456789", "123456789", "0"])
    often = rng.choice([0.5, 0.8]) if size < 15 else rng.choice([0.9, 0.94])
    d = "".join(rng.choice("12") if rng.random() < often else rng.choice(other) for _ in range(size))
    return (d,)


def try_one_or_two(d):
    def ways(rest):
        if rest == "":
            return 1
        if rest[0] == "0":
            return 0
        total = ways(rest[1:])
        if len(rest) >= 2 and int(rest[:2]) <= 26:
            total += ways(rest[2:])
        return total

    return ways(d)


def build_all_words(digits):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    unfinished = [("", 0)]
    words = []
    while unfinished:
        word, pos = unfinished.pop()
        if pos == len(digits):
            words.append(word)
            continue
        for k in (1, 2):
            piece = digits[pos:pos + k]
            if len(piece) == k and piece[0] != "0" and int(piece) <= 26:
                unfinished.append((word + letters[int(piece) - 1], pos + k))
    return len(words)


def table_from_the_left(s):
    n = len(s)
    dp = [0] * (n + 1)
    dp[0] = 1
    for i in range(1, n + 1):
        if s[i - 1] != "0":
            dp[i] += dp[i - 1]
        if i > 1 and 10 <= int(s[i - 2:i]) <= 26:
            dp[i] += dp[i - 2]
    return dp[n]


def two_counts(d):
    before, now = 0, 1
    last = "9"
    for ch in d:
        nxt = now if ch != "0" else 0
        if last == "1" or (last == "2" and ch < "7"):
            nxt += before
        before, now, last = now, nxt, ch
    return now


WAYS = ((try_one_or_two, build_all_words), (table_from_the_left, two_counts))
