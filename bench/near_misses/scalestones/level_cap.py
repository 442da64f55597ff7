# near miss: bound overflow; stops at the number of stones of average weight that is needed, but light stones can need more levels
import sys

def main():
    data = list(map(int, sys.stdin.read().split()))
    n, q = data[0], data[1]
    stones = data[2:2 + n]
    asked = data[2 + n:2 + n + q]
    top = max(asked)
    # more stones than this are never useful
    cap = min(n, top * n // sum(stones) + 1)
    mask = (1 << (top + 1)) - 1
    level = [1] + [0] * cap
    for s in stones:
        for k in range(cap, 0, -1):
            level[k] |= (level[k - 1] << s) & mask
    for w in asked:
        for k in range(1, cap + 1):
            if level[k] >> w & 1:
                print(k)
                break
        else:
            print(-1)
    shown = 0
    for bits in level[1:]:
        shown |= bits
    print(bin(shown).count("1"))

main()
