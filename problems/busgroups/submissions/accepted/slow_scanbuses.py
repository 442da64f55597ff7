b, n = map(int, input().split())
seats = list(map(int, input().split()))
buses = []
for i in range(b):
    buses.append([])
walk = 0

def free_seats(i):
    used = 0
    for name, size in buses[i]:
        used += size
    return seats[i] - used

for _ in range(n):
    cmd = input().split()
    if cmd[0] == "on":
        size = int(cmd[2])
        placed = False
        for i in range(b):
            if free_seats(i) >= size:
                buses[i].append((cmd[1], size))
                print(cmd[1], i + 1)
                placed = True
                break
        if not placed:
            walk += size
            print(cmd[1], "walk")
    elif cmd[0] == "off":
        found = False
        for i in range(b):
            for g in buses[i]:
                if g[0] == cmd[1]:
                    buses[i].remove(g)
                    print(cmd[1], free_seats(i))
                    found = True
                    break
            if found:
                break
        if not found:
            print(cmd[1], "gone")
    else:
        i = int(cmd[1]) - 1
        print(len(buses[i]), seats[i] - free_seats(i))
        buses[i] = []
print(sum(seats[i] - free_seats(i) for i in range(b)), walk)
