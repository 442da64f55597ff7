n, q = map(int, input().split())
d = {}
for _ in range(n):
    k, t = input().split("=")
    d[k] = t
for _ in range(q):
    k, a, b = input().split()
    t = d[k]
    # two rounds of filling in
    for _ in range(2):
        for x in d:
            t = t.replace("{" + x + "}", d[x])
    print(len(t), "[" + t[int(a) - 1:int(b)] + "]")
