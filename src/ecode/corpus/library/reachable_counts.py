"""How many vertices each vertex can reach."""

from ecode.corpus.kernel import Int, Ints, Kernel, Rows

KERNEL = Kernel(
    title="Reachable places",
    statement="The rows of $e$ are one-way streets from $u$ to $v$ between the places $1, \\ldots, n$. For each place count the places that can be reached from it along the streets, the place itself included.",
    inputs=(Int("n", 1, 300), Rows("e", ("u", "v"), 1, 300, 0)),
    output=Ints("counts"),
    output_text="one number for each place, in order",
    tags=("graphs", "transitive closure"),
    difficulty=1500,
    sizes=(4, 16, 58),
)


def generate(rng, size):
    n = min(300, size)
    rows = []
    forward = rng.random() < 0.4
    for _ in range(rng.choice([n, n * 3 // 2, 3 * n])):
        u, v = rng.randint(1, n), rng.randint(1, n)
        rows.append((min(u, v), max(u, v)) if forward else (u, v))
    return n, rows


def close_the_matrix(n, e):
    reach = [[i == j for j in range(n)] for i in range(n)]
    for u, v in e:
        reach[u - 1][v - 1] = True
    for k in range(n):
        for i in range(n):
            for j in range(n):
                if reach[i][k] and reach[k][j]:
                    reach[i][j] = True
    return [row.count(True) for row in reach]


def rows_until_nothing_new(n, edges):
    sizes = []
    for start in range(1, n + 1):
        known = {start}
        old = 0
        while len(known) > old:
            old = len(known)
            for a, b in edges[::-1]:
                if a in known:
                    known.add(b)
        sizes.append(len(known))
    return sizes


def walk_from_each_place(n, e):
    out = {}
    for u, v in e:
        out.setdefault(u, set()).add(v)
    counts = []
    for s in range(1, n + 1):
        seen = {s}
        stack = [s]
        while stack:
            for y in out.get(stack.pop(), ()):
                if y not in seen:
                    seen.add(y)
                    stack.append(y)
        counts.append(len(seen))
    return counts


def close_rows_of_bits(n, e):
    bits = [1 << i for i in range(n + 1)]
    for u, v in e:
        bits[u] |= 1 << v
    for k in range(1, n + 1):
        through = bits[k]
        for i in range(1, n + 1):
            if bits[i] >> k & 1:
                bits[i] |= through
    return [bin(b).count("1") for b in bits[1:]]


WAYS = (close_the_matrix, rows_until_nothing_new, (walk_from_each_place, close_rows_of_bits))
