import sys


def places(values):
    """Place for each value, smaller is better; None did not appear."""
    present = sorted(v for v in values if v is not None)
    place = {}
    for i, v in enumerate(present, 1):
        place.setdefault(v, i)
    place[None] = len(present) + 1
    return [place[v] for v in values]


def main():
    lines = sys.stdin.read().splitlines()
    k, m = map(int, lines[0].split())
    names = lines[1].split()
    sums = [0] * k
    firsts = [0] * k
    for line in lines[2 : 2 + m]:
        _, way, *results = line.split()
        sign = -1 if way == "most" else 1
        values = [None if r == "x" else sign * int(r) for r in results]
        for i, p in enumerate(places(values)):
            sums[i] += p
            if p == 1 and values[i] is not None:
                firsts[i] += 1
    order = sorted(zip(sums, [-f for f in firsts], names))
    out = []
    position, last = 0, None
    for i, (s, f, name) in enumerate(order, 1):
        if (s, f) != last:
            position, last = i, (s, f)
        out.append(f"{position} {name} {s}")
    print("\n".join(out))


main()
