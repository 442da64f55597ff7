n = int(input())
frames = [tuple(map(int, input().split())) for _ in range(n)]
frames.sort()
count = [1] * n
price = [f[2] for f in frames]
for i in range(n):
    for j in range(i):
        if frames[j][0] < frames[i][0] and frames[j][1] < frames[i][1]:
            count[i] = max(count[i], count[j] + 1)
            price[i] = max(price[i], price[j] + frames[i][2])
print(max(count), max(price))
