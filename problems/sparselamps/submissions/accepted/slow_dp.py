MOD = 1000003
q = int(input())
for _ in range(q):
    n, r, s = map(int, input().split())
    # ways[i] = number of ways for the first i sockets, so far with k lamps
    ways = [1] * (n + 1)
    for k in range(r):
        new = [0] * (n + 1)
        for i in range(1, n + 1):
            new[i] = new[i - 1]
            if i - s - 1 >= 0:
                new[i] += ways[i - s - 1]
            elif k == 0:
                new[i] += 1
            if new[i] >= MOD:
                new[i] -= MOD
        ways = new
    print(ways[n])
