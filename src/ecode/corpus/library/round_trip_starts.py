"""List the starts from which a round trip with fuel stops succeeds."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Starts of a round trip",
    statement="Stations stand on a circle. At station $i$ the tank gets $g_i$ units of fuel, and the way to the next station needs $c_i$ units; both lists are equally long. The tank is empty at the start. Find all stations, counted from 1, from which the whole circle can be driven without the tank falling below 0.",
    inputs=(Ints("g", 0, 10**5), Ints("c", 0, 10**5)),
    output=Ints("starts"),
    output_text="the stations in increasing order",
    tags=("prefix sums", "greedy"),
    difficulty=1500,
    sizes=(6, 40, 420),
)


def generate(rng, size):
    high = rng.choice([3, 50, 9999])
    c = [rng.randint(0, high) for _ in range(size)]
    g = [min(10**5, max(0, x + rng.randint(-1, 2 if rng.random() < 0.5 else 1))) for x in c]
    rng.shuffle(g) if rng.random() < 0.1 else None
    lack = sum(c) - sum(g)
    if lack > 0 and rng.random() < 0.9:
        i = rng.randrange(size)
        g[i] = min(10**5, g[i] + lack + rng.choice([0, 0, size // 3]))
    return g, c


def drive_from_each(g, c):
    n = len(g)
    good = []
    for s in range(n):
        tank = 0
        ok = True
        for step in range(n):
            at = (s + step) % n
            tank += g[at] - c[at]
            if tank < 0:
                ok = False
                break
        if ok:
            good.append(s + 1)
    return good


def minimum_of_turned_sums(fuel, cost):
    from itertools import accumulate

    gain = [f - k for f, k in zip(fuel, cost)]
    res = []
    for i in range(len(gain)):
        if min(accumulate(gain[i:] + gain[:i])) >= 0:
            res.append(i + 1)
    return res


def prefix_and_suffix_minima(g, c):
    n = len(g)
    sums = [0]
    for x, y in zip(g, c):
        sums.append(sums[-1] + x - y)
    total = sums[n]
    later = sums[:]
    for i in range(n - 1, -1, -1):
        if later[i + 1] < later[i]:
            later[i] = later[i + 1]
    answer = []
    earlier = 0
    for i in range(n):
        if later[i + 1] >= sums[i] and total + earlier >= sums[i]:
            answer.append(i + 1)
        earlier = min(earlier, sums[i + 1])
    return answer


def need_walked_backwards(g, c):
    # need: the fuel that must be there on arrival to get through what follows
    n = len(g)
    need = 0
    out = []
    for turn in range(2):
        for i in range(n - 1, -1, -1):
            need += c[i] - g[i]
            if need < 0:
                need = 0
            if turn == 1 and need == 0:
                out.append(i + 1)
    if sum(g) < sum(c):
        out = []
    return out[::-1]


WAYS = ((drive_from_each, minimum_of_turned_sums), (prefix_and_suffix_minima, need_walked_backwards))
