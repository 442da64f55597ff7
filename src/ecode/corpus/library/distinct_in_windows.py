"""Count the different values in every window of fixed length."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Different values in windows",
    statement="For every block of $k$ consecutive elements of $a$, from left to right, count how many different values it holds. $k$ is never larger than the length of $a$.",
    inputs=(Ints("a", 0, 10**6), Int("k", 1, 1000)),
    output=Ints("counts"),
    output_text="the count of different values for each block",
    tags=("hashing", "sliding window"),
    difficulty=1200,
    sizes=(7, 80, 800),
)


def generate(rng, size):
    high = rng.choice([1, max(1, size // 8), size, 10**6])
    a = [rng.randint(0, high) for _ in range(size)]
    k = rng.choice([max(1, size // 3), max(1, size // 2), rng.randint(1, size)])
    return a, min(k, 1000, size)


def set_of_every_slice(a, k):
    res = []
    for i in range(len(a) - k + 1):
        res.append(len(set(a[i:i + k])))
    return res


def dictionary_per_window(numbers, width):
    n = len(numbers)
    answers = []
    start = 0
    while start + width <= n:
        seen = {}
        for j in range(start, start + width):
            if numbers[j] in seen:
                seen[numbers[j]] += 1
            else:
                seen[numbers[j]] = 1
        answers.append(len(seen.keys()))
        start += 1
    return answers


def rolling_counter(arr, k):
    from collections import defaultdict

    freq = defaultdict(int)
    out = []
    for i, x in enumerate(arr):
        freq[x] += 1
        if i >= k:
            old = arr[i - k]
            freq[old] -= 1
            if freq[old] == 0:
                del freq[old]
        if i >= k - 1:
            out.append(len(freq))
    return out


def previous_places(a, k):
    # an element is new in the window unless its last copy is inside too
    n = len(a)
    diff = [0] * (n + 1)
    last = {}
    for i in range(n):
        first = i - k + 1
        if a[i] in last and last[a[i]] + 1 > first:
            first = last[a[i]] + 1
        last[a[i]] = i
        diff[first if first > 0 else 0] += 1
        diff[i + 1] -= 1
    counts = []
    cur = 0
    for s in range(n - k + 1):
        cur += diff[s]
        counts.append(cur)
    return counts


WAYS = (dictionary_per_window, set_of_every_slice, (rolling_counter, previous_places))
