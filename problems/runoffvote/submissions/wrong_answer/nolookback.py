c, n = map(int, input().split())
names = input().split()
b = [[int(x) - 1 for x in input().split()] for _ in range(n)]
alive = list(range(c))
while True:
    v = {i: 0 for i in alive}
    e = 0
    for x in b:
        for i in x:
            if i in v:
                v[i] += 1
                break
        else:
            e += 1
    t = max(alive, key=v.get)
    if 2 * v[t] > n - e or len(alive) == 1:
        print("wins", names[t], v[t], e)
        break
    k = min(reversed(alive), key=v.get)
    print("out", names[k], v[k])
    alive.remove(k)
