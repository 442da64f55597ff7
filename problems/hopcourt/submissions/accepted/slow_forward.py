def main():
    r, c, k = map(int, input().split())
    dry = set()
    for y in range(r):
        for x, ch in enumerate(input()):
            if ch == ".":
                dry.add((y, x))
    ways = {(0, 0): 1}
    few = {(0, 0): 0}
    for tile in sorted(dry):
        if tile not in ways:
            continue
        y, x = tile
        for d in range(1, k + 1):
            for new in [(y + d, x), (y, x + d)]:
                if new in dry:
                    ways[new] = (ways.get(new, 0) + ways[tile]) % 998244353
                    if new not in few or few[new] > few[tile] + 1:
                        few[new] = few[tile] + 1
    goal = (r - 1, c - 1)
    print(ways.get(goal, 0), few.get(goal, -1))


main()
