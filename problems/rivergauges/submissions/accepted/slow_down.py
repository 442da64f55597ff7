n, q = map(int, input().split())
p = [0, 0] + [int(x) for x in input().split()]
flow = [0] * (n + 1)
for _ in range(q):
    m = input().split()
    i = int(m[1])
    if m[0] == "rain":
        while i > 0:
            flow[i] += int(m[2])
            i = p[i]
    else:
        print(flow[i])
longest = 0
for i in range(1, n + 1):
    steps = 0
    while i > 0:
        steps += 1
        i = p[i]
    longest = max(longest, steps)
print(longest)
