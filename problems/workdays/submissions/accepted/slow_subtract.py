from datetime import date
n, q = map(int, input().split())
H = [date.fromisoformat(input()).toordinal() for _ in range(n)]
H = [h for h in H if h % 7 != 0 and h % 7 != 6]
def span(a, b):
    # all weekdays less the closed ones
    return sum(1 for d in range(a, b + 1) if 0 < d % 7 < 6) - len([h for h in H if a <= h <= b])
for _ in range(q):
    w, a, b = input().split()
    a = date.fromisoformat(a).toordinal()
    if w == "span":
        print(span(a, date.fromisoformat(b).toordinal()))
    else:
        k = int(b)
        end = a
        # jump ahead by what is still missing
        while k > 0:
            start = end + 1
            end += k
            k -= span(start, end)
        print(date.fromordinal(end).isoformat())
