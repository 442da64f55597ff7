n, d, q = map(int, input().split())
x = list(map(int, input().split()))
for k in map(int, input().split()):
    w = [max(x[i:i + k]) - min(x[i:i + k]) for i in range(n - k + 1)]
    print(sum(v < d for v in w), min(w), w.index(min(w)) + 1)
