def close(p, q, g):
    return abs(p - q) < g

def main():
    n, g = map(int, input().split())
    d = [int(x) for x in input().split()]
    # the most pots in a stretch shorter than g that ends with one of them
    answer = 0
    for x in set(d):
        crowd = 0
        for y in d:
            if y <= x and close(x, y, g):
                crowd += 1
        answer = max(answer, crowd)
    left = d[:]
    tower = 0
    while left:
        m = min(left)
        tower += 1
        left = [y for y in left if y >= m + g]
    print(answer, tower)

main()
