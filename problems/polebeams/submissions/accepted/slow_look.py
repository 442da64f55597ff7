n = int(input())
heights = list(map(int, input().split()))
beams = []
for i in range(n):
    a = i
    while a > 0 and heights[a - 1] <= heights[i]:
        a -= 1
    b = i
    while b < n - 1 and heights[b + 1] <= heights[i]:
        b += 1
    beams.append(b - a + 1)
print(*beams)
longest = max(beams)
lowest = 0
for i in range(n):
    if beams[i] != longest:
        if lowest == 0 or heights[i] < heights[lowest - 1]:
            lowest = i + 1
print(lowest, sum(beams))
