def main():
    n, q = map(int, input().split())
    stones = [int(x) for x in input().split()]
    asked = [int(x) for x in input().split()]
    best = {0: 0}
    for stone in stones:
        new = dict(best)
        for weight, number in best.items():
            total = weight + stone
            if total <= max(asked):
                if total not in new or new[total] > number + 1:
                    new[total] = number + 1
        best = new
    for w in asked:
        print(best.get(w, -1))
    print(len(best) - 1)


main()
