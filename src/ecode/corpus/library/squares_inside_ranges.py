"""Count perfect squares inside ranges."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Squares inside ranges",
    statement="Each row of $q$ holds $l$ and $r$ with $l \\le r$. For each row count the perfect squares $x$ with $l \\le x \\le r$; 0 is a perfect square.",
    inputs=(Rows("q", ("l", "r"), 0, 10**5, 1),),
    output=Ints("counts"),
    output_text="the count for each row, in order",
    tags=("number theory", "binary search"),
    difficulty=900,
    sizes=(4, 20, 80),
)


def generate(rng, size):
    top = min(10**5, max(20, rng.choice([30, 60]) * size))
    rows = []
    for _ in range(size):
        pair = [rng.choice([rng.randint(0, top), rng.randint(0, int(top**0.5)) ** 2]) for _ in range(2)]
        rows.append((min(pair), max(pair)))
    return (rows,)


def root_of_each_number(q):
    res = []
    for l, r in q:
        c = 0
        for x in range(l, r + 1):
            root = round(x ** 0.5)
            if root * root == x:
                c += 1
        res.append(c)
    return res


def walk_the_squares(ranges):
    counts = []
    for low, high in ranges:
        k = 0
        inside = 0
        while k * k <= high:
            if k * k >= low:
                inside += 1
            k += 1
        counts.append(inside)
    return counts


def squares_and_bisect(q):
    import bisect
    top = max(r for l, r in q)
    squares = [0]
    i = 1
    while squares[-1] < top:
        squares.append(i * i)
        i += 1
    out = []
    for l, r in q:
        out.append(bisect.bisect_right(squares, r) - bisect.bisect_left(squares, l))
    return out


def integer_roots(q):
    from math import isqrt
    return [isqrt(r) - (isqrt(l - 1) if l else -1) for l, r in q]


WAYS = (root_of_each_number, walk_the_squares, (squares_and_bisect, integer_roots))
