import re
n = int(input())
text = "".join(input() for _ in range(n))
st, d, pos = [], {}, 0
for p in re.split("(<[^>]*>)", text):
    if p.startswith("</"):
        name, s = st.pop()
        d[name][1] = max(d[name][1], pos - s)
        d[name][3] += pos - s
    elif p.startswith("<"):
        st.append((p[1:-1], pos))
        r = d.setdefault(p[1:-1], [0, 0, 0, 0])
        r[0] += 1
        r[2] = max(r[2], len(st))
    else:
        pos += len(p)
for name in sorted(d):
    print(name, *d[name])
