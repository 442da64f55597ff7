# near miss: rounding; gaps are filled by adding a floating-point step again and again, which ends up just below whole numbers
import sys
from math import floor


def main():
    rows = sys.stdin.read().splitlines()
    s, n, low, high = map(int, rows[0].split())
    column = [0] * n
    alive = 0
    for row in rows[1:s + 1]:
        name, *cells = row.split()
        out, prev, hole, filled, longest = [], None, 0, 0, 0
        for cell in cells:
            v = None if cell == "?" else int(cell)
            if v is None or not low <= v <= high:
                hole += 1
                continue
            if hole:
                filled += hole
                longest = max(longest, hole)
                if prev is None:
                    out = [v] * hole
                else:
                    step = (v - prev) / (hole + 1)
                    x = float(prev)
                    for _ in range(hole):
                        x += step
                        out.append(floor(x))
                hole = 0
            out.append(v)
            prev = v
        if prev is None:
            print(name, "broken")
            continue
        out += [prev] * hole
        print(name, filled + hole, max(longest, hole), min(out), max(out), sum(out))
        alive += 1
        for i, v in enumerate(out):
            column[i] += v
    print("mean", *([v // alive for v in column] if alive else ["none"]))


main()
