# near miss: tie-break; words of the same length are tried first, so they win over an equally near word of another length further up
import sys


def near(a, b, cap):
    """Distance of a and b, or cap if it is not smaller (cap is at most 3)."""
    i, la, lb = 0, len(a), len(b)
    while i < la and i < lb and a[i] == b[i]:
        i += 1
    if i == la or i == lb:
        return min(cap, la + lb - 2 * i)
    if cap <= 1:
        return cap
    a, b = a[i:], b[i:]
    return min(cap, 1 + min(near(a[1:], b[1:], cap - 1), near(a[1:], b, cap - 1), near(a, b[1:], cap - 1)))


def main():
    data = sys.stdin.read().split()
    n, q = int(data[0]), int(data[1])
    words = data[2 : 2 + n]
    known = set(words)
    groups = {}
    for w in words:
        groups.setdefault(len(w), []).append(w)
    total = 0
    memo = {}
    for t in data[2 + n : 2 + n + q]:
        if t not in memo:
            best, pick = 3, None
            if t in known:
                best, pick = 0, t
            for gap in (0, 1, 2):
                if gap >= best:
                    break
                for size in {len(t) - gap, len(t) + gap}:
                    for w in groups.get(size, ()):
                        v = near(t, w, best)
                        if v < best:
                            best, pick = v, w
            memo[t] = (best, pick)
        best, pick = memo[t]
        if pick is None:
            print("none")
        else:
            print(pick, best)
            total += best
    print(total)


main()
