import sys
from collections import deque


def main():
    lines = sys.stdin.read().splitlines()
    lots, have = {}, {}
    out = []
    for line in lines[1:]:
        p = line.split()
        item, c = p[1], int(p[2])
        if p[0] == "in":
            if item not in lots:
                lots[item] = deque()
                have[item] = 0
            lots[item].append([c, int(p[3])])
            have[item] += c
            continue
        h = have.get(item, 0)
        if h < c:
            out.append(f"short {c - h}")
            continue
        have[item] = h - c
        q = lots[item]
        cost = 0
        while c >= q[0][0]:
            k, price = q.popleft()
            cost += k * price
            c -= k
            if not c:
                break
        if c:
            q[0][0] -= c
            cost += c * q[0][1]
        out.append(str(cost))
    out.append(f"rest {sum(have.values())} {sum(k * p for q in lots.values() for k, p in q)}")
    print("\n".join(out))


main()
