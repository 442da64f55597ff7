n = int(input())
good = {}
def m(s):
    return int(s[0:2]) * 60 + int(s[3:5])
for i in range(n):
    w = input().split()
    if w[0] == "back":
        del good[int(w[1]) - 1]
    else:
        a, b = m(w[2]), m(w[3])
        same = sorted([good[k][1], good[k][2], k] for k in good if good[k][0] == w[1])
        hits = [x for x in same if x[0] < b and x[1] > a]
        if not hits:
            good[i] = (w[1], a, b)
            print("yes")
        else:
            # candidates: the wanted time and the ends of all bookings of the day
            res = "-"
            for c in [x[1] for x in same if x[1] >= a]:
                ok = c + b - a <= 1440
                for x in same:
                    if x[0] < c + b - a and x[1] > c:
                        ok = False
                        break
                if ok:
                    res = "%02d:%02d" % (c // 60, c % 60)
                    break
            print("no", hits[0][2] + 1, res)
print(len(good), sum(g[2] - g[1] for g in good.values()))
