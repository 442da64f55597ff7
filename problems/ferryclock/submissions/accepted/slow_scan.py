import math


def main():
    n, m, s = map(int, input().split())
    matrix = {}
    for _ in range(m):
        a, b, p, d = map(int, input().split())
        matrix.setdefault((a, b), []).append((p, d))
        matrix.setdefault((b, a), []).append((p, d))
    reached = {1: s}
    final = []
    while True:
        open_ports = [x for x in reached if x not in final]
        if not open_ports:
            break
        here = min(open_ports, key=lambda x: reached[x])
        final.append(here)
        for there in range(1, n + 1):
            for p, d in matrix.get((here, there), []):
                t = math.ceil(reached[here] / p) * p + d
                if t < reached.get(there, 10 ** 9):
                    reached[there] = t
    answer = [reached.get(x, -1) for x in range(1, n + 1)]
    print(" ".join(map(str, answer)))
    print(answer.index(max(answer)) + 1)


main()
