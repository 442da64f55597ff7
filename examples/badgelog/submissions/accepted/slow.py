# daily badge report
r, n = map(int, input().split())

revoked = []
for i in range(r):
    revoked.append(input().strip())

doors = []
uses = {}
people = {}
hours = {}
tried = []
tries = []

for i in range(n):
    line = input()
    parts = line.split(" ")
    time = parts[0]
    badge = parts[1]
    door = parts[2]

    # revoked badges do not open anything
    if badge in revoked:
        if badge not in tried:
            tried.append(badge)
        tries.append(badge)
        continue

    if door not in doors:
        doors.append(door)
        uses[door] = 0
        people[door] = []
        hours[door] = [0] * 24

    uses[door] = uses[door] + 1
    if badge not in people[door]:
        people[door].append(badge)
    hour = int(time.split(":")[0])
    hours[door][hour] += 1

report = ""
for door in doors:
    best = 0
    for h in range(24):
        if hours[door][h] > hours[door][best]:
            best = h
    report += door + " " + str(uses[door]) + " " + str(len(people[door])) + " " + str(best).zfill(2) + "\n"

report += "revoked " + str(len(tried)) + "\n"
for badge in tried:
    report += badge + " " + str(tries.count(badge)) + "\n"

print(report, end="")
