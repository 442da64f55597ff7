"""The value that does not come in threes."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="The lonely value",
    statement="In the list $a$ each value occurs exactly three times, except one value that occurs exactly once. Find this value.",
    inputs=(Ints("a", 0, 10**6),),
    output=Int("value"),
    output_text="the value that occurs once",
    tags=("hashing", "bit manipulation"),
    difficulty=900,
    sizes=(3, 12, 205),
)


def generate(rng, size):
    top = rng.choice([10 * size + 10, 10**6])
    values = rng.sample(range(top), size // 3 * 1 + size + 1)
    single, rest = values[0], values[1:]
    a = rest * 3
    rng.shuffle(a)
    a.insert(rng.randint(len(a) * 2 // 3, len(a)), single)
    return (a,)


def count_each(a):
    answer = -1
    for x in a:
        if a.count(x) == 1:
            answer = x
    return answer


def cross_out(a):
    left = []
    finished = []
    for v in a:
        if v in finished:
            continue
        if v in left:
            left.remove(v)
            finished.append(v)
        else:
            left.append(v)
    return left[0]


def sort_and_step(a):
    a.sort()
    i = 0
    while i + 1 < len(a) and a[i] == a[i + 1]:
        i += 3
    return a[i]


def bits_modulo_three(numbers):
    result = 0
    for b in range(20):
        mask = 1 << b
        if sum(1 for x in numbers if x & mask) % 3:
            result |= mask
    return result


def triple_sum_of_set(a):
    return (3 * sum(set(a)) - sum(a)) // 2


WAYS = (count_each, cross_out, bits_modulo_three, sort_and_step, triple_sum_of_set)
