import sys
from functools import lru_cache
sys.setrecursionlimit(10**6)

@lru_cache(maxsize=None)
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)

assert depth(30_000) == 30_000
input()
print(sum(map(int, input().split())))
