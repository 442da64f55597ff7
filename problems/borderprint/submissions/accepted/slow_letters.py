n = int(input())
w = list(input())
found = {}
for p in range(1, n // 2 + 1):
    # print the first p letters as long as they agree
    k = p
    while k + p <= n:
        ok = True
        for j in range(p):
            if w[k + j] != w[j]:
                ok = False
                break
        if not ok:
            break
        k += p
        if k not in found:
            found[k] = p
m = max(found) if found else 0
print(len(found))
print(m, found.get(m, 0))
print(sum([k // found[k] for k in found]))
