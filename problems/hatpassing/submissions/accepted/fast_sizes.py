from collections import Counter

n, q = map(int, input().split())
give = [int(x) - 1 for x in input().split()]
group = [-1] * n
rank = [-1] * n
groups = []
for g in range(n):
    if group[g] < 0:
        members = []
        x = g
        while group[x] < 0:
            group[x] = len(groups)
            rank[x] = len(members)
            members.append(x)
            x = give[x]
        groups.append(members)
sizes = Counter(map(len, groups))


def home(t):
    return sum(size * number for size, number in sizes.items() if t % size == 0)


for _ in range(q):
    words = input().split()
    t = int(words[-1])
    if words[0] == "home":
        print(home(t))
        continue
    who = int(words[1]) - 1
    if words[0] == "head":
        t = -t
    members = groups[group[who]]
    print(members[(rank[who] + t) % len(members)] + 1)
answer = 0
for t in range(1, 3001):
    # only multiples of some length can help
    if home(t) * 2 >= n:
        answer = t
        break
print(answer)
