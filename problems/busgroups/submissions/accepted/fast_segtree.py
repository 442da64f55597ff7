import sys


def main():
    lines = sys.stdin.read().split("\n")
    b, n = map(int, lines[0].split())
    seats = [int(x) for x in lines[1].split()]
    base = 1
    while base < b:
        base *= 2
    tree = [0] * (2 * base)
    tree[base : base + b] = seats
    for i in range(base - 1, 0, -1):
        tree[i] = max(tree[2 * i], tree[2 * i + 1])

    def change(bus, free):
        i = base + bus
        tree[i] = free
        while i > 1:
            i //= 2
            new = max(tree[2 * i], tree[2 * i + 1])
            if tree[i] == new:
                break
            tree[i] = new

    inside = [{} for _ in range(b)]
    where = {}
    walk = 0
    out = []
    for line in lines[2 : n + 2]:
        p = line.split()
        if p[0] == "on":
            k = int(p[2])
            if tree[1] < k:
                walk += k
                out.append(p[1] + " walk")
                continue
            i = 1
            while i < base:
                i *= 2
                if tree[i] < k:
                    i += 1
            bus = i - base
            change(bus, tree[i] - k)
            inside[bus][p[1]] = k
            where[p[1]] = bus
            out.append(f"{p[1]} {bus + 1}")
        elif p[0] == "off":
            bus = where.pop(p[1], -1)
            if bus < 0:
                out.append(p[1] + " gone")
            else:
                free = tree[base + bus] + inside[bus].pop(p[1])
                change(bus, free)
                out.append(f"{p[1]} {free}")
        else:
            bus = int(p[1]) - 1
            out.append(f"{len(inside[bus])} {seats[bus] - tree[base + bus]}")
            for g in inside[bus]:
                del where[g]
            inside[bus] = {}
            change(bus, seats[bus])
    out.append(f"{sum(seats) - sum(tree[base:base + b])} {walk}")
    print("\n".join(out))


main()
