"""Give every booking the free room with the smallest number."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Rooms with the smallest number",
    statement="The rows $b, e$ of $s$ with $b < e$ are bookings, sorted by $b$; a booking needs a room from time $b$ on and leaves it free again at time $e$. In the order of the rows every booking gets the free room with the smallest number; rooms are numbered 1, 2, 3 and so on without end. A room left free at time $e$ can be used by a booking that begins at time $e$.",
    inputs=(Rows("s", ("b", "e"), 0, 10**6, 1),),
    output=Ints("rooms"),
    output_text="the room of each booking",
    tags=("heaps", "simulation", "intervals"),
    difficulty=1500,
    sizes=(5, 40, 230),
)


def generate(rng, size):
    top = rng.choice([2 * size + 2, 10 * size, 99999])
    span = max(1, rng.choice([top // 2, top // 4, top // 4, top]))
    s = []
    for _ in range(size):
        b = rng.randint(0, top)
        s.append((b, b + rng.randint(1, span)))
    s.sort(key=lambda row: row[0])
    return (s,)


def try_rooms_one_by_one(s):
    given = []
    for i in range(len(s)):
        room = 1
        while True:
            taken = False
            for j in range(i):
                if given[j] == room and s[j][1] > s[i][0]:
                    taken = True
                    break
            if not taken:
                break
            room += 1
        given.append(room)
    return given


def occupied_set_each_time(bookings):
    rooms = []
    for i, (begin, _) in enumerate(bookings):
        occupied = {rooms[j] for j in range(i) if bookings[j][1] > begin}
        number = 1
        while number in occupied:
            number += 1
        rooms.append(number)
    return rooms


def free_again_times(rows):
    until = []
    result = []
    for start, stop in rows:
        place = -1
        for r in range(len(until)):
            if until[r] <= start:
                place = r
                break
        if place < 0:
            until.append(stop)
            place = len(until) - 1
        else:
            until[place] = stop
        result.append(place + 1)
    return result


def heap_of_free_rooms(s):
    from heapq import heappop, heappush

    free = []
    busy = []
    opened = 0
    out = []
    for b, e in s:
        while busy and busy[0][0] <= b:
            heappush(free, heappop(busy)[1])
        if free:
            r = heappop(free)
        else:
            opened += 1
            r = opened
        heappush(busy, (e, r))
        out.append(r)
    return out


WAYS = (try_rooms_one_by_one, occupied_set_each_time, free_again_times, heap_of_free_rooms)
