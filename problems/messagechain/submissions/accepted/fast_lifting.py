import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, q = data[0], data[1]
    up = [0, 1] + data[2:1 + n]
    depth = [0] * (n + 1)
    for i in range(2, n + 1):
        depth[i] = depth[up[i]] + 1
    # jumps of 1, 2, 4, ... sponsors
    jumps = [up]
    while 1 << len(jumps) <= max(depth):
        last = jumps[-1]
        jumps.append([last[x] for x in last])
    jumps.reverse()
    turns = [0] * (n + 1)
    rest = data[1 + n:]
    for a, b in zip(rest[::2], rest[1::2]):
        way = depth[a] + depth[b]
        if depth[a] < depth[b]:
            a, b = b, a
        k = depth[a] - depth[b]
        while k:
            bit = k.bit_length() - 1
            a = jumps[-1 - bit][a]
            k ^= 1 << bit
        if a != b:
            for j in jumps:
                if j[a] != j[b]:
                    a = j[a]
                    b = j[b]
            a = up[a]
        turns[a] += 1
        print(way - 2 * depth[a], a)
    print(turns.index(max(turns)))


main()
