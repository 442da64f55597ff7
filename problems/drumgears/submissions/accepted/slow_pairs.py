n = int(input())
t = list(map(int, input().split()))
drives = [0] * n
driven = [0] * n
for i in range(n):
    for j in range(n):
        if i != j and t[j] % t[i] == 0:
            drives[i] += 1
            driven[j] += 1
lonely = 0
for i in range(n):
    if drives[i] == 0 and driven[i] == 0:
        lonely += 1
print(*drives)
print(*driven)
print(lonely)
