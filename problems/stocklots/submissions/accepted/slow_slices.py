def main():
    n = int(input())
    stock = {}
    for _ in range(n):
        a = input().split()
        k = int(a[2])
        old = stock.get(a[1], [])
        if a[0] == "in":
            stock[a[1]] = old + [int(a[3])] * k
        elif len(old) >= k:
            cost = 0
            for piece in old[:k]:
                cost = cost + piece
            print(cost)
            stock[a[1]] = old[k:]
        else:
            print("short", k - len(old))
    everything = []
    for item in stock:
        everything = everything + stock[item]
    print("rest", len(everything), sum(everything))

main()
