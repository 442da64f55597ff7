s, n, low, high = map(int, input().split())
total = [0] * n
working = 0
for _ in range(s):
    name, *raw = input().split()
    known = [i for i in range(n) if raw[i] != "?" and low <= int(raw[i]) <= high]
    if len(known) == 0:
        print(name, "broken")
        continue
    working += 1
    value = {i: int(raw[i]) for i in known}
    first, last = known[0], known[-1]
    series = [value[first]] * first
    gap = max(first, n - 1 - last)
    # stretches between neighbouring known minutes
    for i, k in zip(known, known[1:]):
        width = k - i
        gap = max(gap, width - 1)
        step = value[k] - value[i]
        series.extend(value[i] + step * j // width for j in range(width))
    series += [value[last]] * (n - last)
    print(name, n - len(known), gap, min(series), max(series), sum(series))
    total = [t + x for t, x in zip(total, series)]
if working:
    print("mean", *[t // working for t in total])
else:
    print("mean none")
