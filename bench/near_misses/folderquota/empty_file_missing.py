# near miss: edge case; a stored file of size 0 is taken for a missing one when it is deleted
import sys


def main():
    data = sys.stdin
    k, n = map(int, data.readline().split())
    limit = {}
    for _ in range(k):
        name, kb = data.readline().split()
        limit[name] = int(kb)
    used = {}
    stored = {}
    chains = {}

    def chain(path):
        if path not in chains:
            parts = path.split("/")[1:-1]
            grown, cur = [], ""
            for p in parts:
                cur += "/" + p
                grown.append(cur)
            chains[path] = grown[::-1]
        return chains[path]

    for _ in range(n):
        op, path, *rest = data.readline().split()
        if op == "size":
            print(used.get(path, 0))
        elif op == "del":
            old = stored.get(path, 0)
            if not old:
                print("missing")
            else:
                del stored[path]
                for f in chain(path):
                    used[f] -= old
        else:
            kb = int(rest[0])
            diff = kb - stored.get(path, 0)
            ups = chain(path)
            if diff > 0:
                hit = next((f for f in ups if f in limit and used.get(f, 0) + diff > limit[f]), None)
                if hit is not None:
                    print("full", hit)
                    continue
            stored[path] = kb
            for f in ups:
                used[f] = used.get(f, 0) + diff
    print("files", len(stored), sum(stored.values()))


main()
