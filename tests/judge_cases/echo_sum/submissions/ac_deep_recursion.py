import sys
sys.setrecursionlimit(10**6)

def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)

assert depth(100_000) == 100_000
input()
print(sum(map(int, input().split())))
