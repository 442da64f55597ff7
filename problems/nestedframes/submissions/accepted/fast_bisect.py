import sys
from bisect import bisect_left, bisect_right


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    frames = sorted(zip(data[1::3], data[2::3], data[3::3]), key=lambda f: (f[0], -f[1]))
    tails = []
    # best[i] is the price of the best set with a last height of at most heights[i]; both grow
    heights = [0]
    best = [0]
    for w, h, p in frames:
        k = bisect_left(tails, h)
        if k == len(tails):
            tails.append(h)
        else:
            tails[k] = h
        value = best[bisect_left(heights, h) - 1] + p
        i = bisect_right(heights, h)
        if best[i - 1] < value:
            if heights[i - 1] == h:
                i -= 1
            j = i
            while j < len(best) and best[j] <= value:
                j += 1
            heights[i:j] = [h]
            best[i:j] = [value]
    print(len(tails), best[-1])


main()
