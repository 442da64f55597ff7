"""Count the numbers that are palindromes in a given base."""

from ecode.corpus.kernel import Int, Kernel

KERNEL = Kernel(
    title="Palindromes in a base",
    statement="Count the numbers $x$ with $1 \\le x \\le n$ whose digits in base $b$ (without leading zeros) read the same forwards and backwards.",
    inputs=(Int("n", 1, 10**6), Int("b", 2, 16)),
    output=Int("count"),
    output_text="how many such numbers there are",
    tags=("digits", "number theory"),
    difficulty=1300,
    sizes=(30, 500, 10000),
)


def generate(rng, size):
    n = min(10**6, rng.randint(max(1, size * 3 // 4), size))
    return n, rng.choice([2, 3, 7, 8, 10, 16, rng.randint(2, 16)])


def collect_digits_and_compare(n, b):
    count = 0
    for x in range(1, n + 1):
        digits = []
        y = x
        while y > 0:
            digits.insert(0, y % b)
            y //= b
        ok = True
        for i in range(len(digits)):
            if digits[i] != digits[len(digits) - 1 - i]:
                ok = False
        if ok:
            count += 1
    return count


def reverse_by_arithmetic(limit, base):
    good = 0
    for number in range(1, limit + 1):
        rest, flipped = number, 0
        while rest:
            rest, digit = divmod(rest, base)
            flipped = flipped * base + digit
        good += flipped == number
    return good


def mirror_each_half(n, b):
    total = 0
    half = 1
    done = False
    while not done:
        done = True
        # odd length (middle digit shared) and even length
        for skip in (True, False):
            left = half // b if skip else half
            value = half
            while left:
                value = value * b + left % b
                left //= b
            if value <= n:
                total += 1
                done = False
        half += 1
    return total


def count_by_length(n, b):
    digits = []
    y = n
    while y:
        digits.append(y % b)
        y //= b
    digits.reverse()
    size = len(digits)
    total = 0
    for length in range(1, size):
        total += (b - 1) * b ** ((length + 1) // 2 - 1)
    h = (size + 1) // 2
    head = 0
    for d in digits[:h]:
        head = head * b + d
    total += head - b ** (h - 1)
    mirrored = digits[:h] + digits[:size - h][::-1]
    return total + (mirrored <= digits)


WAYS = (collect_digits_and_compare, reverse_by_arithmetic, mirror_each_half, count_by_length)
