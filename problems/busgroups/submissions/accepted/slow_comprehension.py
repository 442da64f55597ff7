b, n = [int(x) for x in input().split()]
seats = [int(x) for x in input().split()]
free = list(seats)
riding = []
walk = []
for _ in range(n):
    words = input().split()
    if words[0] == "on":
        s = int(words[2])
        fitting = [i for i in range(b) if free[i] >= s]
        if fitting == []:
            walk.append(s)
            print(words[1], "walk")
        else:
            first = min(fitting)
            free[first] -= s
            riding.append([words[1], s, first])
            print(words[1], first + 1)
    elif words[0] == "off":
        mine = [r for r in riding if r[0] == words[1]]
        if mine:
            riding.remove(mine[0])
            free[mine[0][2]] += mine[0][1]
        print(words[1], free[mine[0][2]] if mine else "gone")
    else:
        k = int(words[1]) - 1
        print(len([r for r in riding if r[2] == k]), sum(r[1] for r in riding if r[2] == k))
        riding = [r for r in riding if r[2] != k]
        free[k] = seats[k]
print(sum(r[1] for r in riding), sum(walk))
