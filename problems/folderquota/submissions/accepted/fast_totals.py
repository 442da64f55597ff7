import sys


def parents(path):
    out = []
    i = path.rfind("/")
    while i > 0:
        path = path[:i]
        out.append(path)
        i = path.rfind("/")
    return out


def main():
    lines = sys.stdin.read().split("\n")
    k, n = map(int, lines[0].split())
    quota = {}
    for line in lines[1 : k + 1]:
        folder, q = line.split()
        quota[folder] = int(q)
    total = {}
    files = {}
    known = {}
    out = []
    for line in lines[k + 1 : k + 1 + n]:
        p = line.split()
        what, path = p[0], p[1]
        if what == "size":
            out.append(total.get(path, 0))
            continue
        above = known.get(path)
        if above is None:
            above = known[path] = parents(path)
        if what == "del":
            if path not in files:
                out.append("missing")
                continue
            grow = -files.pop(path)
        else:
            size = int(p[2])
            grow = size - files.get(path, 0)
            bad = None
            for f in above:
                if f in quota and total.get(f, 0) + grow > quota[f]:
                    bad = f
                    break
            if bad:
                out.append("full " + bad)
                continue
            files[path] = size
        for f in above:
            total[f] = total.get(f, 0) + grow
    out.append(f"files {len(files)} {sum(files.values())}")
    print("\n".join(map(str, out)))


main()
