# near miss: off by one; the lower bound of the width still counts the spaces that vanish at the line breaks
import sys
from bisect import bisect_right
from itertools import accumulate


def main():
    notes = sys.stdin.read().splitlines()
    for note in notes[1:int(notes[0]) + 1]:
        k, *words = note.split()
        k = int(k)
        # ends[i]: where word i starts if the note is one line
        ends = [0, *accumulate(len(w) + 1 for w in words)]
        m = len(words)

        def lay(width):
            i, cnt, least = 0, 0, 10 ** 9
            while i < m:
                j = bisect_right(ends, ends[i] + width + 1) - 1
                least = min(least, ends[j] - ends[i] - 1)
                cnt += 1
                i = j
            return cnt, least

        whole = ends[m] - 1
        width = max(max(map(len, words)), -(-whole // k))
        while lay(width)[0] > k:
            width += 1
        print(width, *lay(width))


main()
