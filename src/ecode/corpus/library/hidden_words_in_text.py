"""Count the words that are hidden in a text as subsequences."""

from ecode.corpus.kernel import Int, Kernel, Str, Strs

KERNEL = Kernel(
    title="Hidden words",
    statement="A word is hidden in $s$ if it can be made from $s$ by removing letters (perhaps none) without changing the order of the rest. Count the words of $w$ that are hidden in $s$; equal words count separately.",
    inputs=(Str("s"), Strs("w")),
    output=Int("hidden"),
    output_text="the number of hidden words",
    tags=("strings", "binary search", "subsequences"),
    difficulty=1300,
    sizes=(6, 30, 260),
)


def generate(rng, size):
    alphabet = rng.choice(["ab", "abcd", "abcdefghijklmnopqrstuvwxyz"])
    length = size if size < 100 else rng.randint(1200, 1500)
    s = "".join(rng.choice(alphabet) for _ in range(length))
    words = []
    for _ in range(size):
        n = rng.randint(1, 14 if size > 100 else 5)
        if rng.random() < 0.5:
            places = sorted(rng.sample(range(length), min(n, length)))
            words.append("".join(s[p] for p in places))
        else:
            words.append("".join(rng.choice(alphabet + "z") for _ in range(n)))
    return s, words


def walk_through_the_text(s, w):
    count = 0
    for word in w:
        k = 0
        for ch in s:
            if k < len(word) and word[k] == ch:
                k += 1
        if k == len(word):
            count += 1
    return count


def cut_off_the_front(text, words):
    total = 0
    for word in words:
        rest = text
        found = True
        for letter in word:
            if letter not in rest:
                found = False
                break
            rest = rest[rest.index(letter) + 1:]
        if found:
            total += 1
    return total


def lists_of_places(s, w):
    from bisect import bisect_left

    places = {}
    for i, ch in enumerate(s):
        places.setdefault(ch, []).append(i)
    hidden = 0
    for word in w:
        at = 0
        for ch in word:
            spots = places.get(ch, [])
            k = bisect_left(spots, at)
            if k == len(spots):
                break
            at = spots[k] + 1
        else:
            hidden += 1
    return hidden


def words_waiting_for_letters(s, w):
    from collections import defaultdict

    waiting = defaultdict(list)
    for word in w:
        waiting[word[0]].append((word, 1))
    done = 0
    for ch in s:
        if ch in waiting:
            for word, k in waiting.pop(ch):
                if k == len(word):
                    done += 1
                else:
                    waiting[word[k]].append((word, k + 1))
    return done


def find_from_position(s, w):
    n = 0
    for word in w:
        at = -1
        for ch in word:
            at = s.find(ch, at + 1)
            if at < 0:
                break
        n += at >= 0
    return n


WAYS = (walk_through_the_text, (cut_off_the_front, lists_of_places, words_waiting_for_letters, find_from_position))
