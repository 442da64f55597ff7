# near miss: off by one; the table of jumps has one power of two too few for the depth of the tree
import sys


def main():
    v = list(map(int, sys.stdin.buffer.read().split()))
    n, q = v[:2]
    par = [0, 1] + v[2:n + 1]
    dep = [0] * (n + 1)
    for i in range(2, n + 1):
        dep[i] = dep[par[i]] + 1
    levels = max(1, max(dep).bit_length() - 1)
    up = [par]
    for _ in range(levels - 1):
        prev = up[-1]
        up.append([prev[prev[i]] for i in range(n + 1)])
    cnt = [0] * (n + 1)
    out = []
    for j in range(n + 1, n + 1 + 2 * q, 2):
        a, b = v[j], v[j + 1]
        x, y = (a, b) if dep[a] >= dep[b] else (b, a)
        diff = dep[x] - dep[y]
        for e in range(levels):
            if diff >> e & 1:
                x = up[e][x]
        if x != y:
            for e in range(levels - 1, -1, -1):
                if up[e][x] != up[e][y]:
                    x, y = up[e][x], up[e][y]
            x = par[x]
        cnt[x] += 1
        out.append("%d %d" % (dep[a] + dep[b] - 2 * dep[x], x))
    out.append(str(cnt.index(max(cnt))))
    print("\n".join(out))


main()
