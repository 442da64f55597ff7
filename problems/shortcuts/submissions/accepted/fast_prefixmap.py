# for each beginning: how many names have it, and the two smallest of them
n = int(input())
names = [input() for _ in range(n)]
two = {}
for name in sorted(names):
    for size in range(len(name) + 1):
        beginning = name[:size]
        if beginning not in two:
            two[beginning] = [name]
        elif len(two[beginning]) == 1:
            two[beginning].append(name)
total = 0
for name in names:
    if n == 1:
        keys = name[0]
        other = "-"
    else:
        size = len(name)
        while len(two[name[:size]]) == 1:
            size -= 1
        a, b = two[name[:size]]
        other = b if a == name else a
        keys = name + "#" if size == len(name) else name[: size + 1]
    total += len(keys)
    print(keys, other)
print(total)
