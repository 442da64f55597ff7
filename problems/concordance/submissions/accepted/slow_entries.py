import re
import sys


class Entry:
    def __init__(self, word):
        self.word = word
        self.hits = []

    def numbers(self):
        return sorted(set(self.hits))

    def text(self):
        nums = self.numbers()
        out = []
        for x in nums:
            inside = x - 1 in nums and x + 1 in nums
            starts = x - 1 not in nums and x + 1 in nums and x + 2 in nums
            ends = x + 1 not in nums and x - 1 in nums and x - 2 in nums
            if inside:
                continue
            if starts:
                out.append(str(x) + "-")
            elif ends:
                out[-1] += str(x)
            else:
                out.append(str(x))
        return " ".join([self.word, str(len(self.hits))] + out)


def find(entries, word):
    for e in entries:
        if e.word == word:
            return e
    e = Entry(word)
    entries.append(e)
    return e


def main():
    lines = sys.stdin.read().split("\n")
    n, k = (int(x) for x in lines[0].split())
    entries = []
    for i, line in enumerate(lines[1 : n + 1], 1):
        for word in re.split("[^A-Za-z]+", line):
            if word:
                find(entries, word.lower()).hits.append(i)
    entries.sort(key=lambda e: e.word)
    shown = [e.text() for e in entries if len(e.numbers()) <= k]
    print("\n".join(shown or ["nothing"]))


main()
