"""Count the numbers up to a limit with a given digit sum."""

from ecode.corpus.kernel import Int, Kernel

KERNEL = Kernel(
    title="Numbers with a digit sum",
    statement="Count the numbers $x$ with $1 \\le x \\le n$ whose decimal digits add up to exactly $s$.",
    inputs=(Int("n", 1, 10**6), Int("s", 1, 60)),
    output=Int("count"),
    output_text="how many numbers there are",
    tags=("digits", "dynamic programming"),
    difficulty=1300,
    sizes=(40, 900, 22000),
)


def generate(rng, size):
    n = min(10**6, rng.randint(max(1, size * 2 // 3), size))
    middle = max(1, 9 * len(str(n)) // 2)
    s = rng.choice([1, middle, rng.randint(1, 2 * middle), rng.randint(1, middle + 5)])
    return n, min(60, s)


def digits_of_text(n, s):
    count = 0
    for number in range(1, n + 1):
        digits = [int(ch) for ch in str(number)]
        if sum(digits) == s:
            count = count + 1
    return count


def divide_by_ten(N, wanted):
    hits = 0
    x = 1
    while x <= N:
        y, t = x, 0
        while y:
            t += y % 10
            y //= 10
        hits += t == wanted
        x += 1
    return hits


def sums_from_shorter_numbers(n, s):
    ds = list(range(10))
    while len(ds) <= n:
        ds = [head + last for head in ds for last in range(10)]
    return ds[:n + 1].count(s)


def digit_by_digit(n, s):
    # states: sum so far -> how many prefixes below n's prefix
    smaller = {}
    exact = 0
    for ch in str(n):
        d = int(ch)
        nxt = {}
        for total, ways in smaller.items():
            for e in range(10):
                nxt[total + e] = nxt.get(total + e, 0) + ways
        for e in range(d):
            nxt[exact + e] = nxt.get(exact + e, 0) + 1
        exact += d
        smaller = nxt
    return smaller.get(s, 0) + (1 if exact == s else 0)


WAYS = ((digits_of_text, divide_by_ten), sums_from_shorter_numbers, digit_by_digit)
