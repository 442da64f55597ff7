import sys
from collections import deque, defaultdict


def main():
    by_amount = defaultdict(deque)
    by_cafe = defaultdict(deque)
    done = set()
    number, total = 0, 0
    out = []
    for line in sys.stdin.read().splitlines()[1:]:
        p = line.split()
        if p[0] == "bill":
            c = int(p[3])
            by_amount[p[2], c].append(p[1])
            by_cafe[p[2]].append((p[1], c))
            number += 1
            total += c
            continue
        cents = int(p[2])
        q = by_amount[p[1], cents]
        while q and q[0] in done:
            q.popleft()
        if q:
            out.append(q[0])
            done.add(q.popleft())
            number -= 1
            total -= cents
            continue
        q = by_cafe[p[1]]
        two = []
        while q and len(two) < 2:
            x = q.popleft()
            if x[0] not in done:
                two.append(x)
        if len(two) == 2 and two[0][1] + two[1][1] == cents:
            out.append(two[0][0] + " " + two[1][0])
            done.add(two[0][0])
            done.add(two[1][0])
            number -= 2
            total -= cents
        else:
            q.extendleft(reversed(two))
            out.append("aside")
    print("\n".join(out + [f"open {number} {total}"]))


main()
