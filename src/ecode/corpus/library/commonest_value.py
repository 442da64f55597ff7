"""Find the value that occurs most often, the smallest one among ties."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Commonest value",
    statement="Find the value that occurs most often in $a$. If several values occur equally often, take the smallest of them.",
    inputs=(Ints("a", -(10**6), 10**6),),
    output=Int("value"),
    output_text="the commonest value",
    tags=("hashing", "counting"),
    difficulty=900,
    sizes=(6, 60, 800),
)


def generate(rng, size):
    high = rng.choice([max(1, size // 3), size, 2 * size, 4 * size])
    shift = rng.choice([0, -high // 2, rng.randint(0, 900000)])
    a = [rng.randint(0, high) + shift for _ in range(size)]
    if rng.random() < 0.1:
        a = [a[0]] * size
    return ([min(10**6, max(-(10**6), x)) for x in a],)


def count_each_position(a):
    best = a[0]
    best_count = 0
    for i in range(len(a)):
        c = 0
        for j in range(len(a)):
            if a[j] == a[i]:
                c += 1
        if c > best_count or (c == best_count and a[i] < best):
            best_count = c
            best = a[i]
    return best


def count_method(nums):
    top = max(nums.count(v) for v in nums)
    winners = [v for v in nums if nums.count(v) == top]
    winners.sort()
    return winners[0]


def count_of_unique(nums):
    unique = sorted(set(nums))
    return max(unique, key=nums.count)


def runs_after_sorting(values):
    values.sort()
    run = 0
    longest = 0
    champion = None
    previous = None
    for v in values:
        if v == previous:
            run += 1
        else:
            run = 1
            previous = v
        if run > longest:
            longest = run
            champion = v
    return champion


def counter_and_min(a):
    from collections import Counter

    cnt = Counter(a)
    m = max(cnt.values())
    mode = min(x for x in cnt if cnt[x] == m)
    return mode


WAYS = (count_each_position, count_method, count_of_unique, (runs_after_sorting, counter_and_min))
