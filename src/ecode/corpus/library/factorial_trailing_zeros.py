"""Trailing zeros of factorials, for many queries."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Zeros at the end of factorials",
    statement="For each number $x$ of the list $a$ find how many zeros stand at the end of the decimal form of $x! = 1 \\cdot 2 \\cdots x$, where $0! = 1$.",
    inputs=(Ints("a", 0, 2000),),
    output=Ints("zeros"),
    output_text="the number of zeros for each element, in order",
    tags=("number theory",),
    difficulty=900,
    sizes=(5, 20, 60),
)


def generate(rng, size):
    top = min(2000, rng.choice([6, 8, 10]) * size if size < 100 else 2000)
    return ([rng.choice([rng.randint(0, top), rng.randint(top // 2, top), rng.randint(0, top // 5) * 5]) for _ in range(size)],)


def write_out_the_product(a):
    answer = []
    for x in a:
        product = 1
        for i in range(2, x + 1):
            product *= i
        zeros = 0
        while product % 10 == 0:
            zeros += 1
            product //= 10
        answer.append(zeros)
    return answer


def count_fives_in_factors(values):
    res = []
    for v in values:
        fives = 0
        for k in range(1, v + 1):
            while k % 5 == 0:
                fives += 1
                k //= 5
        res.append(fives)
    return res


def prefix_of_fives(nums):
    table = [0]
    for i in range(1, max(nums) + 1):
        extra = 0
        if i % 5 == 0:
            extra = 1
            j = i // 5
            while j % 5 == 0:
                extra += 1
                j //= 5
        table.append(table[-1] + extra)
    return [table[v] for v in nums]


def quotients_of_five(a):
    out = []
    for n in a:
        z = 0
        while n > 4:
            n //= 5
            z += n
        out.append(z)
    return out


WAYS = (write_out_the_product, count_fives_in_factors, prefix_of_fives, quotients_of_five)
