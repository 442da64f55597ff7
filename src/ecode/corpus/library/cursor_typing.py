"""Simulate typing with a cursor that moves left and right."""

from ecode.corpus.kernel import Kernel, Str

KERNEL = Kernel(
    title="Typing with a cursor",
    statement="The keys in $s$ are pressed one after the other on an empty line. A small letter is inserted at the cursor, which then stands behind it; 'L' and 'R' move the cursor by one place to the left or right, 'H' moves it to the beginning and 'E' to the end of the line, 'B' removes the letter before the cursor. Keys that cannot do anything do nothing.",
    inputs=(Str("s", "abcdefghijklmnopqrstuvwxyzLRHEB"),),
    output=Str("line", "abcdefghijklmnopqrstuvwxyz-"),
    output_text="the line at the end, or a minus sign if it is empty",
    tags=("strings", "simulation", "stack"),
    difficulty=1200,
    sizes=(10, 80, 2600),
)


def generate(rng, size):
    moves = rng.choice(["LRBLRE", "LLLRB", "LRLRLR", "HLRBE"])
    share = rng.choice([0.1, 0.3, 0.5])
    keys = [
        rng.choice(moves) if rng.random() < share else rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(size)
    ]
    if rng.random() < 0.1:
        keys = [rng.choice("LRBBE" if k.isupper() else k) for k in keys]
    return ("".join(keys),)


def cut_and_join_text(s):
    line = ""
    cursor = 0
    for key in s:
        if key == "L":
            if cursor > 0:
                cursor -= 1
        elif key == "R":
            if cursor < len(line):
                cursor += 1
        elif key == "H":
            cursor = 0
        elif key == "E":
            cursor = len(line)
        elif key == "B":
            if cursor > 0:
                line = line[:cursor - 1] + line[cursor:]
                cursor -= 1
        else:
            line = line[:cursor] + key + line[cursor:]
            cursor += 1
    if not line:
        line = "-"
    return line


def cursor_is_a_mark(keys):
    # the cursor is a bar inside the list of letters
    line = ["|"]
    for k in keys:
        at = line.index("|")
        if k == "L":
            if at:
                line[at - 1], line[at] = line[at], line[at - 1]
        elif k == "R":
            if at + 1 < len(line):
                line[at + 1], line[at] = line[at], line[at + 1]
        elif k == "H":
            line.insert(0, line.pop(at))
        elif k == "E":
            line.append(line.pop(at))
        elif k == "B":
            if at:
                del line[at - 1]
        else:
            line.insert(at, k)
    line.remove("|")
    return "".join(line) or "-"


def list_insert(s):
    letters = []
    p = 0
    for k in s:
        if k.islower():
            letters.insert(p, k)
            p += 1
        elif k == "L":
            p = max(0, p - 1)
        elif k == "R":
            p = min(len(letters), p + 1)
        elif k == "H":
            p = 0
        elif k == "E":
            p = len(letters)
        elif p:
            p -= 1
            letters.pop(p)
    return "".join(letters) if letters else "-"


def two_stacks(s):
    left, right = [], []
    for key in s:
        if key == "L":
            if left:
                right.append(left.pop())
        elif key == "R":
            if right:
                left.append(right.pop())
        elif key == "H":
            right += reversed(left)
            left = []
        elif key == "E":
            left += reversed(right)
            right = []
        elif key == "B":
            if left:
                left.pop()
        else:
            left.append(key)
    right.reverse()
    return "".join(left + right) or "-"


WAYS = (cursor_is_a_mark, (cut_and_join_text, list_insert, two_stacks))
