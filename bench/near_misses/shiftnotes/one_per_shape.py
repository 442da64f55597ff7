# near miss: memo key; the list is indexed by the shape of a word alone, so of listed words that are shifts of each other only the last is found
import sys


def shape(word):
    f = ord(word[0])
    return tuple((ord(c) - f) % 26 for c in word)


def main():
    rows = sys.stdin.read().split("\n")
    n, q = map(int, rows[0].split())
    listed = rows[1].split()
    by_shape = {shape(w): w for w in listed}
    times = dict.fromkeys(listed, 0)
    abc = "abcdefghijklmnopqrstuvwxyz"
    for note in rows[2 : q + 2]:
        score = {}
        for w in note.split():
            hit = by_shape.get(shape(w))
            if hit:
                k = (ord(w[0]) - ord(hit[0])) % 26
                words, letters = score.get(k, (0, 0))
                score[k] = (words + 1, letters + len(w))
        if not score:
            print("?", note)
            continue
        k = min(score, key=lambda k: (-score[k][0], -score[k][1], k))
        plain = note.translate(str.maketrans(abc[k:] + abc[:k], abc))
        print(k, plain)
        for w in plain.split():
            if w in times:
                times[w] += 1
    top = max(listed, key=times.get)
    print(*((top, times[top]) if times[top] else ("none", 0)))


main()
