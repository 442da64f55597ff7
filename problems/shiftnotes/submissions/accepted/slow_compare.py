import sys


def distance(a, b):
    """By how many places b was moved to become a, or None."""
    if len(a) != len(b):
        return None
    k = (ord(a[0]) - ord(b[0])) % 26
    for x, y in zip(a, b):
        if (ord(x) - ord(y)) % 26 != k:
            return None
    return k


class Teacher:
    def __init__(self, words):
        self.words = words
        self.seen = [0] * len(words)

    def read(self, note):
        count = [0] * 26
        letters = [0] * 26
        for secret in note:
            for word in self.words:
                k = distance(secret, word)
                if k is not None:
                    count[k] += 1
                    letters[k] += len(word)
        pairs = list(zip(count, letters))
        if max(pairs) == (0, 0):
            return "? " + " ".join(note)
        k = pairs.index(max(pairs))
        plain = ["".join(chr((ord(c) - 97 - k) % 26 + 97) for c in w) for w in note]
        for w in plain:
            if w in self.words:
                self.seen[self.words.index(w)] += 1
        return str(k) + " " + " ".join(plain)


def main():
    lines = sys.stdin.read().splitlines()
    teacher = Teacher(lines[1].split())
    for line in lines[2:]:
        print(teacher.read(line.split()))
    m = max(teacher.seen)
    if m:
        print(teacher.words[teacher.seen.index(m)], m)
    else:
        print("none 0")


main()
