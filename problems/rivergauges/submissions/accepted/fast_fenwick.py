import sys


def main():
    lines = sys.stdin.read().split("\n")
    n, q = map(int, lines[0].split())
    above = [[] for _ in range(n + 1)]
    for i, p in enumerate(map(int, lines[1].split()), 2):
        above[p].append(i)
    # numbers in the order of a walk up the tree
    first = [0] * (n + 1)
    order = []
    deepest = 0
    stack = [(1, 1)]
    while stack:
        v, depth = stack.pop()
        if depth > deepest:
            deepest = depth
        order.append(v)
        first[v] = len(order)
        for c in above[v]:
            stack.append((c, depth + 1))
    size = [1] * (n + 1)
    for v in reversed(order):
        for c in above[v]:
            size[v] += size[c]
    tree = [0] * (n + 1)

    def upto(i):
        s = 0
        while i:
            s += tree[i]
            i &= i - 1
        return s

    out = []
    for line in lines[2:q + 2]:
        part = line.split()
        v = int(part[1])
        if part[0] == "rain":
            i = first[v]
            x = int(part[2])
            while i <= n:
                tree[i] += x
                i += i & -i
        else:
            out.append(upto(first[v] + size[v] - 1) - upto(first[v] - 1))
    out.append(deepest)
    print("\n".join(map(str, out)))


main()
