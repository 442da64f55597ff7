import sys
lines = sys.stdin.readlines()
print(sum(int(x) for x in lines[1].split()))
