"""Find the length of the longest substring without a repeated character."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Longest stretch without repeats",
    statement="Find the length of the longest substring of $s$ in which no character occurs twice. Small and capital letters are different characters.",
    inputs=(Str("s", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),),
    output=Int("length"),
    output_text="the length of this substring",
    tags=("strings", "two pointers"),
    difficulty=1000,
    sizes=(8, 60, 3000),
)


def generate(rng, size):
    letters = list("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    rng.shuffle(letters)
    letters = letters[: rng.choice([2, 10, 52, 52])]
    s = []
    while len(s) < size:
        rng.shuffle(letters)
        s += letters if rng.random() < 0.5 else letters[: rng.randint(1, len(letters))]
    return ("".join(s[:size]),)


def build_from_each_start(s):
    best = 0
    for i in range(len(s)):
        seen = ""
        for j in range(i, len(s)):
            if s[j] in seen:
                break
            seen = seen + s[j]
        best = max(best, len(seen))
    return best


def fresh_set_each_start(line):
    longest = 0
    start = 0
    while start < len(line):
        used = set()
        end = start
        while end < len(line) and line[end] not in used:
            used.add(line[end])
            end += 1
        if end - start > longest:
            longest = end - start
        start += 1
    return longest


def shrinking_window(s):
    window = []
    answer = 0
    for ch in s:
        if ch in window:
            window = window[window.index(ch) + 1:]
        window.append(ch)
        answer = max(answer, len(window))
    return answer


def last_seen_index(s):
    last = {}
    left = 0
    best = 0
    for i, ch in enumerate(s):
        if last.get(ch, -1) >= left:
            left = last[ch] + 1
        last[ch] = i
        if i - left >= best:
            best = i - left + 1
    return best


WAYS = ((build_from_each_start, fresh_set_each_start), shrinking_window, last_seen_index)
