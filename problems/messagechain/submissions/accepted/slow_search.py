from collections import deque

n, q = map(int, input().split())
near = [[] for _ in range(n + 1)]
k = 2
for w in input().split():
    near[k].append(int(w))
    near[int(w)].append(k)
    k += 1
count = {}
for _ in range(q):
    a, b = map(int, input().split())
    came = {b: None}
    todo = deque([b])
    while a not in came:
        x = todo.popleft()
        for y in near[x]:
            if y not in came:
                came[y] = x
                todo.append(y)
    way = [a]
    while way[-1] != b:
        way.append(came[way[-1]])
    # the oldest member on the way
    t = min(way)
    count[t] = count.get(t, 0) + 1
    print(len(way) - 1, t)
high = max(count.values())
print(min(t for t in count if count[t] == high))
