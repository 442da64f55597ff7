import sys
from collections import Counter


def main():
    data = sys.stdin.read().split()
    r, n = int(data[0]), int(data[1])
    revoked = set(data[2 : 2 + r])
    log = data[2 + r : 2 + r + 3 * n]
    people = {}
    hours = {}
    tries = Counter()
    for time, badge, door in zip(log[::3], log[1::3], log[2::3]):
        if badge in revoked:
            tries[badge] += 1
            continue
        if door not in people:
            people[door] = set()
            hours[door] = [0] * 24
        people[door].add(badge)
        hours[door][int(time[:2])] += 1
    lines = []
    for door, counts in hours.items():
        lines.append(f"{door} {sum(counts)} {len(people[door])} {counts.index(max(counts)):02d}")
    lines.append(f"revoked {len(tries)}")
    lines += [f"{badge} {count}" for badge, count in tries.items()]
    print("\n".join(lines))


main()
