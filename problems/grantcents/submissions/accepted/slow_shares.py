def main():
    k, m = [int(x) for x in input().split()]
    clubs = [input().split() for _ in range(k)]
    size = [int(c[1]) for c in clubs]
    common = 1
    for s in set(size):
        a, b = common, s
        while a % b:
            a, b = b, a % b
        common = common // b * s
    shares = [0] * k
    have = [0] * k
    for coins in input().split():
        got = [0] * k
        for _ in range(int(coins)):
            i = shares.index(min(shares))
            got[i] += 1
            have[i] += 1
            shares = [have[j] * (common // size[j]) for j in range(k)]
        print(*got)
    top = [i for i in range(k) if have[i] == max(have)]
    print(sorted((size[i], clubs[i][0]) for i in top)[0][1])
main()
