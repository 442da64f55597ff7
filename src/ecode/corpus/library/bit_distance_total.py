"""Total number of differing bits over all pairs."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Differing bits of all pairs",
    statement="The distance of two numbers is the number of binary places in which they differ. Add up the distances of all pairs of positions $i < j$ in the list $a$.",
    inputs=(Ints("a", 0, 2**20 - 1),),
    output=Int("total"),
    output_text="the sum of the distances",
    tags=("bit manipulation",),
    difficulty=1200,
    sizes=(4, 40, 260),
)


def generate(rng, size):
    top = rng.choice([3, 255, 2**20 - 1])
    a = [rng.randint(0, top) for _ in range(size)]
    if rng.random() < 0.05:
        a = [a[0]] * size
    return (a,)


def count_ones_in_text(a):
    total = 0
    n = len(a)
    for i in range(n):
        for j in range(i + 1, n):
            total += bin(a[i] ^ a[j]).count("1")
    return total


def drop_lowest_bits(nums):
    dist = 0
    for idx, x in enumerate(nums):
        for y in nums[:idx]:
            diff = x ^ y
            while diff:
                diff &= diff - 1
                dist += 1
    return dist


def place_by_place(values):
    answer = 0
    for bit in range(20):
        ones = 0
        zeros = 0
        for v in values:
            if (v >> bit) & 1 == 1:
                ones += 1
            else:
                zeros += 1
        answer += ones * zeros
    return answer


def columns_of_digits(a):
    n = len(a)
    rows = [format(v, "020b") for v in a]
    return sum(c * (n - c) for c in (col.count("1") for col in zip(*rows)))


WAYS = ((count_ones_in_text, drop_lowest_bits), place_by_place, columns_of_digits)
