# Takes the latest of several equally busy hours instead of the earliest.
r, n = map(int, input().split())
revoked = {input().strip() for _ in range(r)}
people, hours, tries = {}, {}, {}
for _ in range(n):
    time, badge, door = input().split()
    if badge in revoked:
        tries[badge] = tries.get(badge, 0) + 1
        continue
    people.setdefault(door, set()).add(badge)
    hours.setdefault(door, [0] * 24)[int(time[:2])] += 1
for door, counts in hours.items():
    best = max(range(24), key=lambda h: (counts[h], h))
    print(door, sum(counts), len(people[door]), f"{best:02d}")
print("revoked", len(tries))
for badge, count in tries.items():
    print(badge, count)
