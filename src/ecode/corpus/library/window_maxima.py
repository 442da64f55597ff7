"""Find the maximum of every window of fixed length."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Window maxima",
    statement="Find the largest element of every block of $k$ consecutive elements of $a$, from left to right. $k$ is never larger than the length of $a$.",
    inputs=(Ints("a", -(10**6), 10**6), Int("k", 1, 1000)),
    output=Ints("maxima"),
    output_text="the largest element of each block",
    tags=("sliding window", "deques"),
    difficulty=1400,
    sizes=(7, 70, 1050),
)


def generate(rng, size):
    high = rng.choice([3, size, 9000])
    a = [rng.randint(-high, high) for _ in range(size)]
    if rng.random() < 0.2:
        a.sort(reverse=True)
    k = rng.choice([max(1, size // 3), max(1, size // 2), rng.randint(1, size)])
    return a, min(k, 1000)


def compare_all(a, k):
    out = []
    for i in range(len(a) - k + 1):
        m = a[i]
        for j in range(i + 1, i + k):
            if a[j] > m:
                m = a[j]
        out.append(m)
    return out


def max_of_slices(nums, w):
    answer = []
    for end in range(w, len(nums) + 1):
        answer.append(max(nums[end - w:end]))
    return answer


def lazy_heap(numbers, window):
    from heapq import heappush, heappop

    pq = []
    res = []
    for idx, num in enumerate(numbers):
        heappush(pq, (-num, idx))
        if idx + 1 < window:
            continue
        while pq[0][1] <= idx - window:
            heappop(pq)
        res.append(-pq[0][0])
    return res


def decreasing_deque(a, k):
    from collections import deque

    dq = deque()
    maxima = []
    for i in range(len(a)):
        while dq and a[dq[-1]] <= a[i]:
            dq.pop()
        dq.append(i)
        if dq[0] == i - k:
            dq.popleft()
        if i >= k - 1:
            maxima.append(a[dq[0]])
    return maxima


def block_prefixes_and_suffixes(a, k):
    n = len(a)
    pre = a[:]
    suf = a[:]
    for i in range(1, n):
        if i % k and pre[i - 1] > pre[i]:
            pre[i] = pre[i - 1]
    for i in range(n - 2, -1, -1):
        if (i + 1) % k and suf[i + 1] > suf[i]:
            suf[i] = suf[i + 1]
    return [suf[i] if suf[i] > pre[i + k - 1] else pre[i + k - 1] for i in range(n - k + 1)]


WAYS = (compare_all, max_of_slices, (lazy_heap, decreasing_deque, block_prefixes_and_suffixes))
