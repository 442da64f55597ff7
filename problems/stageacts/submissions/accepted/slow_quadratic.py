n, g = map(int, input().split())
acts = []
for i in range(n):
    b, e, v = map(int, input().split())
    acts.append((b, e, v))
acts.sort()
coins = [0] * n
number = [0] * n
for i in range(n):
    bestc = 0
    bestn = 0
    for j in range(i):
        if acts[j][1] + g <= acts[i][0]:
            if coins[j] > bestc or (coins[j] == bestc and number[j] < bestn):
                bestc = coins[j]
                bestn = number[j]
    coins[i] = bestc + acts[i][2]
    number[i] = bestn + 1
most = max(coins)
print(most, min(number[i] for i in range(n) if coins[i] == most))
