def main():
    n = int(input())
    ring_of = {}
    tally, start = [], []
    pairs = 0
    for number in range(1, n + 1):
        word = input()
        ring = ring_of.get(word)
        if ring is None:
            ring = len(tally)
            tally.append(0)
            start.append(number)
            turned = word
            for _ in word:
                ring_of[turned] = ring
                turned = turned[1:] + turned[0]
        pairs += tally[ring]
        tally[ring] += 1
    print(len(tally), pairs, start[tally.index(max(tally))])


main()
