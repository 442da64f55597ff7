import sys


def shorter(word):
    """The word, and what is left after deleting one or two letters."""
    one = {word[:i] + word[i + 1 :] for i in range(len(word))}
    two = {w[:i] + w[i + 1 :] for w in one for i in range(len(w))}
    return one | two | {word}


def within_two(a, b):
    """The distance of a and b if it is at most 2, else 3."""
    if a == b:
        return 0
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if len(a) < 2 and len(b) < 2:
        return 1
    if abs(len(a) - len(b)) > 2:
        return 3
    if not a or not b:
        return max(len(a), len(b))
    best = 3
    for x, y in ((a[1:], b), (a, b[1:]), (a[1:], b[1:])):
        if x == y:
            return 1
        # one step may be left
        while x and y and x[0] == y[0]:
            x, y = x[1:], y[1:]
        if x[1:] == y or x == y[1:] or x[1:] == y[1:]:
            best = 2
    return best


def main():
    data = sys.stdin.read().split()
    n, q = int(data[0]), int(data[1])
    words = data[2 : 2 + n]
    typed = data[2 + n : 2 + n + q]
    # only the deletions of the few typed words are stored
    index = {}
    for t in set(typed):
        for s in shorter(t):
            index.setdefault(s, []).append(t)
    best = {t: (3, n) for t in typed}
    lengths = {len(t) for t in typed}
    known = set(words)
    for i, word in enumerate(words):
        if word in best:
            best[word] = (0, i)
    open_ones = {t for t in best if t not in known}
    for i, word in enumerate(words):
        near = set()
        for s in shorter(word):
            if s in index:
                near.update(index[s])
        for t in near:
            if t in open_ones:
                d = within_two(t, word)
                if (d, i) < best[t]:
                    best[t] = (d, i)
    total = 0
    for t in typed:
        d, i = best[t]
        if d > 2:
            print("none")
        else:
            print(words[i], d)
            total += d
    print(total)


main()
