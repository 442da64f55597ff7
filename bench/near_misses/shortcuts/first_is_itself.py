# near miss: edge case; a name that shares no letter gets the first name of the list as partner even when that is the name itself
import sys

def common(a, b):
    k = 0
    for x, y in zip(a, b):
        if x != y:
            break
        k += 1
    return k

def main():
    names = sys.stdin.read().split()[1:]
    n = len(names)
    if n == 1:
        print(names[0][0], "-")
        print(1)
        return
    order = sorted(names)
    leader = {}
    for name in order:
        for k in range(len(name) + 1):
            leader.setdefault(name[:k], name)
    lcp = [0] + [common(a, b) for a, b in zip(order, order[1:])] + [0]
    answer = {}
    total = 0
    for i, name in enumerate(order):
        best = max(lcp[i], lcp[i + 1])
        keys = name[:best + 1]
        if best == len(name):
            keys += "#"
        if best == 0 or lcp[i] == best:
            partner = leader[name[:best]]
        else:
            partner = order[i + 1]
        total += len(keys)
        answer[name] = keys + " " + partner
    for name in names:
        print(answer[name])
    print(total)

main()
