import sys
from bisect import bisect_left, bisect_right, insort


def minutes(text):
    return int(text[:2]) * 60 + int(text[3:])


def main():
    lines = sys.stdin.read().split("\n")
    n = int(lines[0])
    days = {}
    granted = {}
    out = []
    for number in range(1, n + 1):
        p = lines[number].split()
        if p[0] == "back":
            day, start, end = granted.pop(int(p[1]))
            plan = days[day]
            del plan[bisect_left(plan, (start,))]
            continue
        day, start, end = p[1], minutes(p[2]), minutes(p[3])
        plan = days.setdefault(day, [])
        i = bisect_right(plan, (start, 9999))
        if i and plan[i - 1][1] > start:
            i -= 1
        if i == len(plan) or plan[i][0] >= end:
            plan.insert(i, (start, end, number))
            granted[number] = (day, start, end)
            out.append("yes")
            continue
        size = end - start
        number = plan[i][2]
        t = start
        while i < len(plan) and plan[i][0] < t + size:
            t = plan[i][1]
            i += 1
        out.append(f"no {number} " + (f"{t // 60:02d}:{t % 60:02d}" if t + size <= 1440 else "-"))
    out.append(f"{len(granted)} {sum(e - s for d, s, e in granted.values())}")
    print("\n".join(out))


main()
