def solve():
    n, q = map(int, input().split())
    next_full, period = [], []
    for _ in range(n):
        s, p = map(int, input().split())
        next_full.append(s + p)
        period.append(p)
    orders = [int(w) for w in input().split()]
    history = []
    total = 0
    while total < max(orders):
        # the next minute at which some barrel is full
        t = min(next_full)
        for i in range(n):
            if next_full[i] == t:
                total += 1
                next_full[i] += period[i]
        history.append((t, total))
    for b in orders:
        for t, c in history:
            if c >= b:
                print(t, c)
                break

solve()
