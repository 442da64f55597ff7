"""After every letter of a stream, find the first letter that has come once."""

from ecode.corpus.kernel import Kernel, Str

KERNEL = Kernel(
    title="First unique of a stream",
    statement="For every non-empty prefix of $s$, from the shortest on, find the earliest letter that occurs exactly once in this prefix, or take a dot if there is none. Small and capital letters are different.",
    inputs=(Str("s", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),),
    output=Str("found", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ."),
    output_text="the letters found, as one word, one letter or dot for each prefix",
    tags=("strings", "queue", "counting"),
    difficulty=1200,
    sizes=(8, 60, 420),
)


def generate(rng, size):
    letters = list("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    rng.shuffle(letters)
    late = rng.random() < 0.5
    s = []
    for i in range(size):
        reach = max(1, min(52, (i * 60) // size + 1)) if late else 52
        s.append(rng.choice(letters[:reach]))
    return ("".join(s),)


def count_in_each_prefix(s):
    found = ""
    for end in range(1, len(s) + 1):
        prefix = s[:end]
        letter = "."
        for ch in prefix:
            if prefix.count(ch) == 1:
                letter = ch
                break
        found += letter
    return found


def counter_per_prefix(s):
    from collections import Counter

    answer = []
    for i in range(len(s)):
        amounts = Counter(s[:i + 1])
        answer.append(next((ch for ch in amounts if amounts[ch] == 1), "."))
    return "".join(answer)


def list_of_uniques(stream):
    once, often = [], []
    out = []
    for ch in stream:
        if ch in once:
            once.remove(ch)
            often.append(ch)
        elif ch not in often:
            once.append(ch)
        out.append(once[0] if once else ".")
    return "".join(out)


def queue_with_counts(s):
    from collections import deque

    times = {}
    line = deque()
    res = []
    for ch in s:
        times[ch] = times.get(ch, 0) + 1
        if times[ch] == 1:
            line.append(ch)
        while line and times[line[0]] > 1:
            line.popleft()
        res.append(line[0] if line else ".")
    return "".join(res)


WAYS = (count_in_each_prefix, counter_per_prefix, (list_of_uniques, queue_with_counts))
