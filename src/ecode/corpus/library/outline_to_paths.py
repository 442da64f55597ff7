"""Turn an outline with levels into full paths."""

from ecode.corpus.kernel import Kernel, Strs

KERNEL = Kernel(
    title="Paths of an outline",
    statement="Each word of $w$ is an entry of an outline: some dots (perhaps none), which tell its level, and a name. The parent of an entry is the last entry before it with a smaller level, if there is one. For each entry find the name of the top entry reached by going from parent to parent, and the number of steps on the way.",
    inputs=(Strs("w", "abcdefghijklmnopqrstuvwxyz."),),
    output=Strs("tops", "abcdefghijklmnopqrstuvwxyz:0123456789"),
    output_text="'top:steps' for each entry",
    tags=("strings", "stack", "trees"),
    difficulty=1300,
    sizes=(6, 40, 260),
)


def generate(rng, size):
    words = []
    level = 0
    most = rng.choice([2, 6, 16])
    for i in range(size):
        if rng.random() < 0.6:
            level = min(most, level + rng.randint(0, 2))
        else:
            level = rng.randint(1 if size > 30 else 0, max(1, level))
        if rng.random() < 2 / (size + 10) or i == 0:
            level = 0
        words.append("." * level + "".join(rng.choice("abcdefgh") for _ in range(rng.randint(1, 4))))
    return (words,)


def climb_by_looking_back(w):
    result = []
    for i in range(len(w)):
        at = i
        steps = 0
        j = at - 1
        while j >= 0:
            if w[j].count(".") < w[at].count("."):
                at = j
                steps += 1
            j -= 1
        result.append(w[at].replace(".", "") + ":" + str(steps))
    return result


def parents_then_climb(entries):
    levels = [len(entry) - len(entry.lstrip(".")) for entry in entries]
    parent = []
    for i, level in enumerate(levels):
        above = [j for j in range(i) if levels[j] < level]
        parent.append(above[-1] if above else None)
    out = []
    for i in range(len(entries)):
        steps = 0
        while parent[i] is not None:
            i = parent[i]
            steps += 1
        out.append(entries[i].lstrip(".") + ":" + str(steps))
    return out


def stack_of_levels(w):
    stack = []
    tops = []
    for word in w:
        name = word.lstrip(".")
        level = len(word) - len(name)
        while stack and stack[-1][0] >= level:
            stack.pop()
        stack.append((level, name))
        tops.append(f"{stack[0][1]}:{len(stack) - 1}")
    return tops


def open_entry_of_each_level(w):
    # open_at[v]: the steps of the open entry with level v, or None
    open_at = []
    top = ""
    answer = []
    for word in w:
        level = word.count(".")
        del open_at[level:]
        steps = 0
        for s in reversed(open_at):
            if s is not None:
                steps = s + 1
                break
        if steps == 0:
            top = word[level:]
        while len(open_at) < level:
            open_at.append(None)
        open_at.append(steps)
        answer.append(top + ":" + str(steps))
    return answer


WAYS = (climb_by_looking_back, parents_then_climb, (stack_of_levels, open_entry_of_each_level))
