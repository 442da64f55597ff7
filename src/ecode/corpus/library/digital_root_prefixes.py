"""Digital roots of all prefixes of a long number."""

from ecode.corpus.kernel import Ints, Kernel, Str

KERNEL = Kernel(
    title="Digital roots of prefixes",
    statement="The digital root of a number comes from replacing the number by the sum of its digits until one digit is left. The string $d$ holds the digits of a number and may begin with zeros. For each prefix of $d$ find its digital root.",
    inputs=(Str("d", "0123456789"),),
    output=Ints("roots"),
    output_text="the digital root of each prefix, the shortest prefix first",
    tags=("digits", "prefix sums"),
    difficulty=1000,
    sizes=(8, 60, 450),
)


def generate(rng, size):
    kind = rng.random()
    pool = "09" if kind < 0.15 else "9" if kind < 0.2 else "0" if kind < 0.22 else "0123456789"
    return ("".join(rng.choice(pool) for _ in range(size)),)


def add_digits_until_short(d):
    roots = []
    for end in range(1, len(d) + 1):
        text = d[:end]
        while len(text) > 1:
            total = 0
            for ch in text:
                total += int(ch)
            text = str(total)
        roots.append(int(text))
    return roots


def remainder_of_the_prefix(s):
    result = []
    for i in range(len(s)):
        number = int(s[:i + 1])
        if number == 0:
            result.append(0)
        else:
            result.append(1 + (number - 1) % 9)
    return result


def running_digit_sum(digits):
    out = []
    total = 0
    for c in digits:
        total += int(c)
        root = total
        while root > 9:
            root = sum(map(int, str(root)))
        out.append(root)
    return out


def keep_one_digit(d):
    r, ans = 0, []
    for ch in d:
        r += ord(ch) - 48
        if r > 9:
            r -= 9
        ans.append(r)
    return ans


WAYS = (add_digits_until_short, (remainder_of_the_prefix, running_digit_sum), keep_one_digit)
