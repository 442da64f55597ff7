"""Match as many demands as possible with offers of sufficient size."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Demands and offers",
    statement="A demand $d_i$ can be matched with an offer $o_j$ if $d_i \\le o_j \\le d_i + t$. Every demand and every offer is used at most once. Find the largest number of matched pairs.",
    inputs=(Ints("d", 0, 10**6), Ints("o", 0, 10**6), Int("t", 0, 10**6)),
    output=Int("pairs"),
    output_text="the largest number of pairs",
    tags=("greedy", "two pointers"),
    difficulty=1300,
    sizes=(5, 30, 450),
)


def generate(rng, size):
    high = rng.choice([10, size, 9999])
    d = [rng.randint(0, high) for _ in range(rng.randint((size + 1) // 2, size))]
    o = [rng.randint(0, high + high // 3) for _ in range(rng.randint((size + 1) // 2, size))]
    t = rng.choice([0, 1, high // size, high // 10, high])
    return d, o, t


def smallest_fitting_offer(d, o, t):
    free = [True] * len(o)
    count = 0
    for x in sorted(d):
        best = -1
        for j in range(len(o)):
            if free[j] and x <= o[j] and o[j] <= x + t:
                if best == -1 or o[j] < o[best]:
                    best = j
        if best >= 0:
            free[best] = False
            count += 1
    return count


def remove_matched_offers(demands, offers, tol):
    pairs = 0
    left = sorted(offers)
    while demands:
        need = min(demands)
        demands.remove(need)
        for offer in left:
            if need <= offer <= need + tol:
                left.remove(offer)
                pairs += 1
                break
    return pairs


def bisect_and_delete(wants, haves, slack):
    from bisect import bisect_left

    pool = sorted(haves)
    matched = 0
    for w in sorted(wants):
        at = bisect_left(pool, w)
        if at < len(pool) and pool[at] <= w + slack:
            pool.pop(at)
            matched += 1
    return matched


def two_indices(d, o, t):
    d.sort()
    o.sort()
    i = j = res = 0
    while i < len(d) and j < len(o):
        if o[j] < d[i]:
            j += 1
        elif o[j] > d[i] + t:
            i += 1
        else:
            res += 1
            i += 1
            j += 1
    return res


WAYS = (smallest_fitting_offer, remove_matched_offers, bisect_and_delete, two_indices)
