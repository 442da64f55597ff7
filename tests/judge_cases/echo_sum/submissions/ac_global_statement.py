total = 0

def add(x):
    global total
    total += x

input()
for x in map(int, input().split()):
    add(x)
print(total)
