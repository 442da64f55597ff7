import sys


def common(a, b):
    i = 0
    for x, y in zip(a, b):
        if x != y:
            break
        i += 1
    return i


def main():
    names = sys.stdin.read().split()[1:]
    if len(names) == 1:
        print(names[0][0], "-")
        print(1)
        return
    order = sorted(names)
    n = len(order)
    lcp = [common(order[i], order[i + 1]) for i in range(n - 1)] + [-1]
    # group[i]: the first index of the stretch that shares lcp[i - 1] letters with order[i]
    answer = {}
    stack = []
    for i, name in enumerate(order):
        left = lcp[i - 1] if i else -1
        right = lcp[i] if i < n - 1 else -1
        start = i
        while stack and stack[-1][0] >= left:
            start = stack.pop()[1]
        first = start if i else 0
        if i:
            # order[first .. i] all share at least left letters
            first = min(first, i - 1)
            stack.append((left, first))
        best = left if left >= right else right
        other = order[first] if left >= right else order[i + 1]
        if best == len(name):
            keys = name + "#"
        else:
            keys = name[: best + 1]
        answer[name] = keys, other
    total = 0
    out = []
    for name in names:
        keys, other = answer[name]
        out.append(keys + " " + other)
        total += len(keys)
    out.append(str(total))
    print("\n".join(out))


main()
