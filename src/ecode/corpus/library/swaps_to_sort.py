"""Find the smallest number of swaps that sort distinct numbers."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Swaps to sort",
    statement="All elements of $a$ are different. A swap exchanges two elements at any positions. Find the smallest number of swaps that put $a$ in increasing order.",
    inputs=(Ints("a", 0, 10**5, 1, "distinct"),),
    output=Int("swaps"),
    output_text="the smallest number of swaps",
    tags=("permutations", "cycles", "sorting"),
    difficulty=1400,
    sizes=(7, 50, 600),
)


def generate(rng, size):
    high = max(size, rng.choice([2 * size, 10**5]))
    a = rng.sample(range(high), size)
    kind = rng.randrange(4)
    if kind == 0:
        a.sort()
        for _ in range(rng.randint(0, size // 3)):
            i, j = rng.randrange(size), rng.randrange(size)
            a[i], a[j] = a[j], a[i]
    elif kind == 1:
        a.sort(reverse=True)
    return (a,)


def selection_with_loops(a):
    swaps = 0
    for i in range(len(a)):
        least = i
        for j in range(i + 1, len(a)):
            if a[j] < a[least]:
                least = j
        if least != i:
            a[i], a[least] = a[least], a[i]
            swaps += 1
    return swaps


def min_and_index_of_tail(nums):
    count = 0
    i = 0
    while i < len(nums):
        smallest = min(nums[i:])
        if smallest != nums[i]:
            k = nums.index(smallest)
            nums[k] = nums[i]
            nums[i] = smallest
            count += 1
        i += 1
    return count


def compare_with_target(values):
    target = sorted(values)
    done = 0
    for pos, wanted in enumerate(target):
        if values[pos] != wanted:
            other = values.index(wanted, pos)
            values[pos], values[other] = values[other], values[pos]
            done += 1
    return done


def count_the_cycles(a):
    n = len(a)
    goal = {v: i for i, v in enumerate(sorted(a))}
    seen = [False] * n
    cycles = 0
    for i in range(n):
        if not seen[i]:
            cycles += 1
            while not seen[i]:
                seen[i] = True
                i = goal[a[i]]
    return n - cycles


def swaps_with_place_table(a):
    to = sorted(range(len(a)), key=a.__getitem__)
    res = 0
    for i in range(len(to)):
        while to[i] != i:
            j = to[i]
            to[i] = to[j]
            to[j] = j
            res += 1
    return res


WAYS = ((selection_with_loops, min_and_index_of_tail), compare_with_target, (count_the_cycles, swaps_with_place_table))
