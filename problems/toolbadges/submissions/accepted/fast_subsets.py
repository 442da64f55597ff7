import sys


def main():
    data = list(map(int, sys.stdin.read().split()))
    n, t = data[0], data[1]
    x = data[2:]
    full = (1 << t) - 1
    count = [0] * (full + 1)
    for v in x:
        count[v] += 1
    # sub[m]: badges within m; sup[m]: badges that contain m
    sub = count[:]
    sup = count[:]
    for k in range(t):
        bit = 1 << k
        for m in range(full + 1):
            if m & bit:
                sub[m] += sub[m ^ bit]
            else:
                sup[m] += sup[m | bit]
    apart = [sub[full ^ v] - (v == 0) for v in x]
    whole = sum([sup[full ^ v] - (v == full) for v in x])
    print(sum(apart) // 2, whole // 2, apart.index(max(apart)) + 1)


main()
