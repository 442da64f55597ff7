# numbers the gauges by a walk, so that everything above a gauge is one stretch; sums in blocks of 32
n, q = map(int, input().split())
below = [0, 0] + list(map(int, input().split()))
kids = {i: [] for i in range(1, n + 1)}
for i in range(2, n + 1):
    kids[below[i]].append(i)
start, stop = [0] * (n + 1), [0] * (n + 1)
level = [0] * (n + 1)
level[1] = 1
clock = 0
stack = [1]
while stack:
    v = stack.pop()
    if v < 0:
        stop[-v] = clock
        continue
    start[v] = clock
    clock += 1
    stack.append(-v)
    for k in kids[v]:
        level[k] = level[v] + 1
        stack.append(k)
value = [0] * n
block = [0] * (n // 32 + 1)


def head(i):
    b = i >> 5
    return sum(block[:b]) + sum(value[b << 5:i])


for _ in range(q):
    word, *rest = input().split()
    v = int(rest[0])
    if word == "rain":
        x = int(rest[1])
        value[start[v]] += x
        block[start[v] >> 5] += x
    else:
        print(head(stop[v]) - head(start[v]))
print(max(level))
