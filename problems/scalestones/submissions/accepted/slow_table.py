n, q = map(int, input().split())
stones = list(map(int, input().split()))
asked = list(map(int, input().split()))
top = max(asked)
INF = 1000
few = [INF] * (top + 1)
few[0] = 0
for s in stones:
    for w in range(top, s - 1, -1):
        if few[w - s] + 1 < few[w]:
            few[w] = few[w - s] + 1
for w in asked:
    print(few[w] if few[w] < INF else -1)
count = 0
for w in range(1, top + 1):
    if few[w] < INF:
        count += 1
print(count)
