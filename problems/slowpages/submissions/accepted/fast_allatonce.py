n = int(input())
# sorting all lines by time once keeps every page's list in order
lines = [input().split() for _ in range(n)]
lines.sort(key=lambda x: int(x[1]))
pages = {}
for name, ms in lines:
    if name in pages:
        pages[name].append(ms)
    else:
        pages[name] = [ms]


def pick(values, p):
    return values[-(-p * len(values) // 100) - 1]


for name in sorted(pages, key=lambda q: (-int(pick(pages[q], 90)), q)):
    L = pages[name]
    print(name, len(L), pick(L, 50), pick(L, 90), pick(L, 99))
