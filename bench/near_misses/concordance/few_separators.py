# near miss: hard-coded; only the separators that the sample shows are replaced by spaces, not digits and apostrophes
import sys
from collections import defaultdict

lines = sys.stdin.read().lower().split("\n")
n, k = map(int, lines[0].split())
total = defaultdict(int)
seen = defaultdict(dict)
for no, line in enumerate(lines[1 : n + 1], 1):
    for ch in ".,-":
        line = line.replace(ch, " ")
    for word in line.split():
        total[word] += 1
        seen[word][no] = True


def runs(nums):
    out = []
    for x in nums:
        if out and out[-1][1] == x - 1:
            out[-1][1] = x
        else:
            out.append([x, x])
    for a, b in out:
        if a == b:
            yield str(a)
        else:
            yield f"{a} {b}" if b == a + 1 else f"{a}-{b}"


found = [w for w in sorted(seen) if len(seen[w]) <= k]
for w in found:
    print(w, total[w], *runs(seen[w]))
if not found:
    print("nothing")
