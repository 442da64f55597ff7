import sys
from bisect import bisect_left


def key(text):
    body, _, mark = text.partition("-rc")
    parts = [int(x) for x in body.split(".")]
    parts += [0] * (4 - len(parts))
    parts.append(int(mark) if mark else 1000)
    return tuple(parts)


def main():
    data = sys.stdin.read().split()
    n, q = int(data[0]), int(data[1])
    every = {}
    for i in range(n):
        name, text = data[2 + 2 * i], data[3 + 2 * i]
        every.setdefault(name, []).append((key(text), -i, text))
    full = {}
    keys = {}
    for name, rows in every.items():
        rows.sort()
        good = [r for r in rows if r[0][4] == 1000]
        full[name] = ([r[0] for r in good], good)
        keys[name] = [r[0] for r in rows]
    out = []
    for i in range(2 + 2 * n, 2 + 2 * n + 3 * q, 3):
        name = data[i]
        if name not in keys:
            out.append("none")
            continue
        lo, hi = key(data[i + 1]), key(data[i + 2])
        a = bisect_left(keys[name], lo)
        b = bisect_left(keys[name], hi)
        if a >= b:
            out.append("none")
            continue
        k, rows = full[name]
        j = bisect_left(k, hi)
        if j and k[j - 1] >= lo:
            best = rows[j - 1][2]
        else:
            best = every[name][b - 1][2]
        out.append(f"{best} {b - a}")
    print("\n".join(out))


main()
