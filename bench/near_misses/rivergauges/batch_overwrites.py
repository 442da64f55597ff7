# near miss: lost duplicates; rain is collected until the next flow, and a second rain at the same gauge replaces the first
import sys


def main():
    rows = sys.stdin.read().split("\n")
    n, q = map(int, rows[0].split())
    down = [0, 0] + list(map(int, rows[1].split()))
    feed = [[] for _ in range(n + 1)]
    for i in range(2, n + 1):
        feed[down[i]].append(i)
    order, depth = [1], [0] * (n + 1)
    depth[1] = 1
    for g in order:
        for c in feed[g]:
            depth[c] = depth[g] + 1
            order.append(c)
    flow = [0] * (n + 1)
    pending = {}
    out = []
    for row in rows[2:q + 2]:
        f = row.split()
        g = int(f[1])
        if f[0] == "rain":
            pending[g] = int(f[2])
            continue
        if pending:
            # one sweep from the springs to the mouth for the whole batch
            extra = [0] * (n + 1)
            for i, litres in pending.items():
                extra[i] = litres
            for i in reversed(order):
                flow[i] += extra[i]
                extra[down[i]] += extra[i]
            pending = {}
        out.append(flow[g])
    out.append(max(depth))
    print(*out, sep="\n")


main()
