def main():
    n, t = map(int, input().split())
    badges = [int(w) for w in input().split()]
    full = (1 << t) - 1
    partners = []
    complete = 0
    for b in badges:
        partners.append(len([c for c in badges if b & c == 0]) - (b == 0))
        complete += len([c for c in badges if b | c == full]) - (b == full)
    print(sum(partners) // 2, complete // 2, partners.index(max(partners)) + 1)


main()
