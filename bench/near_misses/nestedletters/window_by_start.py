# near miss: memo key; parts already cut out are kept by block and first position only, the last position is forgotten
import sys


def fill(text, done):
    out = []
    at = 0
    while True:
        left = text.find("{", at)
        if left < 0:
            out.append(text[at:])
            return "".join(out)
        right = text.index("}", left)
        out.append(text[at:left])
        out.append(done[text[left + 1:right]])
        at = right + 1


def main():
    rows = sys.stdin.read().split("\n")
    n, q = (int(x) for x in rows[0].split())
    done = {}
    for row in rows[1:n + 1]:
        name, _, text = row.partition("=")
        done[name] = fill(text, done)
    answers = {}
    out = []
    for row in rows[n + 1:n + q + 1]:
        name, a, b = row.split()
        key = name, a
        if key not in answers:
            full = done[name]
            answers[key] = f"{len(full)} [{full[int(a) - 1:int(b)]}]"
        out.append(answers[key])
    sys.stdout.write("\n".join(out) + "\n")


main()
