# near miss: bound overflow; looks for the first half-home stroke only among the strokes 1 to n, but it can come later
import sys

def main():
    inp = sys.stdin.readline
    n, q = map(int, inp().split())
    p = [int(x) - 1 for x in inp().split()]
    cyc = [None] * n
    at = [0] * n
    lengths = {}
    for s in range(n):
        if cyc[s] is None:
            c = []
            x = s
            while cyc[x] is None:
                cyc[x] = c
                at[x] = len(c)
                c.append(x)
                x = p[x]
            lengths[len(c)] = lengths.get(len(c), 0) + len(c)

    def home(t):
        return sum(g for l, g in lengths.items() if t % l == 0)

    for _ in range(q):
        w = inp().split()
        if w[0] == "home":
            print(home(int(w[1])))
        else:
            g, t = int(w[1]) - 1, int(w[2])
            if w[0] == "head":
                t = -t
            c = cyc[g]
            print(c[(at[g] + t) % len(c)] + 1)
    for t in range(1, n + 1):
        if 2 * home(t) >= n:
            print(t)
            break
    else:
        print(0)

main()
