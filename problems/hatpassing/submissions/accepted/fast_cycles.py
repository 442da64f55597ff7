import sys


def main():
    lines = sys.stdin.read().split("\n")
    n, q = map(int, lines[0].split())
    p = [0] + list(map(int, lines[1].split()))
    circle = [None] * (n + 1)
    place = [0] * (n + 1)
    lengths = {}
    for i in range(1, n + 1):
        if circle[i] is None:
            c = [i]
            while p[c[-1]] != i:
                c.append(p[c[-1]])
            for k, x in enumerate(c):
                circle[x] = c
                place[x] = k
            lengths[len(c)] = lengths.get(len(c), 0) + len(c)
    out = []
    for line in lines[2:q + 2]:
        word, *rest = line.split()
        t = int(rest[-1])
        if word == "home":
            out.append(sum([g for k, g in lengths.items() if t % k == 0]))
        else:
            x = int(rest[0])
            c = circle[x]
            out.append(c[(place[x] + (t if word == "hat" else -t)) % len(c)])
    at_home = [0] * 3001
    for k, guests in lengths.items():
        for t in range(k, 3001, k):
            at_home[t] += guests
    out.append(next((t for t in range(1, 3001) if 2 * at_home[t] >= n), 0))
    print("\n".join(map(str, out)))


main()
