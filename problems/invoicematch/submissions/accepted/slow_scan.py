bills = []
n = int(input())
for i in range(n):
    row = input().split()
    if row[0] == "bill":
        bills.append([int(row[1]), row[2], int(row[3]), True])
    else:
        cafe = row[1]
        cents = int(row[2])
        hit = None
        for b in bills:
            if b[3] and b[1] == cafe and b[2] == cents:
                hit = b
                break
        if hit is not None:
            hit[3] = False
            print(hit[0])
        else:
            mine = []
            for b in bills:
                if b[3] and b[1] == cafe:
                    mine.append(b)
            if len(mine) >= 2 and mine[0][2] + mine[1][2] == cents:
                mine[0][3] = False
                mine[1][3] = False
                print(mine[0][0], mine[1][0])
            else:
                print("aside")
count = 0
money = 0
for b in bills:
    if b[3]:
        count += 1
        money += b[2]
print("open", count, money)
