# near miss: tie-break; of equally frequent and equally long cells it takes the one met first instead of the first in dictionary order
import re
import sys
from collections import Counter

CELL = re.compile(r"(?:'((?:[^']|'')*)'|([^;/']*))[;/]")

def main():
    data = sys.stdin.read().split()
    n, c = int(data[0]), int(data[1])
    text = "".join(data[2:2 + n])
    cells = [quoted.replace("''", "'") or plain for quoted, plain in CELL.findall(text)]
    out = [str(len(cells) // c)]
    for k in range(c):
        count = Counter(cells[k::c])
        common = max(count, key=lambda cell: (count[cell], len(cell)))
        out.append(f"{len(count)} {max(map(len, count))} [{common}]")
    print("\n".join(out))

main()
