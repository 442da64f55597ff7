import sys
last = ""
for line in sys.stdin:
    last = line
print(sum(map(int, last.split())))
