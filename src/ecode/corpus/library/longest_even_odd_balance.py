"""Find the longest block with as many even as odd elements."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="As many even as odd",
    statement="Find the longest block of consecutive elements of $a$ with as many even as odd elements; if there are several, take the first one. If there is none, the answer is $0, 0$.",
    inputs=(Ints("a", 0, 10**6),),
    output=Ints("block"),
    output_text="the position of the first element (counted from 1) and the length of the block",
    tags=("prefix sums", "hashing"),
    difficulty=1300,
    sizes=(7, 50, 420),
)


def generate(rng, size):
    odd = rng.choice([0.5, 0.5, 0.4, 0.3, 0.7, 0.95])
    high = rng.choice([4, 99, 10**5])
    a = [2 * rng.randint(0, high) + (rng.random() < odd) for _ in range(size)]
    if rng.random() < 0.04:
        a = [2 * x for x in a]
    return (a,)


def every_even_length(a):
    n = len(a)
    first = 0
    best = 0
    for i in range(n):
        even = odd = 0
        for j in range(i, n):
            if a[j] % 2 == 0:
                even += 1
            else:
                odd += 1
            if even == odd and j - i + 1 > best:
                best = j - i + 1
                first = i + 1
    return [first, best]


def running_balance_from_start(numbers):
    signs = [1 if num % 2 else -1 for num in numbers]
    top = [0, 0]
    for start in range(len(signs)):
        if len(signs) - start <= top[1]:
            break
        balance = 0
        for end, s in enumerate(signs[start:], 1):
            balance += s
            if balance == 0 and end > top[1]:
                top = [start + 1, end]
    return top


def first_index_of_balance(nums):
    sums = [0]
    for x in nums:
        sums.append(sums[-1] + (1 if x % 2 == 1 else -1))
    best = (0, 0)
    for end in range(len(sums)):
        begin = sums.index(sums[end])
        if end - begin > best[1]:
            best = (begin + 1, end - begin)
    return list(best)


def first_place_dictionary(a):
    first = {0: 0}
    level = 0
    start = 0
    length = 0
    for i, x in enumerate(a, 1):
        level += 1 if x & 1 else -1
        f = first.setdefault(level, i)
        if i - f > length:
            length = i - f
            start = f + 1
    return [start, length]


WAYS = (every_even_length, running_balance_from_start, first_index_of_balance, first_place_dictionary)
