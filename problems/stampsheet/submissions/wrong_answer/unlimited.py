k, q = map(int, input().split())
s = [tuple(map(int, input().split())) for _ in range(k)]
a = list(map(int, input().split()))
w = [1] + [0] * max(a)
for v, c in s:
    for x in range(v, len(w)):
        w[x] = (w[x] + w[x - v]) % (10 ** 9 + 7)
for x in a:
    print(w[x])
