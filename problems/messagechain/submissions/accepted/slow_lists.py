def way_up(sponsors, member):
    way = [member]
    while member != 1:
        member = sponsors[member - 2]
        way.append(member)
    return way


def main():
    n, q = map(int, input().split())
    sponsors = [int(x) for x in input().split()]
    points = []
    for _ in range(q):
        a, b = map(int, input().split())
        first = way_up(sponsors, a)
        second = way_up(sponsors, b)
        for member in first:
            if member in second:
                break
        points.append(member)
        print(first.index(member) + second.index(member), member)
    points.sort()
    print(max(points, key=points.count))


main()
