"""Count the blocks of digits whose number is divisible by k."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Divisible blocks of digits",
    statement="Count the non-empty substrings of the digit string $s$ that, read as decimal numbers (zeros in front allowed), are divisible by $k$. Equal substrings at different places count separately.",
    inputs=(Str("s", "0123456789"), Int("k", 1, 1000)),
    output=Int("blocks"),
    output_text="the number of these substrings",
    tags=("strings", "number theory", "dynamic programming"),
    difficulty=1500,
    sizes=(6, 40, 230),
)


def generate(rng, size):
    digits = rng.choice(["0123456789", "05", "2468", "0123456789"])
    k = rng.choice([1, 2, 3, 5, 7, 9, 11, 12, 13, 25])
    return "".join(rng.choice(digits) for _ in range(size)), k


def convert_each_block(s, k):
    count = 0
    for i in range(len(s)):
        for j in range(i + 1, len(s) + 1):
            if int(s[i:j]) % k == 0:
                count += 1
    return count


def extend_remainders(digits, m):
    blocks = 0
    for start in range(len(digits)):
        rest = 0
        for ch in digits[start:]:
            rest = (rest * 10 + int(ch)) % m
            if rest == 0:
                blocks += 1
    return blocks


def remainders_of_open_blocks(s, k):
    # how many blocks that end here leave each remainder
    ending = [0] * k
    total = 0
    for ch in s:
        d = int(ch)
        ending[0] += 1
        fresh = [0] * k
        for r in range(k):
            if ending[r]:
                fresh[(10 * r + d) % k] += ending[r]
        ending = fresh
        total += ending[0]
    return total


def remainders_in_dictionary(s, k):
    ans = 0
    ways = {}
    for d in map(int, s):
        new = {d % k: 1}
        for r, c in ways.items():
            t = (10 * r + d) % k
            new[t] = new.get(t, 0) + c
        ways = new
        ans += ways.get(0, 0)
    return ans


WAYS = (convert_each_block, extend_remainders, (remainders_of_open_blocks, remainders_in_dictionary))
