import sys
sys.setrecursionlimit(5000)


def main():
    n, g = map(int, input().split())
    acts = sorted(tuple(map(int, input().split())) for _ in range(n))
    memo = {}

    def best(i):
        """The best choice among the acts from number i on."""
        if i == n:
            return (0, 0)
        if i not in memo:
            b, e, v = acts[i]
            k = i + 1
            while k < n and acts[k][0] < e + g:
                k += 1
            c, m = best(k)
            memo[i] = max(best(i + 1), (c + v, m - 1))
        return memo[i]

    c, m = best(0)
    print(c, -m)


main()
