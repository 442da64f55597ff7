"""Count the blocks with positive, zero and negative product."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Signs of products",
    statement="Consider every non-empty block of consecutive elements of $a$ and the product of its elements. Count the blocks with a negative product, with product 0 and with a positive product.",
    inputs=(Ints("a", -(10**6), 10**6),),
    output=Ints("counts"),
    output_text="these three counts in this order",
    tags=("counting", "prefix sums"),
    difficulty=1300,
    sizes=(5, 40, 420),
)


def generate(rng, size):
    high = rng.choice([1, 3, 9, 10**4])
    zero = rng.choice([0.0, 0.01, 0.2])
    a = []
    for _ in range(size):
        x = rng.randint(-high, high) or rng.choice([1, -1])
        a.append(0 if rng.random() < zero else x)
    if rng.random() < 0.15:
        a = [abs(x) for x in a]
    return (a,)


def sign_of_each_block(a):
    neg = zero = pos = 0
    for i in range(len(a)):
        sign = 1
        for j in range(i, len(a)):
            if a[j] < 0:
                sign = -sign
            elif a[j] == 0:
                sign = 0
            if sign < 0:
                neg += 1
            elif sign > 0:
                pos += 1
            else:
                zero += 1
    return [neg, zero, pos]


def lists_of_ending_signs(values):
    # signs of the products of all blocks that end here
    counts = [0, 0, 0]
    signs = []
    for v in values:
        s = (v > 0) - (v < 0)
        signs.append(1)
        signs = [s * t for t in signs]
        for t in (-1, 0, 1):
            counts[t + 1] += signs.count(t)
    return counts


def two_counters(a):
    plus = minus = 0
    res = [0, 0, 0]
    for i, x in enumerate(a):
        if x == 0:
            plus = minus = 0
        elif x > 0:
            plus += 1
        else:
            plus, minus = minus, plus + 1
        res[0] += minus
        res[1] += i + 1 - plus - minus
        res[2] += plus
    return res


def parities_between_zeros(nums):
    n = len(nums)
    negative = positive = 0
    seen = [1, 0]
    parity = 0
    for x in nums:
        if x == 0:
            seen = [1, 0]
            parity = 0
            continue
        if x < 0:
            parity ^= 1
        positive += seen[parity]
        negative += seen[1 - parity]
        seen[parity] += 1
    return [negative, n * (n + 1) // 2 - negative - positive, positive]


WAYS = (sign_of_each_block, lists_of_ending_signs, (two_counters, parities_between_zeros))
