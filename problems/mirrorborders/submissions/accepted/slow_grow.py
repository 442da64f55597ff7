n = int(input())
s = input()
found = []
nothing = 0
for middle in range(2 * n - 1):
    # left and right letter around the place
    a = middle // 2
    b = a + middle % 2
    if a == b:
        a -= 1
        b += 1
    k = len(found)
    while a >= 0 and b < n and s[a] == s[b]:
        found.append([a, b])
        a -= 1
        b += 1
    if len(found) == k:
        nothing += 1
found = sorted(found, key=lambda p: (p[0] - p[1], p[0]))
print(len(found))
if len(found) > 0:
    print(found[0][0] + 1, found[0][1] + 1)
else:
    print("0 0")
print(nothing)
