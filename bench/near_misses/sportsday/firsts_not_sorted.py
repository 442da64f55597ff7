# near miss: wrong order; sorts by sum and name and looks at the number of first places only to decide who shares a position
import sys

def main():
    lines = sys.stdin.read().splitlines()
    k, m = map(int, lines[0].split())
    names = lines[1].split()
    total = [0] * k
    firsts = [0] * k
    for line in lines[2:2 + m]:
        _, kind, *res = line.split()
        here = sorted((int(v) for v in res if v != "x"), reverse=kind == "most")
        place = {}
        for i, v in enumerate(here, 1):
            place.setdefault(v, i)
        for i, v in enumerate(res):
            p = len(here) + 1 if v == "x" else place[int(v)]
            total[i] += p
            firsts[i] += p == 1
    last, pos = None, 0
    for rank, i in enumerate(sorted(range(k), key=lambda i: (total[i], names[i])), 1):
        key = (total[i], firsts[i])
        if key != last:
            last, pos = key, rank
        print(pos, names[i], total[i])

main()
