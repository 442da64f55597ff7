import sys
from collections import deque


def main():
    lines = sys.stdin.read().split("\n")
    n, k, w = map(int, lines[0].split())
    fails = {}
    out = []
    hit = set()
    for line in lines[1 : n + 1]:
        t, user, what = line.split()
        if what == "ok":
            fails.pop(user, None)
            continue
        t = int(t)
        q = fails.get(user)
        if q is None:
            q = fails[user] = deque()
        q.append(t)
        while q[0] <= t - w:
            q.popleft()
        if len(q) >= k:
            out.append(f"{t} {user}")
            hit.add(user)
            q.clear()
    out.append(f"alarms {len(out)} {len(hit)}")
    print("\n".join(out))


main()
