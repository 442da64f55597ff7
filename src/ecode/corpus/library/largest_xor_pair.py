"""Largest XOR of two elements."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Largest XOR of two",
    statement="Find the largest value of $a_i \\oplus a_j$ (bitwise XOR) over all positions $i$ and $j$ of the list $a$; $i = j$ is allowed and gives 0.",
    inputs=(Ints("a", 0, 2**20 - 1),),
    output=Int("best"),
    output_text="the largest XOR",
    tags=("bit manipulation", "tries"),
    difficulty=1600,
    sizes=(4, 50, 600),
)


def generate(rng, size):
    top = rng.choice([15, 4 * size, 2**20 - 1, 2**20 - 1])
    base = rng.choice([0, 0, 2**19])
    return ([min(2**20 - 1, base + rng.randint(0, top) // 2) for _ in range(size)],)


def all_pairs_listed(a):
    results = []
    for i in range(len(a)):
        for j in range(i, len(a)):
            results.append(a[i] ^ a[j])
    return max(results)


def each_against_rest(nums):
    best = 0
    nums = list(set(nums))
    for x in nums:
        m = max([x ^ y for y in nums])
        if m > best:
            best = m
    return best


def binary_trie(a):
    top = max(a).bit_length()
    root = {}
    for v in a:
        node = root
        for b in range(top - 1, -1, -1):
            node = node.setdefault(v >> b & 1, {})
    best = 0
    for v in a:
        node = root
        got = 0
        for b in range(top - 1, -1, -1):
            bit = v >> b & 1
            if 1 - bit in node:
                got += 1 << b
                node = node[1 - bit]
            else:
                node = node[bit]
        best = max(best, got)
    return best


def guess_prefixes(values):
    answer = 0
    for shift in range(19, -1, -1):
        heads = {v >> shift for v in values}
        wish = (answer >> shift) | 1
        for h in heads:
            if wish ^ h in heads:
                answer |= 1 << shift
                break
    return answer


WAYS = ((all_pairs_listed, each_against_rest), binary_trie, guess_prefixes)
