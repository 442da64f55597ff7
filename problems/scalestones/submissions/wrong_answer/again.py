n, q = map(int, input().split())
s = list(map(int, input().split()))
a = list(map(int, input().split()))
t = max(a)
f = [0] + [999] * t
for w in range(1, t + 1):
    # may use a stone more than once
    f[w] = min([f[w - x] + 1 for x in s if x <= w], default=999)
for w in a:
    print(f[w] if f[w] < 999 else -1)
print(sum(x < 999 for x in f) - 1)
