def main():
    q = int(input())
    asked = []
    for _ in range(q):
        asked.append([int(w) for w in input().split()])
    top = max([b for a, b in asked])
    primes = []
    for k in range(2, top + 1):
        for p in primes:
            if p * p > k:
                primes.append(k)
                break
            if k % p == 0:
                break
        else:
            primes.append(k)

    def handles(k):
        kinds = 0
        square = False
        rest = k
        for p in primes:
            if p * p > rest:
                break
            if rest % p == 0:
                kinds += 1
                rest //= p
                while rest % p == 0:
                    square = True
                    rest //= p
        if rest > 1:
            kinds += 1
        return kinds == 2, square

    for a, b in asked:
        part = [handles(k) for k in range(a, b + 1)]
        reds = sum(1 for s in part if s[0])
        blues = sum(1 for s in part if s[1])
        print(reds, blues, part.count((True, True)))


main()
