def break_lines(sizes, width):
    done = []
    now = -1
    for s in sizes:
        if now + 1 + s <= width:
            now += 1 + s
        else:
            done.append(now)
            now = s
    done.append(now)
    return done


n = int(input())
for _ in range(n):
    parts = input().split()
    free = int(parts.pop(0))
    sizes = [len(p) for p in parts]
    least = max(max(sizes), (sum(sizes) + len(sizes)) // free - 1)
    most = sum(sizes) + len(sizes) - 1
    if most < least:
        most = least
    while least < most:
        middle = (least + most) // 2
        if len(break_lines(sizes, middle)) > free:
            least = middle + 1
        else:
            most = middle
    result = break_lines(sizes, least)
    print(least, len(result), min(result))
