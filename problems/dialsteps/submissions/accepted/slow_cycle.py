def spin(x, t, m, a, b):
    seen = {}
    path = []
    while x not in seen:
        if len(path) == t:
            return x
        seen[x] = len(path)
        path.append(x)
        x = (a * x + b) % m
    start = seen[x]
    return path[start + (t - start) % (len(path) - start)]


def main():
    m, a, b, q = map(int, input().split())
    for _ in range(q):
        x, t = map(int, input().split())
        y = spin(x, t, m, a, b)
        print(y, sum(int(d) for d in str(y)))


main()
