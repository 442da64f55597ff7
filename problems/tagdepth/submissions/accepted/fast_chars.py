n = int(input())
counts, sizes, depths, covered, active = {}, {}, {}, {}, {}
opened = []
seen = 0
for _ in range(n):
    # every part but the first begins with a tag
    first, *parts = input().split("<")
    seen += len(first)
    for part in parts:
        tag, rest = part.split(">")
        if tag.startswith("/"):
            tag = tag[1:]
            size = seen - opened.pop()
            sizes[tag] = max(sizes[tag], size)
            active[tag] -= 1
            if not active[tag]:
                covered[tag] += size
        else:
            for d in (counts, sizes, depths, covered, active):
                d.setdefault(tag, 0)
            opened.append(seen)
            counts[tag] += 1
            active[tag] += 1
            depths[tag] = max(depths[tag], len(opened))
        seen += len(rest)
for tag in sorted(counts):
    print(tag, counts[tag], sizes[tag], depths[tag], covered[tag])
