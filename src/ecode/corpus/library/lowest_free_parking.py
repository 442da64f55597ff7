"""Give each arriving car the free place with the lowest number."""

from ecode.corpus.kernel import Ints, Kernel, Lines

KERNEL = Kernel(
    title="Lowest free place",
    statement="A car park has places numbered 1, 2, 3 and so on without end. Each line of $t$ says that a car comes or goes. A car that comes takes the free place with the lowest number; a car that goes frees its place. A line 'in' for a car that is there and a line 'out' for a car that is not there change nothing.",
    inputs=(Lines("t", "in CAR or out CAR"),),
    output=Ints("places"),
    output_text="for each line the place taken or freed, or 0 if nothing changes",
    tags=("records", "heap", "simulation"),
    difficulty=1200,
    sizes=(6, 40, 400),
)


def generate(rng, size):
    kinds = rng.choice([2, 10, size]) if size < 100 else rng.choice([size // 2, size, 2 * size])
    cars = ["".join(rng.choice("abcdefghjkmn") for _ in range(rng.randint(1, 4))) for _ in range(kinds)]
    lines = []
    there = []
    share = rng.choice([0.55, 0.7, 0.85])
    for _ in range(size):
        x = rng.random()
        if x < share or not there:
            car = rng.choice(cars)
            lines.append("in " + car)
            there.append(car)
        elif x < 0.97:
            lines.append("out " + there.pop(rng.randrange(len(there))))
        else:
            lines.append("out " + rng.choice(cars))
    return (lines,)


def list_of_pairs(t):
    parked = []
    answers = []
    for line in t:
        action, car = line.split()
        place_of_car = 0
        for pair in parked:
            if pair[0] == car:
                place_of_car = pair[1]
        if action == "in":
            if place_of_car:
                answers.append(0)
            else:
                place = 1
                while place in [pair[1] for pair in parked]:
                    place += 1
                parked.append((car, place))
                answers.append(place)
        else:
            if place_of_car:
                parked.remove((car, place_of_car))
            answers.append(place_of_car)
    return answers


def row_of_places(lines):
    row = []
    out = []
    for line in lines:
        what, car = line.split()
        result = 0
        if what == "in" and car not in row:
            if "" in row:
                result = row.index("") + 1
                row[result - 1] = car
            else:
                row.append(car)
                result = len(row)
        elif what == "out" and car in row:
            result = row.index(car) + 1
            row[result - 1] = ""
        out.append(result)
    return out


def heap_of_free_places(t):
    from heapq import heappop, heappush

    place = {}
    free = []
    opened = 0
    res = []
    for line in t:
        action, car = line.split()
        if (action == "in") == (car in place):
            res.append(0)
        elif action == "out":
            p = place.pop(car)
            heappush(free, p)
            res.append(p)
        else:
            if free:
                p = heappop(free)
            else:
                opened += 1
                p = opened
            place[car] = p
            res.append(p)
    return res


def bits_of_free_places(t):
    where = {}
    # bit p is set if place p + 1 is free
    free = (1 << len(t)) - 1
    places = []
    for line in t:
        car = line[line.index(" ") + 1:]
        if line[0] == "i" and car not in where:
            low = free & -free
            free ^= low
            where[car] = low.bit_length()
            places.append(where[car])
        elif line[0] == "o" and car in where:
            p = where.pop(car)
            free |= 1 << (p - 1)
            places.append(p)
        else:
            places.append(0)
    return places


WAYS = (list_of_pairs, row_of_places, (heap_of_free_places, bits_of_free_places))
