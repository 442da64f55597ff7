# near miss: bound overflow; the counts are kept in 64-bit slots of one large number and carry over when there are more choices
import sys

SLOT = 64
MOD = 10 ** 9 + 7


def main():
    data = list(map(int, sys.stdin.read().split()))
    k, q = data[0], data[1]
    asked = data[2 + 2 * k:2 + 2 * k + q]
    keep = (1 << SLOT * (max(asked) + 1)) - 1
    ways = 1
    for i in range(k):
        v, c = data[2 + 2 * i], data[3 + 2 * i]
        # times 1 + x^v + ... + x^(c v), by doubling
        have, block = 1, ways
        need = c + 1
        total, at = 0, 0
        while need:
            if need & 1:
                total += block << SLOT * v * at
                at += have
            need >>= 1
            block = (block + (block << SLOT * v * have)) & keep
            have *= 2
        ways = total & keep
    slot = (1 << SLOT) - 1
    for a in asked:
        print((ways >> SLOT * a & slot) % MOD)


main()
