n, q = map(int, input().split())
books = []
place = 1
for w in input().split():
    books.append((int(w), place))
    place += 1
books.sort()
for _ in range(q):
    l, r, x = map(int, input().split())
    number = total = 0
    # from the thinnest book on
    for p, i in books:
        if p > x:
            break
        if i >= l and i <= r:
            number += 1
            total += p
    print(number, total)
