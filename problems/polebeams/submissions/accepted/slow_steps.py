def count(poles, height):
    c = 0
    for p in poles:
        if p > height:
            break
        c += 1
    return c


n = int(input())
poles = [int(x) for x in input().split()]
result = []
for i in range(n):
    before = poles[:i]
    before.reverse()
    result.append(count(before, poles[i]) + 1 + count(poles[i + 1:], poles[i]))
print(" ".join([str(r) for r in result]))
rest = [(poles[i], i) for i in range(n) if result[i] < max(result)]
rest.sort()
if rest == []:
    print(0, sum(result))
else:
    print(rest[0][1] + 1, sum(result))
