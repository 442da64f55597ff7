"""Find the k-th smallest element of every prefix that is long enough."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="The k-th smallest of each prefix",
    statement="For every $i$ from $k$ to the length of $a$, take the first $i$ elements of $a$ and find their $k$-th smallest one (equal values count separately). $k$ is never larger than the length of $a$.",
    inputs=(Ints("a", 0, 10**5), Int("k", 1, 1000)),
    output=Ints("kth"),
    output_text="the k-th smallest element for each of these prefixes, in the order of their lengths",
    tags=("heaps", "sorting"),
    difficulty=1300,
    sizes=(6, 50, 420),
)


def generate(rng, size):
    high = rng.choice([3, size, 10**5])
    a = [rng.randint(0, high) for _ in range(size)]
    if rng.random() < 0.2:
        a.sort(reverse=True)
    k = rng.randint(1, max(1, size // 2)) if rng.random() < 0.8 else rng.randint(1, size)
    return a, k


def sort_every_prefix(a, k):
    ans = []
    for i in range(k, len(a) + 1):
        part = a[:i]
        part.sort()
        ans.append(part[k - 1])
    return ans


def smallest_with_heapq(seq, k):
    import heapq

    n = len(seq)
    return [heapq.nsmallest(k, seq[:end])[-1] for end in range(k, n + 1)]


def insertion_by_hand(numbers, k):
    # keep the k smallest numbers in order
    kept = []
    result = []
    for num in numbers:
        pos = len(kept)
        while pos > 0 and kept[pos - 1] > num:
            pos -= 1
        kept.insert(pos, num)
        if len(kept) > k:
            kept.pop()
        if len(kept) == k:
            result.append(kept[-1])
    return result


def heap_of_k_negatives(a, k):
    from heapq import heapify, heapreplace

    h = [-x for x in a[:k]]
    heapify(h)
    out = [-h[0]]
    for x in a[k:]:
        if -x > h[0]:
            heapreplace(h, -x)
        out.append(-h[0])
    return out


WAYS = (smallest_with_heapq, sort_every_prefix, insertion_by_hand, heap_of_k_negatives)
