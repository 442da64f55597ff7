import re
n, q = map(int, input().split())
t = "".join(c * int(k) for k, c in re.findall(r"(\d+)(.)", input()))
for _ in range(q):
    p = input().split()
    if p[0] == "at":
        print(t[int(p[1]) - 1])
    elif p[0] == "count":
        print(t[int(p[2]):int(p[3])].count(p[1]))
    else:
        c = [k for k in range(len(t)) if t[k] == p[1]]
        print(c[int(p[2]) - 1] + 1 if int(p[2]) <= len(c) else "no")
