# near miss: bound overflow; the table of doubled turns has 15 entries, so 32768 of the turns are dropped when t is that large
import sys


def main():
    it = iter(map(int, sys.stdin.buffer.read().split()))
    m, a, b, q = next(it), next(it), next(it), next(it)
    jumps = []
    for _ in range(15):
        jumps.append((a, b))
        b = (a + 1) * b % m
        a = a * a % m
    lines = []
    for _ in range(q):
        x, t = next(it), next(it)
        for bit, (mul, add) in enumerate(jumps):
            if t >> bit & 1:
                x = (mul * x + add) % m
        digits, rest = 0, x
        while rest:
            rest, d = divmod(rest, 10)
            digits += d
        lines.append(f"{x} {digits}")
    print("\n".join(lines))


main()
