from bisect import bisect_left

# per item: running piece counts and costs; a sale is a difference of two points
ends, costs, prices, sold, spent = {}, {}, {}, {}, {}
for _ in range(int(input())):
    words = input().split()
    item = words[1]
    num = int(words[2])
    if item not in ends:
        ends[item], costs[item], prices[item], sold[item], spent[item] = [0], [0], [0], 0, 0
    e = ends[item]
    if words[0] == "in":
        pr = int(words[3])
        costs[item].append(costs[item][-1] + num * pr)
        e.append(e[-1] + num)
        prices[item].append(pr)
    else:
        target = sold[item] + num
        if target > e[-1]:
            print("short", target - e[-1])
        else:
            i = bisect_left(e, target)
            upto = costs[item][i] - (e[i] - target) * prices[item][i]
            print(upto - spent[item])
            sold[item] = target
            spent[item] = upto
print("rest", sum(ends[i][-1] - sold[i] for i in ends), sum(costs[i][-1] - spent[i] for i in ends))
