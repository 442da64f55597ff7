def stroke(hats, p):
    new = [0] * len(hats)
    for i in range(len(hats)):
        new[p[i]] = hats[i]
    return new


n, q = map(int, input().split())
p = [int(x) - 1 for x in input().split()]
history = [list(range(n))]
for t in range(3000):
    history.append(stroke(history[-1], p))
for _ in range(q):
    words = input().split()
    t = int(words[-1])
    if words[0] == "hat":
        print(history[t].index(int(words[1]) - 1) + 1)
    elif words[0] == "head":
        print(history[t][int(words[1]) - 1] + 1)
    else:
        count = 0
        for i in range(n):
            if history[t][i] == i:
                count += 1
        print(count)
answer = 0
for t in range(1, 3001):
    own = sum(1 for i in range(n) if history[t][i] == i)
    if own * 2 >= n:
        answer = t
        break
print(answer)
