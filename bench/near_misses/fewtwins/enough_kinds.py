# near miss: greedy; believes that with kinds * m >= n no soup can be served more than m times, and answers for all stretches at once
import sys

def main():
    data = list(map(int, sys.stdin.read().split()))
    n, m = data[0], data[1]
    soups = data[2:2 + n]
    if m * len(set(soups)) >= n:
        # enough different soups: nothing is served too often
        print(n * (n + 1) // 2)
        print(1, n)
        return
    count = [0] * 3001
    left = total = longest = first = 0
    for right, s in enumerate(soups):
        count[s] += 1
        while count[s] > m:
            count[soups[left]] -= 1
            left += 1
        length = right - left + 1
        total += length
        if length > longest:
            longest, first = length, left
    print(total)
    print(first + 1, first + longest)

main()
