"""Count the lines of a wrapped text for many widths."""

from ecode.corpus.kernel import Ints, Kernel, Lines

KERNEL = Kernel(
    title="Lines for each width",
    statement="The words of all lines of $t$ form one text. For each width of $v$ the text is wrapped anew: words are put on a line, with one blank between them, as long as the line has at most so many characters; otherwise a new line begins. No word is longer than 12 letters. Count the lines for each width.",
    inputs=(Lines("t", "words of at most 12 small letters separated by single spaces"), Ints("v", 12, 500)),
    output=Ints("counts", 1),
    output_text="the number of lines for each width",
    tags=("text", "binary search", "simulation"),
    difficulty=1300,
    sizes=(3, 12, 100),
)


def generate(rng, size):
    top = rng.choice([2, 6, 12])
    lines = [
        " ".join("".join(rng.choice("abcdefgh") for _ in range(rng.randint(1, top))) for _ in range(rng.randint(1, 9)))
        for _ in range(size)
    ]
    widths = [rng.randint(12, rng.choice([60, 200, 500])) for _ in range(rng.randint(1, 2) if size < 5 else size // 2)]
    return lines, widths


def build_the_lines(t, v):
    counts = []
    for width in v:
        wrapped = []
        current = ""
        for line in t:
            for word in line.split():
                if current == "":
                    current = word
                elif len(current + " " + word) <= width:
                    current = current + " " + word
                else:
                    wrapped.append(current)
                    current = word
        wrapped.append(current)
        counts.append(len(wrapped))
    return counts


def join_the_taken_words(lines, widths):
    words = [w for line in lines for w in line.split()]
    result = []
    for width in widths:
        number = 1
        taken = []
        for word in words:
            taken.append(word)
            if len(" ".join(taken)) > width:
                number += 1
                taken = [word]
        result.append(number)
    return result


def add_up_lengths(t, v):
    sizes = []
    for line in t:
        sizes += [len(word) + 1 for word in line.split()]
    answers = []
    for width in v:
        rows, used = 0, width + 2
        for s in sizes:
            used += s
            if used > width + 1:
                rows += 1
                used = s
        answers.append(rows)
    return answers


def cut_the_joined_text(t, v):
    text = " ".join(t) + " "
    n = len(text)
    out = []
    for width in v:
        at = rows = 0
        while at < n:
            # the last blank that still fits ends the line
            at = text.rindex(" ", at, at + width + 1) + 1
            rows += 1
        out.append(rows)
    return out


def jump_by_bisection(t, v):
    from bisect import bisect_right
    from itertools import accumulate

    ends = list(accumulate(len(w) + 1 for line in t for w in line.split()))
    known = {}
    for width in set(v):
        rows = 0
        at = 0
        while at < ends[-1]:
            at = ends[bisect_right(ends, at + width + 1) - 1]
            rows += 1
        known[width] = rows
    return [known[width] for width in v]


WAYS = ((build_the_lines, join_the_taken_words), (add_up_lengths, cut_the_joined_text, jump_by_bisection))
