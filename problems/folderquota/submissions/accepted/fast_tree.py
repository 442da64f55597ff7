# a tree of nodes: [children, total, quota, parent, path]
def node(parent, path):
    return [{}, 0, None, parent, path]


root = node(None, "")
leaf = {}


def find(parts):
    here = root
    for part in parts:
        if part not in here[0]:
            here[0][part] = node(here, here[4] + "/" + part)
        here = here[0][part]
    return here


k, n = map(int, input().split())
for _ in range(k):
    folder, q = input().split()
    find(folder.split("/")[1:])[2] = int(q)
for _ in range(n):
    what, path, *rest = input().split()
    if what == "size":
        print(find(path.split("/")[1:])[1])
        continue
    if path not in leaf:
        leaf[path] = [find(path.split("/")[1:-1]), None]
    folder, old = leaf[path]
    new = int(rest[0]) if rest else None
    if new is None and old is None:
        print("missing")
        continue
    change = (new or 0) - (old or 0)
    up = folder
    if new is not None:
        while up is not None and (up[2] is None or up[1] + change <= up[2]):
            up = up[3]
        if up is not None:
            print("full", up[4])
            continue
    leaf[path][1] = new
    while folder is not None:
        folder[1] += change
        folder = folder[3]
sizes = [s for f, s in leaf.values() if s is not None]
print("files", len(sizes), sum(sizes))
