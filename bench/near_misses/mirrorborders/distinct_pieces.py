# near miss: lost duplicates; equal mirror pieces at different places are counted once
import sys


def main():
    n, s = sys.stdin.read().split()
    n = int(n)
    # palindromic tree: node 0 has length -1, node 1 length 0
    length = [-1, 0]
    link = [0, 0]
    edges = [{}, {}]
    last = 1
    best = end = 0
    for i, c in enumerate(s):
        while i - length[last] - 1 < 0 or s[i - length[last] - 1] != c:
            last = link[last]
        nxt = edges[last].get(c)
        if nxt is None:
            size = length[last] + 2
            if size == 1:
                suffix = 1
            else:
                j = link[last]
                while s[i - length[j] - 1] != c:
                    j = link[j]
                suffix = edges[j][c]
            nxt = len(length)
            length.append(size)
            link.append(suffix)
            edges.append({})
            edges[last][c] = nxt
            if size > best:
                best, end = size, i + 1
        last = nxt
    print(sum(1 for x in length if x > 1))
    if best > 1:
        print(end - best + 1, end)
    else:
        print(0, 0)
    middles = sum(s[i] == s[i + 1] for i in range(n - 1))
    middles += sum(s[i] == s[i + 2] for i in range(n - 2))
    print(2 * n - 1 - middles)


main()
