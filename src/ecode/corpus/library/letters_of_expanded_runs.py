"""Read letters of a run-length coded text at given positions."""

from ecode.corpus.kernel import Ints, Kernel, Str, Strs

KERNEL = Kernel(
    title="Letters of expanded runs",
    statement="Each word of $c$ is a positive number of at most 50 followed by one small letter and stands for this letter, repeated so often; the words one after the other give a long text. For each position in $q$ (counted from 1) find the letter of the long text there, or a dot if the text is shorter.",
    inputs=(Strs("c", "0123456789abcdefghijklmnopqrstuvwxyz"), Ints("q", 1, 10**6)),
    output=Str("letters", "abcdefghijklmnopqrstuvwxyz."),
    output_text="the letters found, as one word",
    tags=("strings", "run-length coding", "binary search"),
    difficulty=1200,
    sizes=(4, 30, 300),
)


def generate(rng, size):
    top = rng.choice([1, 9, 50])
    code = [str(rng.randint(1, top)) + rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(size)]
    total = sum(int(word[:-1]) for word in code)
    return code, [rng.randint(1, total + total // 20 + 1) for _ in range(size + rng.randint(0, size // 2))]


def walk_runs_per_question(code, asked):
    result = ""
    for position in asked:
        left = position
        letter = "."
        for word in code:
            amount = int(word[:-1])
            if left <= amount:
                letter = word[-1]
                break
            left -= amount
        result += letter
    return result


def parsed_runs_per_question(c, q):
    runs = []
    for w in c:
        runs.append([int(w[:len(w) - 1]), w[len(w) - 1]])
    out = []
    for x in q:
        i = 0
        while i < len(runs) and x > runs[i][0]:
            x = x - runs[i][0]
            i = i + 1
        out.append(runs[i][1] if i < len(runs) else ".")
    return "".join(out)


def write_out_the_text(c, q):
    text = "".join(word[-1] * int(word[:-1]) for word in c)
    return "".join(text[x - 1] if x <= len(text) else "." for x in q)


def bisect_run_ends(c, q):
    from bisect import bisect_left
    from itertools import accumulate

    ends = list(accumulate(int(w[:-1]) for w in c))
    letters = [w[-1] for w in c] + ["."]
    return "".join([letters[bisect_left(ends, x)] for x in q])


WAYS = (walk_runs_per_question, parsed_runs_per_question, (write_out_the_text, bisect_run_ends))
