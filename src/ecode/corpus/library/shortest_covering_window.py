"""Find the shortest substring that holds all letters of another word."""

from ecode.corpus.kernel import Kernel, Str

KERNEL = Kernel(
    title="Shortest covering window",
    statement="Find the shortest substring of $s$ that holds every letter of $p$ at least as often as $p$ does. Of several shortest ones take the one that starts first.",
    inputs=(Str("s"), Str("p")),
    output=Str("window", "abcdefghijklmnopqrstuvwxyz-"),
    output_text="this substring, or a minus sign if there is none",
    tags=("strings", "two pointers", "counting"),
    difficulty=1500,
    sizes=(9, 50, 500),
)


def generate(rng, size):
    alphabet = rng.choice(["abc", "abcdefgh", "abcdefghijklmnopqrstuvwxyz"])
    weights = [rng.choice([1, 2, 9]) for _ in alphabet]
    s = "".join(rng.choices(alphabet, weights, k=size))
    if rng.random() < 0.9:
        p = "".join(rng.sample(s, rng.randint(1 if size < 100 else 20, max(1, min(size // 2, 12 if size < 100 else 80)))))
    else:
        p = "".join(rng.choice(alphabet) for _ in range(rng.randint(1, 12)))
    return s, p


def tick_off_from_each_start(s, p):
    best = ""
    for i in range(len(s)):
        missing = list(p)
        for j in range(i, len(s)):
            if s[j] in missing:
                missing.remove(s[j])
                if not missing:
                    if best == "" or j - i + 1 < len(best):
                        best = s[i:j + 1]
                    break
    if best == "":
        best = "-"
    return best


def growing_sizes(text, wanted):
    need = {ch: wanted.count(ch) for ch in wanted}
    answer = "-"
    size = len(wanted)
    while answer == "-" and size <= len(text):
        for start in range(len(text) - size + 1):
            piece = text[start:start + size]
            if all(piece.count(ch) >= times for ch, times in need.items()):
                answer = piece
                break
        size += 1
    return answer


def window_with_debts(s, p):
    from collections import Counter

    owed = Counter(p)
    open_letters = len(p)
    best = None
    left = 0
    for right, ch in enumerate(s):
        if owed[ch] > 0:
            open_letters -= 1
        owed[ch] -= 1
        if open_letters == 0:
            while owed[s[left]] < 0:
                owed[s[left]] += 1
                left += 1
            if best is None or right - left < best[1] - best[0]:
                best = (left, right)
    return s[best[0]:best[1] + 1] if best else "-"


def places_of_needed_letters(s, p):
    need = {}
    for ch in p:
        need[ch] = need.get(ch, 0) + 1
    useful = [i for i, ch in enumerate(s) if ch in need]
    have = dict.fromkeys(need, 0)
    short = len(need)
    low, high = 0, len(s) + 1
    head = 0
    for i in useful:
        have[s[i]] += 1
        if have[s[i]] == need[s[i]]:
            short -= 1
        while short == 0:
            first = useful[head]
            if i + 1 - first < high - low:
                low, high = first, i + 1
            have[s[first]] -= 1
            if have[s[first]] < need[s[first]]:
                short += 1
            head += 1
    return s[low:high] if high - low <= len(s) else "-"


WAYS = ((tick_off_from_each_start, growing_sizes), (window_with_debts, places_of_needed_letters))
