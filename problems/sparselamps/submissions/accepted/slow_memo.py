import sys
sys.setrecursionlimit(10000)

def count(n, r, s, memo):
    if r == 0:
        return 1
    if n <= 0:
        return 0
    if (n, r) not in memo:
        # leave the last socket empty, or put a lamp there
        memo[n, r] = (count(n - 1, r, s, memo) + count(n - 1 - s, r - 1, s, memo)) % 1000003
    return memo[n, r]

for i in range(int(input())):
    n, r, s = map(int, input().split())
    print(count(n, r, s, {}))
