import sys
from bisect import bisect_right


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, g = data[0], data[1]
    acts = sorted(zip(data[3::3], data[2::3], data[4::3]))
    ends = [a[0] for a in acts]
    # coins times 10000 less the number of acts
    best = [0]
    for e, b, v in acts:
        k = bisect_right(ends, b - g)
        best.append(max(best[-1], best[k] + 10000 * v - 1))
    coins = -(-best[-1] // 10000)
    print(coins, coins * 10000 - best[-1])


main()
