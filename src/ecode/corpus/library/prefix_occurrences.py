"""For each prefix of a word, count where it occurs in the word."""

from ecode.corpus.kernel import Ints, Kernel, Str

KERNEL = Kernel(
    title="How often prefixes occur",
    statement="For every non-empty prefix of $s$, from the shortest to $s$ itself, count the positions of $s$ at which this prefix occurs. Occurrences may overlap.",
    inputs=(Str("s"),),
    output=Ints("counts"),
    output_text="the count of each prefix",
    tags=("strings", "prefix function"),
    difficulty=1600,
    sizes=(7, 40, 420),
)


def generate(rng, size):
    alphabet = rng.choice(["a", "ab", "abc", "abcdefgh"])
    unit = "".join(rng.choice(alphabet) for _ in range(rng.randint(1, max(2, size // 4))))
    s = list((unit * size)[:size])
    if rng.random() < 0.6:
        s[rng.randrange(size)] = rng.choice("abz")
    return ("".join(s),)


def search_each_prefix(s):
    counts = []
    for size in range(1, len(s) + 1):
        prefix = s[:size]
        times = 0
        for start in range(len(s) - size + 1):
            if s[start:start + size] == prefix:
                times += 1
        counts.append(times)
    return counts


def keep_the_starts(word):
    # starts that still agree with the prefix
    alive = list(range(len(word)))
    res = []
    for k in range(len(word)):
        alive = [p for p in alive if p + k < len(word) and word[p + k] == word[k]]
        res.append(len(alive))
    return res


def add_up_borders(s):
    n = len(s)
    pi = [0] * n
    for i in range(1, n):
        j = pi[i - 1]
        while j and s[i] != s[j]:
            j = pi[j - 1]
        pi[i] = j + (s[i] == s[j])
    times = [1] * (n + 1)
    for length in range(n, 0, -1):
        times[pi[length - 1]] += times[length]
    return times[1:]


def agreement_lengths(t):
    n = len(t)
    z = [n] + [0] * (n - 1)
    l = r = 0
    for i in range(1, n):
        k = min(r - i, z[i - l]) if i < r else 0
        while i + k < n and t[k] == t[i + k]:
            k += 1
        z[i] = k
        if i + k > r:
            l, r = i, i + k
    exactly = [0] * (n + 1)
    for k in z:
        exactly[k] += 1
    at_least = []
    running = 0
    for k in range(n, 0, -1):
        running += exactly[k]
        at_least.append(running)
    at_least.reverse()
    return at_least


WAYS = (search_each_prefix, keep_the_starts, (add_up_borders, agreement_lengths))
