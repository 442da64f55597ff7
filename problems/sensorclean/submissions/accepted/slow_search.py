s, n, low, high = map(int, input().split())
rows = []
for _ in range(s):
    parts = input().split()
    name = parts[0]
    vals = []
    for x in parts[1:]:
        if x == "?" or int(x) < low or int(x) > high:
            vals.append(None)
        else:
            vals.append(int(x))
    if vals.count(None) == n:
        print(name, "broken")
        continue
    new = []
    filled = 0
    longest = 0
    for j in range(n):
        if vals[j] is not None:
            new.append(vals[j])
            continue
        filled += 1
        # neighbours on the left and on the right
        i = j
        while i >= 0 and vals[i] is None:
            i -= 1
        k = j
        while k < n and vals[k] is None:
            k += 1
        longest = max(longest, k - i - 1)
        if i < 0:
            new.append(vals[k])
        elif k >= n:
            new.append(vals[i])
        else:
            new.append(vals[i] + (vals[k] - vals[i]) * (j - i) // (k - i))
    rows.append(new)
    print(name, filled, longest, min(new), max(new), sum(new))
if rows:
    res = []
    for j in range(n):
        res.append(str(sum(r[j] for r in rows) // len(rows)))
    print("mean " + " ".join(res))
else:
    print("mean none")
