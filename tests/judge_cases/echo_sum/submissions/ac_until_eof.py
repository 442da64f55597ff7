total = 0
first = True
while True:
    try:
        line = input()
    except EOFError:
        break
    if not first:
        total += sum(map(int, line.split()))
    first = False
print(total)
