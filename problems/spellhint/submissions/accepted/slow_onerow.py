import sys


def steps(one, other):
    line = [i for i in range(len(other) + 1)]
    for i, letter in enumerate(one):
        nxt = [i + 1]
        for k, second in enumerate(other):
            if letter == second:
                nxt.append(line[k])
            else:
                nxt.append(1 + min(line[k], line[k + 1], nxt[k]))
        line = nxt
    return line[len(other)]


class Speller:
    def __init__(self, words):
        self.words = words

    def hint(self, typed):
        if typed in self.words:
            return typed, 0
        near = [w for w in self.words if abs(len(w) - len(typed)) <= 2]
        found = [(steps(typed, w), self.words.index(w)) for w in near]
        found = [f for f in found if f[0] <= 2]
        if not found:
            return None
        d, i = min(found)
        return self.words[i], d


tokens = sys.stdin.read().split()
n = int(tokens[0])
speller = Speller(tokens[2 : n + 2])
distances = []
for typed in tokens[n + 2 :]:
    h = speller.hint(typed)
    if h is None:
        print("none")
    else:
        print(*h)
        distances.append(h[1])
print(sum(distances))
