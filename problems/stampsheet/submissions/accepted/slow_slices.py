def main():
    k, q = map(int, input().split())
    sorts = []
    for _ in range(k):
        v, c = input().split()
        sorts.append((int(v), int(c)))
    asked = list(map(int, input().split()))
    ways = [1] + [0] * max(asked)
    for v, c in sorts:
        old = ways
        ways = []
        for a in range(len(old)):
            lowest = max(a - c * v, a % v)
            ways.append(sum(old[lowest:a + 1:v]) % (10 ** 9 + 7))
    for a in asked:
        print(ways[a])


main()
