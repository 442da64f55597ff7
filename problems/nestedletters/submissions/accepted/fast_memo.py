import re
import sys


def main():
    lines = sys.stdin.read().split("\n")
    n, q = map(int, lines[0].split())
    full = {}
    place = re.compile(r"\{([a-z]+)\}")
    for line in lines[1 : n + 1]:
        name, text = line.split("=")
        full[name] = place.sub(lambda m: full[m.group(1)], text)
    out = []
    for line in lines[n + 1 : n + 1 + q]:
        name, a, b = line.split()
        text = full[name]
        out.append(f"{len(text)} [{text[int(a) - 1:int(b)]}]")
    print("\n".join(out))


main()
