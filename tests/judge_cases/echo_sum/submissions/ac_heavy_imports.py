import collections, heapq, bisect, math, itertools, functools, re, string, random, decimal, fractions
input()
print(sum(map(int, input().split())))
