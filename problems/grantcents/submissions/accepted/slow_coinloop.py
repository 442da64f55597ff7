k, m = map(int, input().split())
names = []
members = []
for i in range(k):
    name, number = input().split()
    names.append(name)
    members.append(int(number))
months = list(map(int, input().split()))
total = [0] * k
for coins in months:
    month = [0] * k
    while coins > 0:
        best = 0
        for i in range(1, k):
            # compare total[i] / members[i] without fractions
            if total[i] * members[best] < total[best] * members[i]:
                best = i
        total[best] += 1
        month[best] += 1
        coins -= 1
    print(" ".join(str(x) for x in month))
win = 0
for i in range(k):
    if (-total[i], members[i], names[i]) < (-total[win], members[win], names[win]):
        win = i
print(names[win])
