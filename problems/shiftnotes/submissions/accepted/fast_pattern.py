import sys


def main():
    lines = sys.stdin.read().split("\n")
    n, q = map(int, lines[0].split())
    words = lines[1].split()
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    back = [str.maketrans(alphabet, alphabet[-k:] + alphabet[:-k]) for k in range(26)]

    # a word moved so that it begins with "a", and the places it was moved by
    def pattern(word):
        k = ord(word[0]) - 97
        return word.translate(back[k]) if k else word

    index = {}
    for w in words:
        index.setdefault(pattern(w), []).append(ord(w[0]))
    times = dict.fromkeys(words, 0)
    out = []
    for note in lines[2 : q + 2]:
        score = [0] * 26
        for w in note.split():
            value = 1000 + len(w)
            first = ord(w[0])
            for c in index.get(pattern(w), ()):
                score[(first - c) % 26] += value
        top = max(score)
        if top == 0:
            out.append("? " + note)
            continue
        k = score.index(top)
        text = note.translate(back[k]) if k else note
        out.append(f"{k} {text}")
        for w in text.split():
            if w in times:
                times[w] += 1
    best = max(words, key=times.get)
    out.append(f"{best} {times[best]}" if times[best] else "none 0")
    print("\n".join(out))


main()
