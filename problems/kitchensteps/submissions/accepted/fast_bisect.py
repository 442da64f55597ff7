from bisect import insort

n, m = map(int, input().split())
minutes = [int(x) for x in input().split()]
follow = {}
left = [0] * n
for _ in range(m):
    a, b = input().split()
    a, b = int(a) - 1, int(b) - 1
    left[b] += 1
    if a in follow:
        follow[a].append(b)
    else:
        follow[a] = [b]
# free steps as negative numbers, so that the smallest step is at the end
free = [-i for i in range(n - 1, -1, -1) if left[i] == 0]
begin = [0] * n
order = []
work = finish = 0
while free:
    i = -free.pop()
    order.append(i + 1)
    work += minutes[i]
    end = begin[i] + minutes[i]
    finish = max(finish, end)
    for j in follow.get(i, ()):
        left[j] -= 1
        if begin[j] < end:
            begin[j] = end
        if left[j] == 0:
            insort(free, -j)
print(*order)
print(n - len(order), work, finish)
