"""Choose places so that the closest two are as far apart as possible."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Widest placement",
    statement="Choose $k$ of the different places $x$ on a line so that the smallest distance between two chosen places is as large as possible. $k$ is at least 2 and at most the number of places.",
    inputs=(Ints("x", 0, 10**6, 2, "distinct"), Int("k", 2, 1000)),
    output=Int("distance"),
    output_text="the largest possible smallest distance",
    tags=("binary search", "greedy"),
    difficulty=1600,
    sizes=(6, 20, 130),
)


def generate(rng, size):
    size = max(2, size)
    top = rng.choice([2 * size, 12 * size, 60 * size])
    x = rng.sample(range(top + 1), size)
    k = rng.choice([2, size, rng.randint(2, size), max(2, size // 4), max(2, size // 2)])
    return x, k


def try_distances_upwards(x, k):
    x = sorted(x)
    d = 1
    while True:
        chosen = 1
        last = x[0]
        for p in x[1:]:
            if p - last >= d:
                chosen += 1
                last = p
        if chosen < k:
            break
        d += 1
    return d - 1


def try_existing_gaps(places, k):
    places.sort()
    gaps = set()
    for i in range(len(places)):
        for j in range(i):
            gaps.add(places[i] - places[j])
    answer = 0
    for gap in sorted(gaps, reverse=True):
        picked = [places[0]]
        for p in places:
            if p >= picked[-1] + gap:
                picked.append(p)
        if len(picked) >= k:
            answer = gap
            break
    return answer


def bisect_over_distance(x, k):
    spots = sorted(x)

    def fits(d):
        count = 1
        nxt = spots[0] + d
        for s in spots:
            if s >= nxt:
                count += 1
                nxt = s + d
        return count >= k

    low = 1
    high = (spots[-1] - spots[0]) // (k - 1)
    while low < high:
        mid = (low + high + 1) // 2
        if fits(mid):
            low = mid
        else:
            high = mid - 1
    return low


def leap_by_bisect(x, k):
    from bisect import bisect_left

    x.sort()
    n = len(x)
    good = 1
    bad = (x[-1] - x[0]) // (k - 1) + 1
    while bad - good > 1:
        d = (good + bad) >> 1
        at = 0
        number = 1
        while number < k:
            at = bisect_left(x, x[at] + d, at + 1)
            if at >= n:
                break
            number += 1
        if number == k:
            good = d
        else:
            bad = d
    return good


WAYS = (try_existing_gaps, try_distances_upwards, (bisect_over_distance, leap_by_bisect))
