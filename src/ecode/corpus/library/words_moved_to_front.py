"""Report places in a list in which asked words move to the front."""

from ecode.corpus.kernel import Ints, Kernel, Strs

KERNEL = Kernel(
    title="Moved to the front",
    statement="A list of recent words is empty at first. The words of $w$ are looked up in order: if a word stands in the list, its place (1 for the first one) is reported and it moves to the front; otherwise 0 is reported and it is put in front.",
    inputs=(Strs("w"),),
    output=Ints("places"),
    output_text="the reported number for each word",
    tags=("simulation", "binary indexed tree"),
    difficulty=1500,
    sizes=(6, 40, 330),
)


def generate(rng, size):
    kinds = rng.choice([2, 8, size // 3 + 1, size]) if size < 100 else rng.choice([size // 4, size // 3, size])
    words = ["".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(1, 5))) for _ in range(kinds)]
    return ([rng.choice(words) for _ in range(size)],)


def different_words_since(w):
    places = []
    for i in range(len(w)):
        between = []
        j = i - 1
        while j >= 0 and w[j] != w[i]:
            if w[j] not in between:
                between.append(w[j])
            j -= 1
        if j < 0:
            places.append(0)
        else:
            places.append(len(between) + 1)
    return places


def sets_of_slices(words):
    result = []
    for i, word in enumerate(words):
        if word in words[:i]:
            back = words[:i][::-1].index(word)
            result.append(len(set(words[i - back:i])) + 1)
        else:
            result.append(0)
    return result


def list_with_insert(w):
    recent = []
    out = []
    for word in w:
        if word in recent:
            place = recent.index(word)
            recent.pop(place)
            out.append(place + 1)
        else:
            out.append(0)
        recent.insert(0, word)
    return out


def bisect_in_last_uses(w):
    from bisect import bisect_right

    # the times of the last uses, in increasing order
    last = {}
    times = []
    places = []
    for now, word in enumerate(w):
        if word in last:
            k = bisect_right(times, last[word]) - 1
            places.append(len(times) - k)
            times.pop(k)
        else:
            places.append(0)
        last[word] = now
        times.append(now)
    return places


WAYS = (different_words_since, sets_of_slices, list_with_insert, bisect_in_last_uses)
