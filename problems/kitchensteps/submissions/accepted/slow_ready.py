def main():
    n, m = map(int, input().split())
    w = [0] + [int(x) for x in input().split()]
    rules = [tuple(map(int, input().split())) for _ in range(m)]
    waiting = [0] * (n + 1)
    for a, b in rules:
        waiting[b] += 1
    ready = [i for i in range(1, n + 1) if waiting[i] == 0]
    end = [0] * (n + 1)
    order = []
    while ready:
        ready.sort()
        step = ready.pop(0)
        order.append(str(step))
        end[step] += w[step]
        for a, b in rules:
            if a == step:
                end[b] = max(end[b], end[a])
                waiting[b] -= 1
                if waiting[b] == 0:
                    ready.append(b)
    print(" ".join(order))
    total = sum(w[int(s)] for s in order)
    print(n - len(order), total, max([end[int(s)] for s in order], default=0))


main()
