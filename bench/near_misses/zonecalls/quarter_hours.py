# near miss: hard-coded; tries only starts at full quarter hours, though the times of the members can begin at any minute
import sys

STEP = 15
DAY = 1440

def minutes(s):
    return int(s[:2]) * 60 + int(s[3:])

def main():
    data = sys.stdin.read().split()
    n = int(data[0])
    spans = {}
    for i in range(2, 2 + 3 * n, 3):
        zone = minutes(data[i][1:])
        if data[i][0] == "-":
            zone = -zone
        a, b = minutes(data[i + 1]), minutes(data[i + 2])
        span = ((a - zone) % DAY, (b - a) % DAY)
        spans[span] = spans.get(span, 0) + 1
    for m in map(int, data[2 + 3 * n:]):
        diff = [0] * (DAY + 1)
        for (begin, length), k in spans.items():
            if length >= m:
                end = begin + length - m + 1
                diff[begin] += k
                if end <= DAY:
                    diff[end] -= k
                else:
                    diff[0] += k
                    diff[end - DAY] -= k
        best, when, now = 0, 0, 0
        for t in range(DAY):
            now += diff[t]
            if t % STEP == 0 and now > best:
                best, when = now, t
        if best:
            print(f"{when // 60:02d}:{when % 60:02d} {best}")
        else:
            print("never")

main()
