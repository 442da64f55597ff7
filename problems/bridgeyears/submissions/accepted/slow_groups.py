def main():
    n, m = map(int, input().split())
    groups = [[i] for i in range(1, n + 1)]
    alone = list(range(1, n + 1))
    years = []
    for _ in range(m):
        a, b = map(int, input().split())
        if a != b:
            if a in alone:
                alone.remove(a)
            if b in alone:
                alone.remove(b)
        ga = [g for g in groups if a in g][0]
        gb = [g for g in groups if b in g][0]
        if ga != gb:
            groups.remove(ga)
            groups.remove(gb)
            groups.append(ga + gb)
        years.append(len(groups))
        print(len(groups), max([len(g) for g in groups]), len(alone))
    print(years.index(1) + 1 if 1 in years else 0)


main()
