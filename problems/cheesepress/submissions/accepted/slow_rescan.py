def read():
    n = int(input())
    return [tuple(map(int, input().split())) for _ in range(n)]


def main():
    orders = read()
    orders.sort(key=lambda o: o[1])
    again = True
    while again:
        again = False
        hours = 0
        for i in range(len(orders)):
            hours += orders[i][0]
            if hours > orders[i][1]:
                # this one is late: throw out the longest so far, start again
                longest = max(orders[:i + 1])
                orders.remove(longest)
                again = True
                break
    print(len(orders), sum(o[0] for o in orders))


main()
