import sys
input = sys.stdin.buffer.readline
input()
print(sum(map(int, input().split())))
