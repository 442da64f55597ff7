"""Follow the length of a text while words are typed, undone and redone."""

from ecode.corpus.kernel import Ints, Kernel, Lines

KERNEL = Kernel(
    title="Undo and redo",
    statement="A text is empty at first. The line 'type' with a word appends the word to the text; 'undo' takes back the last step that has not been taken back; 'redo' does the step again that was taken back last, but only if nothing has been typed since. A command that cannot do anything does nothing. Find the length of the text after each line of $t$.",
    inputs=(Lines("t", "type WORD, undo or redo"),),
    output=Ints("lengths"),
    output_text="the length of the text after each line",
    tags=("simulation", "stack"),
    difficulty=1100,
    sizes=(6, 40, 420),
)


def generate(rng, size):
    typing = rng.choice([0.3, 0.5, 0.8])
    lines = []
    for _ in range(size):
        if rng.random() < typing:
            lines.append("type " + "".join(rng.choice("abcdefgh") for _ in range(rng.randint(1, 9))))
        else:
            lines += [rng.choice(["undo", "undo", "redo"])] * rng.randint(1, 4)
    return (lines[:size],)


def replay_all_commands(t):
    lengths = []
    for end in range(1, len(t) + 1):
        done = []
        taken_back = []
        for line in t[:end]:
            if line == "undo":
                if done:
                    taken_back.append(done.pop())
            elif line == "redo":
                if taken_back:
                    done.append(taken_back.pop())
            else:
                done.append(line.split()[1])
                taken_back = []
        lengths.append(len("".join(done)))
    return lengths


def join_words_each_time(commands):
    words = []
    active = 0
    sizes = []
    for command in commands:
        if command == "undo":
            active = max(active - 1, 0)
        elif command == "redo":
            active = min(active + 1, len(words))
        else:
            words = words[:active] + [command[5:]]
            active += 1
        text = ""
        for word in words[:active]:
            text += word
        sizes.append(len(text))
    return sizes


def history_of_lengths(t):
    history = [0]
    at = 0
    out = []
    for line in t:
        if line[0] == "t":
            at += 1
            history[at:] = [history[at - 1] + len(line) - 5]
        elif line[0] == "u":
            at -= at > 0
        elif at + 1 < len(history):
            at += 1
        out.append(history[at])
    return out


def two_stacks_of_lengths(t):
    undo, redo = [], []
    total = 0
    result = []
    for line in t:
        if line == "undo":
            if undo:
                size = undo.pop()
                redo.append(size)
                total -= size
        elif line == "redo":
            if redo:
                size = redo.pop()
                undo.append(size)
                total += size
        else:
            word = line.split()[1]
            undo.append(len(word))
            redo.clear()
            total += len(word)
        result.append(total)
    return result


WAYS = (replay_all_commands, join_words_each_time, (history_of_lengths, two_stacks_of_lengths))
