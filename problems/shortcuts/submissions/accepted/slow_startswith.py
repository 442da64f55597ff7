import sys


def friends(name, size, names):
    return [other for other in names if other != name and other.startswith(name[:size])]


names = sys.stdin.read().split()[1:]
keys_pressed = 0
for name in names:
    if len(names) == 1:
        keys, partner = name[0], "-"
    else:
        size = 0
        while size < len(name) and friends(name, size + 1, names):
            size += 1
        partner = min(friends(name, size, names))
        keys = (name + "#")[: size + 1]
    keys_pressed += len(keys)
    print(keys, partner)
print(keys_pressed)
