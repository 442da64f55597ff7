import sys
from itertools import accumulate


def main():
    data = list(map(int, sys.stdin.read().split()))
    n, w, t = data[:3]
    rain = data[3 : 3 + n]
    prefix = [0, *accumulate(rain)]
    totals = [after - before for before, after in zip(prefix, prefix[w:])]
    print(sum(1 for total in totals if total >= t))
    best = max(totals)
    print(totals.index(best) + 1, best)
    worst = min(totals)
    print(totals.index(worst) + 1, worst)
    print(sum(1 for day, before in zip(rain[w:], totals) if day > before))


main()
