"""Find the partner of each bracket."""

from ecode.corpus.kernel import Ints, Kernel, Str

KERNEL = Kernel(
    title="Partners of brackets",
    statement="In $s$ an opening and a closing bracket are partners if they are of the same kind ('()' or '[]'), the opening one comes first, and what stands between them can be removed completely by removing adjacent partners '()' and '[]' again and again. For each character find the position of its partner, counted from 1, or 0 if it has none.",
    inputs=(Str("s", "()[]"),),
    output=Ints("partners"),
    output_text="the position of the partner of each character, or 0",
    tags=("strings", "brackets", "stack"),
    difficulty=1300,
    sizes=(8, 50, 1300),
)


def generate(rng, size):
    noise = rng.choice([0.0, 0.01, 0.1])
    deep = rng.choice([0.5, 0.8])
    s = []
    open_ones = []
    while len(s) < size:
        if rng.random() < noise:
            s.append(rng.choice("()[]"))
        elif len(open_ones) >= size - len(s) or open_ones and rng.random() > deep:
            s.append(open_ones.pop())
        else:
            kind = rng.choice(["()", "[]"])
            s.append(kind[0])
            open_ones.append(kind[1])
    return ("".join(s),)


def look_for_next_to_each_other(s):
    left = [[i, ch] for i, ch in enumerate(s)]
    partner = [0] * len(s)
    found = True
    while found:
        found = False
        for k in range(len(left) - 1):
            if left[k][1] + left[k + 1][1] in ["()", "[]"]:
                i, j = left[k][0], left[k + 1][0]
                partner[i] = j + 1
                partner[j] = i + 1
                left = left[:k] + left[k + 2:]
                found = True
                break
    return partner


def scan_from_each_opening(text):
    result = [0 for _ in text]
    for i in range(len(text)):
        if text[i] not in "([":
            continue
        waiting = text[i]
        j = i
        while waiting and j + 1 < len(text):
            j += 1
            c = text[j]
            if c in "([":
                waiting += c
            elif waiting[-1] + c == "()" or waiting[-1] + c == "[]":
                waiting = waiting[:-1]
            else:
                break
        if not waiting:
            result[i] = j + 1
            result[j] = i + 1
    return result


def stack_of_positions(s):
    opener = {")": "(", "]": "["}
    answer = [0] * len(s)
    stack = []
    for i, ch in enumerate(s):
        if ch in opener and stack and s[stack[-1]] == opener[ch]:
            j = stack.pop()
            answer[i], answer[j] = j + 1, i + 1
        elif ch in opener:
            stack.clear()
        else:
            stack.append(i)
    return answer


def linked_back(s):
    # back[i]: where the partner search of a closing bracket at i + 1 goes on
    n = len(s)
    partner = [0] * (n + 1)
    for i in range(1, n + 1):
        if s[i - 1] == ")" or s[i - 1] == "]":
            j = i - 1
            while j > 0 and partner[j] and partner[j] < j:
                j = partner[j] - 1
            if j > 0 and s[j - 1] + s[i - 1] in ("()", "[]"):
                partner[i] = j
                partner[j] = i
    return partner[1:]


WAYS = ((look_for_next_to_each_other, scan_from_each_opening), (linked_back, stack_of_positions))
