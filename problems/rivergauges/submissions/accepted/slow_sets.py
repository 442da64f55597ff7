def main():
    n, q = map(int, input().split())
    below = dict(zip(range(2, n + 1), map(int, input().split())))
    above = {1: []}
    ways = {1: [1]}
    for g in range(2, n + 1):
        way = [g]
        while way[-1] != 1:
            way.append(below[way[-1]])
        ways[g] = way
    for g in range(1, n + 1):
        for b in ways[g]:
            above.setdefault(b, []).append(g)
    rain = {}
    for _ in range(q):
        what, *numbers = input().split()
        numbers = [int(x) for x in numbers]
        if what == "rain":
            rain[numbers[0]] = rain.get(numbers[0], 0) + numbers[1]
        else:
            print(sum(rain.get(g, 0) for g in above[numbers[0]]))
    print(max(len(way) for way in ways.values()))


main()
