import sys
sys.setrecursionlimit(5000)

n, q = map(int, input().split())
parents = list(map(int, input().split()))
children = [[] for _ in range(n + 1)]
for i in range(n - 1):
    children[parents[i]].append(i + 2)
rain = [0] * (n + 1)


def total(v):
    s = rain[v]
    for c in children[v]:
        s += total(c)
    return s


def height(v):
    return 1 + max([height(c) for c in children[v]], default=0)


for _ in range(q):
    words = input().split()
    if words[0] == "rain":
        rain[int(words[1])] += int(words[2])
    else:
        print(total(int(words[1])))
print(height(1))
