n = int(input())
s = input()
count = 0
total = 0
longest = 0
length = 0
for i in range(2, n + 1):
    start = s[:i]
    for p in range(1, i // 2 + 1):
        if i % p == 0 and s[:p] * (i // p) == start:
            count += 1
            total += i // p
            longest = i
            length = p
            break
print(count)
print(longest, length)
print(total)
