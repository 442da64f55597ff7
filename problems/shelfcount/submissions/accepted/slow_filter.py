def main():
    n, q = map(int, input().split())
    shelf = [int(w) for w in input().split()]
    for _ in range(q):
        l, r, x = [int(w) for w in input().split()]
        section = shelf[l - 1:r]
        thin = list(filter(lambda pages: pages <= x, section))
        print(len(thin), sum(thin))


main()
