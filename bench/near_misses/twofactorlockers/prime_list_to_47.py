# near miss: hard-coded; the list of primes ends at 47, so squares and products of larger primes such as 53 * 53 are not seen
import sys

PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47)


def main():
    nums = list(map(int, sys.stdin.read().split()))
    top = max(nums[2::2])
    rest = list(range(top + 1))
    kinds = [0] * (top + 1)
    square = [False] * (top + 1)
    for p in PRIMES:
        for v in range(p, top + 1, p):
            kinds[v] += 1
            e = 0
            while rest[v] % p == 0:
                rest[v] //= p
                e += 1
            if e > 1:
                square[v] = True
    red, blue, both = [0], [0], [0]
    for v in range(1, top + 1):
        # what is left over is one more prime
        is_red = kinds[v] + (rest[v] > 1) == 2
        red.append(red[-1] + is_red)
        blue.append(blue[-1] + square[v])
        both.append(both[-1] + (is_red and square[v]))
    for a, b in zip(nums[1::2], nums[2::2]):
        print(red[b] - red[a - 1], blue[b] - blue[a - 1], both[b] - both[a - 1])


main()
