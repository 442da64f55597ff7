import sys
inp = sys.stdin.readline
k, m = map(int, inp().split())
kids = inp().split()
pts = {c: 0 for c in kids}
gold = {c: 0 for c in kids}
for _ in range(m):
    w = inp().split()
    left = {}
    for c, v in zip(kids, w[2:]):
        if v != "x":
            left[c] = int(v)
    absent = [c for c in kids if c not in left]
    for c in absent:
        pts[c] += len(left) + 1
    given = 0
    # hand out the places one after the other
    while left:
        best = max(left.values()) if w[1] == "most" else min(left.values())
        winners = [c for c in left if left[c] == best]
        for c in winners:
            pts[c] += given + 1
            if given == 0:
                gold[c] += 1
            del left[c]
        given += len(winners)
todo = list(kids)
shown = 0
while len(todo) > 0:
    top = min((pts[c], -gold[c]) for c in todo)
    group = [c for c in todo if (pts[c], -gold[c]) == top]
    for c in sorted(group):
        print(shown + 1, c, pts[c])
    shown += len(group)
    todo = [c for c in todo if c not in group]
