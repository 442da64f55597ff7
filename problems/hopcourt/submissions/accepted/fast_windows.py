import sys


def main():
    data = sys.stdin.read().split()
    r, c, k = map(int, data[:3])
    M = 998244353
    # for every column the running sums of the ways above
    colsum = [[0] for _ in range(c)]
    colbest = [[] for _ in range(c)]
    last_ways = last_hops = 0
    for i in range(r):
        row = data[3 + i]
        rowsum = [0]
        rowbest = []
        total = 0
        for j in range(c):
            cs = colsum[j]
            cb = colbest[j]
            ways, hops = 0, -1
            if row[j] == ".":
                if i == 0 and j == 0:
                    ways, hops = 1, 0
                else:
                    a = cs[-1] - cs[i - k if i > k else 0]
                    b = total - rowsum[j - k if j > k else 0]
                    ways = (a + b) % M
                    # the fewest hops within reach are at the front of the queues
                    while cb and cb[0][0] < i - k:
                        del cb[0]
                    while rowbest and rowbest[0][0] < j - k:
                        del rowbest[0]
                    near = [q[0][1] for q in (cb, rowbest) if q]
                    if near:
                        hops = min(near) + 1
                if hops >= 0:
                    while cb and cb[-1][1] >= hops:
                        cb.pop()
                    cb.append((i, hops))
                    while rowbest and rowbest[-1][1] >= hops:
                        rowbest.pop()
                    rowbest.append((j, hops))
            total += ways
            rowsum.append(total)
            cs.append(cs[-1] + ways)
            last_ways, last_hops = ways, hops
    print(last_ways, last_hops)


main()
