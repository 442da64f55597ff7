# near miss: edge case; takes the number of tools from the largest badge, so a last tool that nobody may use is not missed
import sys

def main():
    data = list(map(int, sys.stdin.read().split()))
    n = data[0]
    badges = data[2:2 + n]
    bits = max(badges).bit_length()
    full = (1 << bits) - 1
    within = [0] * (full + 1)
    for x in badges:
        within[x] += 1
    over = within[:]
    for k in range(bits):
        b = 1 << k
        for s in range(full + 1):
            if s & b:
                within[s] += within[s ^ b]
                over[s ^ b] += over[s]
    free = [within[full ^ x] - (x == 0) for x in badges]
    complete = sum(over[full ^ x] - (x == full) for x in badges) // 2
    print(sum(free) // 2, complete, free.index(max(free)) + 1)

main()
