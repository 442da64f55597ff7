from collections import defaultdict

k, q = map(int, input().split())
stamps = []
for _ in range(k):
    stamps.append([int(x) for x in input().split()])
amounts = [int(x) for x in input().split()]
# begin with the sorts of high value, they give few sums
stamps.sort(reverse=True)
most = max(amounts)
reach = {0: 1}
for value, copies in stamps:
    more = defaultdict(int)
    for total in reach:
        worth = total
        left = copies
        while worth <= most and left >= 0:
            more[worth] = (more[worth] + reach[total]) % 1000000007
            worth += value
            left -= 1
    reach = more
for a in amounts:
    print(reach.get(a, 0))
