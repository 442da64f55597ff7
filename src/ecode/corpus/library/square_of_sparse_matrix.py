"""Square of a matrix that has many zeros."""

from ecode.corpus.kernel import Kernel, Matrix

KERNEL = Kernel(
    title="Square of a matrix with zeros",
    statement="The matrix $a$ has as many rows as columns, and many of its entries may be 0. Find the product $a \\cdot a$: the entry in row $i$ and column $j$ is the sum of $a_{ik} a_{kj}$ over all $k$.",
    inputs=(Matrix("a", -100, 100),),
    output=Matrix("product"),
    output_text="the matrix $a \\cdot a$",
    tags=("matrices",),
    difficulty=1000,
    sizes=(3, 8, 48),
)


def generate(rng, size):
    share = rng.choice([0.1, 0.3, 0.6] if size < 20 else [0.04, 0.08, 0.12])
    return ([[rng.randint(-20, 20) if rng.random() < share else 0 for _ in range(size)] for _ in range(size)],)


def three_loops(a):
    n = len(a)
    product = []
    for i in range(n):
        product.append([])
        for j in range(n):
            s = 0
            for k in range(n):
                s = s + a[i][k] * a[k][j]
            product[i].append(s)
    return product


def zip_of_columns(m):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*m)] for row in m]


def only_nonzero_entries(a):
    n = len(a)
    sparse = [[(j, v) for j, v in enumerate(row) if v] for row in a]
    result = []
    for entries in sparse:
        line = [0] * n
        for k, x in entries:
            for j, y in sparse[k]:
                line[j] += x * y
        result.append(line)
    return result


WAYS = ((three_loops, zip_of_columns), only_nonzero_entries)
