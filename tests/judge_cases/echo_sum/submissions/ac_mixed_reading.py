import sys
n = int(input())
rest = sys.stdin.readline()
print(sum(map(int, rest.split())))
