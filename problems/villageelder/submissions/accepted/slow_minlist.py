def parse(s):
    y, m, d = s.split("-")
    return (int(y), int(m), int(d))

n = int(input())
people = []
for i in range(n):
    parts = input().split()
    today = parse(parts[0])
    if parts[1] == "born":
        people.append([today, parts[2]])
    elif parts[1] == "came":
        people.append([parse(parts[3]), parts[2]])
    elif parts[1] == "left" or parts[1] == "died":
        for p in people:
            if p[1] == parts[2]:
                people.remove(p)
                break
    else:
        if len(people) == 0:
            print("nobody")
        else:
            oldest = people[0]
            for p in people:
                if p[0] < oldest[0]:
                    oldest = p
                elif p[0] == oldest[0] and p[1] < oldest[1]:
                    oldest = p
            b = oldest[0]
            age = today[0] - b[0]
            if (today[1], today[2]) < (b[1], b[2]):
                age -= 1
            print(oldest[1], age)
