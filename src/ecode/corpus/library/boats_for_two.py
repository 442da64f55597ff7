"""Find the smallest number of boats for at most two people each."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Boats for two",
    statement="A boat carries one person, or two persons of total weight at most $m$. The weights of all persons are in $w$, and none is larger than $m$. Find the smallest number of boats that carry everybody at once.",
    inputs=(Ints("w", 1, 10**6), Int("m", 1, 10**6)),
    output=Int("boats"),
    output_text="the smallest number of boats",
    tags=("greedy", "two pointers"),
    difficulty=1200,
    sizes=(6, 40, 620),
)


def generate(rng, size):
    m = rng.choice([5, 100, 9999])
    low = rng.choice([1, 1, m // 4 + 1, m // 2])
    w = [max(1, rng.randint(low, rng.choice([m, m, (m + 1) // 2 + 1]))) for _ in range(size)]
    return [min(x, m) for x in w], m


def heaviest_and_best_partner(w, m):
    boats = 0
    people = list(w)
    while people:
        heavy = max(people)
        people.remove(heavy)
        boats += 1
        partner = None
        for p in people:
            if p + heavy <= m and (partner is None or p > partner):
                partner = p
        if partner is not None:
            people.remove(partner)
    return boats


def pop_from_both_ends(weights, limit):
    weights.sort()
    count = 0
    while len(weights) > 0:
        last = weights.pop()
        if weights and weights[0] + last <= limit:
            weights = weights[1:]
        count += 1
    return count


def resort_every_time(weights, cap):
    rest = weights
    used = 0
    while rest:
        rest = sorted(rest)
        if rest[0] + rest[-1] <= cap:
            rest = rest[1:-1]
        else:
            rest = rest[:-1]
        used += 1
    return used


def light_and_heavy_index(w, m):
    w = sorted(w)
    light = 0
    boats = 0
    for heavy in range(len(w) - 1, -1, -1):
        if heavy < light:
            break
        boats += 1
        if heavy > light and w[light] + w[heavy] <= m:
            light += 1
    return boats


def deque_of_sorted(a, m):
    from collections import deque

    q = deque(sorted(a))
    res = 0
    while q:
        top = q.pop()
        if q and q[0] + top <= m:
            q.popleft()
        res += 1
    return res


WAYS = (heaviest_and_best_partner, resort_every_time, pop_from_both_ends, (light_and_heavy_index, deque_of_sorted))
