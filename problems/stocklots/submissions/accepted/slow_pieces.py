n = int(input())
shelf = {}
for _ in range(n):
    cmd = input().split()
    item = cmd[1]
    count = int(cmd[2])
    if item not in shelf:
        shelf[item] = []
    if cmd[0] == "in":
        for i in range(count):
            shelf[item].append(int(cmd[3]))
    else:
        if len(shelf[item]) < count:
            print("short", count - len(shelf[item]))
        else:
            total = 0
            for i in range(count):
                total += shelf[item].pop(0)
            print(total)
pieces = 0
value = 0
for item in shelf:
    for price in shelf[item]:
        pieces += 1
        value += price
print("rest", pieces, value)
