"""Find the shortest chain of words that change one letter at a time."""

from ecode.corpus.kernel import Int, Kernel, Strs

KERNEL = Kernel(
    title="Shortest word ladder",
    statement="All words of $w$ have the same length. One step goes from a word to another word of $w$ that differs from it in exactly one place. Find the smallest number of steps from the first word to the last one, 0 if they are equal, or -1 if it is impossible.",
    inputs=(Strs("w"),),
    output=Int("steps", -1),
    output_text="the smallest number of steps, or -1",
    tags=("strings", "breadth-first search", "graphs"),
    difficulty=1500,
    sizes=(6, 30, 140),
)


def generate(rng, size):
    length = rng.randint(2, 4) if size < 50 else rng.randint(3, 5)
    alphabet = "abcdefgh"[: rng.randint(2, 4)] if size < 50 else "abcdefgh"[: rng.randint(3, 5)]
    words = ["".join(rng.choice(alphabet) for _ in range(length))]
    while len(words) < size:
        word = list(rng.choice(words[-5:]) if rng.random() < 0.9 else rng.choice(words))
        for _ in range(1 if rng.random() < 0.93 else 2):
            word[rng.randrange(length)] = rng.choice(alphabet)
        words.append("".join(word))
    return (words,)


def rounds_over_all_words(w):
    steps = {w[0]: 0}
    grew = True
    while grew:
        grew = False
        for known in list(steps):
            for word in w:
                differing = 0
                for a, b in zip(known, word):
                    if a != b:
                        differing += 1
                if differing == 1 and (word not in steps or steps[word] > steps[known] + 1):
                    steps[word] = steps[known] + 1
                    grew = True
    return steps.get(w[-1], -1)


def queue_of_words(words):
    def one_apart(a, b):
        return sum(a[i] != b[i] for i in range(len(a))) == 1

    queue = [(words[0], 0)]
    visited = [words[0]]
    result = -1
    while queue:
        word, dist = queue.pop(0)
        if word == words[-1]:
            result = dist
            break
        for nxt in words:
            if nxt not in visited and one_apart(word, nxt):
                visited.append(nxt)
                queue.append((nxt, dist + 1))
    return result


def try_all_letters(w):
    unused = set(w) - {w[0]}
    alphabet = sorted(set("".join(w)))
    layer = [w[0]]
    goal = w[-1]
    depth = 0
    while layer and goal not in layer:
        following = []
        for word in layer:
            for i in range(len(word)):
                for c in alphabet:
                    other = word[:i] + c + word[i + 1:]
                    if other in unused:
                        unused.remove(other)
                        following.append(other)
        layer = following
        depth += 1
    return depth if layer else -1


def buckets_with_gap(w):
    from collections import defaultdict, deque

    bucket = defaultdict(set)
    for word in w:
        for i in range(len(word)):
            bucket[i, word[:i], word[i + 1:]].add(word)
    dist = {w[0]: 0}
    todo = deque(dist)
    while todo and w[-1] not in dist:
        word = todo.popleft()
        for i in range(len(word)):
            for other in bucket.pop((i, word[:i], word[i + 1:]), ()):
                if other not in dist:
                    dist[other] = dist[word] + 1
                    todo.append(other)
    return dist.get(w[-1], -1)


WAYS = (rounds_over_all_words, queue_of_words, (try_all_letters, buckets_with_gap))
