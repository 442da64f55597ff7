# near miss: greedy; the window drops only one song per step and looks only at the newest artist, so an excess of another artist stays in it
import sys


def main():
    data = sys.stdin.read().split()
    n, q = int(data[0]), int(data[1])
    names = data[2 : 2 + 2 * n : 2]
    secs = []
    for t in data[3 : 2 + 2 * n : 2]:
        m, s = t.split(":")
        secs.append(60 * int(m) + int(s))
    ids = {}
    who = [ids.setdefault(a, len(ids)) for a in names]
    rest = data[2 + 2 * n :]
    for j in range(q):
        r, limit = int(rest[2 * j]), int(rest[2 * j + 1])
        count = [0] * len(ids)
        left = total = 0
        best = (0, 0)
        at = 0
        for i in range(n):
            a = who[i]
            count[a] += 1
            total += secs[i]
            # the window never has to get shorter than the best one so far
            if count[a] > r or total > limit:
                count[who[left]] -= 1
                total -= secs[left]
                left += 1
            if count[a] <= r and total <= limit and (i + 1 - left, total) > best:
                best = (i + 1 - left, total)
                at = left + 1
        if best[0] == 0:
            print("no tape")
        else:
            t = best[1]
            print(best[0], at, f"{t // 3600}:{t // 60 % 60:02d}:{t % 60:02d}")


main()
