from bisect import bisect_left

a, b = map(int, input().split())
old = [input() for _ in range(a)]
new = [input() for _ in range(b)]


def common(first, second):
    # equal lines at both ends can always be kept
    start = 0
    while start < len(first) and start < len(second) and first[start] == second[start]:
        start += 1
    first, second = first[start:], second[start:]
    places = {}
    for j in range(len(second) - 1, -1, -1):
        places.setdefault(second[j], []).append(j)
    # the longest rising row of positions
    tails = []
    for line in first:
        for j in places.get(line, ()):
            k = bisect_left(tails, j)
            if k == len(tails):
                tails.append(j)
            else:
                tails[k] = j
    return start + len(tails)


k = common(old, new)
print(k, a - k, b - k)
k = common(old, [" ".join(reversed(line.split())) for line in new])
print(k, a - k, b - k)
