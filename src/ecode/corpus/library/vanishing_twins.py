"""Remove adjacent equal letters until none are left."""

from ecode.corpus.kernel import Kernel, Str

KERNEL = Kernel(
    title="Vanishing twins",
    statement="As long as two neighbouring letters of $s$ are equal, remove both; the rest closes up. What is left at the end does not depend on the order.",
    inputs=(Str("s"),),
    output=Str("rest", "abcdefghijklmnopqrstuvwxyz-"),
    output_text="what is left of the word, or a minus sign if nothing is left",
    tags=("strings", "stack"),
    difficulty=1000,
    sizes=(8, 60, 3200),
)


def generate(rng, size):
    alphabet = rng.choice(["ab", "abc", "abcdefghij"])
    s = []
    while len(s) < size:
        if rng.random() < 0.75:
            half = [rng.choice(alphabet) for _ in range(rng.randint(1, max(1, size // 4)))]
            s += half + half[::-1]
        else:
            s.append(rng.choice(alphabet))
    return ("".join(s[:size]),)


def start_over_each_time(s):
    changed = True
    while changed:
        changed = False
        for i in range(len(s) - 1):
            if s[i] == s[i + 1]:
                s = s[:i] + s[i + 2:]
                changed = True
                break
    if s == "":
        s = "-"
    return s


def replace_twins_in_rounds(text):
    letters = sorted(set(text))
    while True:
        before = len(text)
        for x in letters:
            text = text.replace(x + x, "")
        if len(text) == before:
            break
    return text or "-"


def delete_from_list(s):
    chars = list(s)
    i = 0
    while i + 1 < len(chars):
        if chars[i] == chars[i + 1]:
            del chars[i:i + 2]
            if i > 0:
                i -= 1
        else:
            i += 1
    return "".join(chars) if chars else "-"


def stack_of_letters(s):
    kept = []
    for ch in s:
        if kept and kept[-1] == ch:
            kept.pop()
        else:
            kept.append(ch)
    return "".join(kept) or "-"


WAYS = (start_over_each_time, replace_twins_in_rounds, (delete_from_list, stack_of_letters))
