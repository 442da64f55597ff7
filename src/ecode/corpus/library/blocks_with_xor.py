"""Count the consecutive blocks with a given exclusive or."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Blocks with a given xor",
    statement="Count the non-empty blocks of consecutive elements of $a$ for which the bitwise exclusive or of all elements is $x$.",
    inputs=(Ints("a", 0, 2**20 - 1), Int("x", 0, 2**20 - 1)),
    output=Int("blocks"),
    output_text="the number of these blocks",
    tags=("bits", "hashing", "prefix sums"),
    difficulty=1400,
    sizes=(7, 50, 520),
)


def generate(rng, size):
    bits = rng.choice([1, 3, 6, 10, 20])
    a = [rng.randrange(2**bits) for _ in range(size)]
    x = rng.choice([0, rng.randrange(2**bits), a[0] ^ a[size // 2] if size < 3 else a[0] ^ a[1]])
    return a, x


def xor_every_block(a, x):
    total = 0
    for i in range(len(a)):
        cur = 0
        for j in range(i, len(a)):
            cur = cur ^ a[j]
            if cur == x:
                total = total + 1
    return total


def shrinking_suffix_list(numbers, wanted):
    # the xors of all blocks that end at the present element
    ending = []
    hits = 0
    for num in numbers:
        ending = [e ^ num for e in ending]
        ending.append(num)
        hits += ending.count(wanted)
    return hits


def prefix_dictionary(a, x):
    first = {0: 1}
    prefix = 0
    answer = 0
    for value in a:
        prefix ^= value
        answer += first.get(prefix ^ x, 0)
        if prefix not in first:
            first[prefix] = 0
        first[prefix] += 1
    return answer


def pairs_of_prefix_values(arr, target):
    from collections import Counter
    from itertools import accumulate
    from operator import xor

    pre = Counter(accumulate([0] + arr, xor))
    if target == 0:
        twice = sum(c * (c - 1) for c in pre.values())
    else:
        twice = sum(c * pre[p ^ target] for p, c in list(pre.items()) if (p ^ target) in pre)
    return twice // 2


WAYS = ((xor_every_block, shrinking_suffix_list), (prefix_dictionary, pairs_of_prefix_values))
