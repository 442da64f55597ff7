# near miss: greedy; the start of a ring is chosen by its first two letters only, so rings with repeated pairs get several keys
import sys


def normal(word):
    # rotate so that the smallest pair of neighbouring beads comes first
    size = len(word)
    ring = word + word[0]
    start = 0
    for i in range(1, size):
        if ring[i:i + 2] < ring[start:start + 2]:
            start = i
    return word[start:] + word[:start]


def main():
    words = sys.stdin.read().split()[1:]
    seen = {}
    first = {}
    pairs = 0
    for i, word in enumerate(words):
        key = normal(word)
        c = seen.get(key, 0)
        pairs += c
        seen[key] = c + 1
        if c == 0:
            first[key] = i + 1
    most = max(seen.values())
    best = min(first[key] for key in seen if seen[key] == most)
    print(len(seen), pairs, best)


main()
