import sys


def main():
    n, *h = map(int, sys.stdin.read().split())
    left = [-1] * n
    right = [n] * n
    stack = []
    for i, x in enumerate(h):
        while stack and h[stack[-1]] < x:
            right[stack.pop()] = i
        if stack:
            if h[stack[-1]] == x:
                left[i] = left[stack[-1]]
            else:
                left[i] = stack[-1]
        stack.append(i)
    width = [r - l - 1 for l, r in zip(left, right)]
    longest = max(width)
    short = [(h[i], i + 1) for i in range(n) if width[i] < longest]
    print(*width)
    print(min(short)[1] if short else 0, sum(width))


main()
