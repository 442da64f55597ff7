import sys


def main():
    data = sys.stdin.buffer.read().split()
    n, b, r = int(data[0]), int(data[1]), int(data[2])
    jars = {}
    for i in range(3, 3 + 3 * n, 3):
        tick = int(data[i]) // r
        cost = int(data[i + 2])
        jar = jars.get(data[i + 1])
        if jar is None:
            jar = jars[data[i + 1]] = [b, tick, 0, 0]
        have = min(b, jar[0] + tick - jar[1])
        jar[1] = tick
        if have >= cost:
            have -= cost
            jar[2] += 1
        else:
            jar[3] += 1
        jar[0] = have
    for name in sorted(jars):
        have, _, yes, no = jars[name]
        print(name.decode(), yes, no, have)


main()
