"""Positions of words in the reflected Gray code."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Positions in the mirrored list",
    statement="Start with the list $0, 1$. To get the next list, append to the list its own mirror image, with $2^k$ added to each appended number, where $2^k$ is the length of the list so far. After $b - 1$ such steps the list holds $2^b$ numbers. For each number in $a$ (all smaller than $2^b$) find its position in this list, counted from 0.",
    inputs=(Int("b", 1, 12), Ints("a", 0, 4095)),
    output=Ints("positions"),
    output_text="the position of each number, in order",
    tags=("bit manipulation",),
    difficulty=1300,
    sizes=(3, 6, 11),
)


def generate(rng, size):
    b = min(12, size)
    n = 3 + size * size * 2 if size > 8 else 2 + size
    return b, [rng.randint(0, 2**b - 1) for _ in range(n)]


def build_and_search(b, a):
    codes = [0, 1]
    for _ in range(b - 1):
        add = len(codes)
        mirror = []
        for c in codes:
            mirror.insert(0, c + add)
        codes = codes + mirror
    return [codes.index(x) for x in a]


def flip_until_found(b, a):
    result = []
    for want in a:
        word = 0
        steps = 0
        while word != want:
            steps += 1
            # the lowest set bit of the step number flips
            word ^= steps & -steps
        result.append(steps)
    return result


def table_of_positions(bits, numbers):
    where = {}
    for i in range(2 ** bits):
        where[i ^ (i >> 1)] = i
    ans = []
    for x in numbers:
        ans.append(where[x])
    return ans


def xor_of_shifts(b, a):
    out = []
    for g in a:
        g ^= g >> 1
        g ^= g >> 2
        g ^= g >> 4
        g ^= g >> 8
        out.append(g)
    return out


WAYS = (flip_until_found, build_and_search, table_of_positions, xor_of_shifts)
