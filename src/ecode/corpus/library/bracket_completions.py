"""Count the ways to complete a beginning of a bracket string."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Complete the brackets",
    statement="The string $p$ of brackets is the beginning of a string of $n$ brackets ($n$ is at least the length of $p$). Count the strings of length $n$ that begin with $p$ and in which all brackets match. The answer may be 0.",
    inputs=(Str("p", "()"), Int("n", 1, 40)),
    output=Int("count"),
    output_text="the number of such strings",
    tags=("combinatorics", "dynamic programming"),
    difficulty=1500,
    sizes=(6, 12, 19),
)


def generate(rng, size):
    n = min(40, size + size % 2 - rng.choice([0, 0, 2 if size > 15 else 0])) if rng.random() < 0.93 else min(39, size | 1)
    depth, p = 0, ""
    for _ in range(rng.randint(1, max(1, min(n, 5 if size > 15 else n)))):
        up = depth == 0 or rng.random() < 0.6
        p += "(" if up else ")"
        depth += 1 if up else -1
    if rng.random() < 0.08:
        p = (")" + p)[:n]
    return p, n


def build_and_check(p, n):
    strings = [p]
    for _ in range(n - len(p)):
        longer = []
        for s in strings:
            for b in "()":
                t = s + b
                if t.count(")") <= t.count("(") <= n // 2:
                    longer.append(t)
        strings = longer
    good = 0
    for s in strings:
        depth = 0
        ok = True
        for ch in s:
            depth += 1 if ch == "(" else -1
            if depth < 0:
                ok = False
                break
        if ok and depth == 0:
            good += 1
    return good


def recursive_choices(prefix, n):
    def complete(left, depth):
        if depth < 0 or depth > left:
            return 0
        if left == 0:
            return 1
        return complete(left - 1, depth + 1) + complete(left - 1, depth - 1)

    depth = 0
    broken = False
    for ch in prefix:
        depth = depth + 1 if ch == "(" else depth - 1
        if depth < 0:
            broken = True
    return 0 if broken else complete(n - len(prefix), depth)


def counts_by_depth(p, n):
    row = [1] + [0] * (n + 1)
    for i in range(n):
        nxt = [0] * (n + 2)
        for d in range(n + 1):
            if row[d]:
                if i >= len(p) or p[i] == "(":
                    nxt[d + 1] += row[d]
                if d > 0 and (i >= len(p) or p[i] == ")"):
                    nxt[d - 1] += row[d]
        row = nxt
    return row[0]


def reflected_paths(p, n):
    from itertools import accumulate
    from math import comb
    heights = list(accumulate(1 if c == "(" else -1 for c in p))
    h, m = heights[-1], n - len(p)
    if min(heights) < 0 or m < h or (m - h) % 2:
        total = 0
    else:
        # all paths down to 0, less those that touch -1
        up = (m - h) // 2
        total = comb(m, up) - (comb(m, up - 1) if up else 0)
    return total


WAYS = (build_and_check, recursive_choices, (counts_by_depth, reflected_paths))
