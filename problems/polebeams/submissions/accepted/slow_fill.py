# from the lowest pole to the tallest: join everything that is not taller
n = int(input())
h = [int(v) for v in input().split()]
cover = [0] * n
for level in sorted(set(h)):
    run = []
    for i in range(n + 1):
        if i < n and h[i] <= level:
            run.append(i)
        else:
            for k in run:
                if h[k] == level:
                    cover[k] = len(run)
            run = []
print(*cover)
top = max(cover)
low = min([h[i] for i in range(n) if cover[i] != top], default=None)
ans = 0
if low is not None:
    for i in range(n):
        if h[i] == low and cover[i] != top:
            ans = i + 1
            break
print(ans, sum(cover))
