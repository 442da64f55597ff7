"""Find who came on the most days in a row."""

from ecode.corpus.kernel import Kernel, Lines, Str

KERNEL = Kernel(
    title="Longest streak",
    statement="Each line of $t$ says that a person came on a day; lines are in no special order and may be repeated. A streak of a person is a set of successive days on each of which the person came. Find the length of the longest streak of all and the person who has it, the alphabetically first of several.",
    inputs=(Lines("t", "NAME DAY"),),
    output=Str("best", "abcdefghijklmnopqrstuvwxyz:0123456789"),
    output_text="the person and the length as 'name:length'",
    tags=("records", "sets", "sorting"),
    difficulty=1300,
    sizes=(6, 40, 420),
)


def generate(rng, size):
    people = ["".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(1, 5))) for _ in range(rng.choice([1, 2, 6, size // 5 + 1]))]
    span = rng.choice([size, 2 * size, 40])
    lines = []
    while len(lines) < size:
        name = rng.choice(people)
        day = rng.randint(1, span)
        for k in range(rng.choice([1, 1, 3, rng.randint(1, 15)])):
            lines.append(f"{name} {day + k}")
    lines = lines[:size]
    rng.shuffle(lines)
    return (lines,)


def search_lines_for_next_day(t):
    best_name = ""
    best = 0
    for line in t:
        name, day = line.split()
        length = 1
        while name + " " + str(int(day) + length) in t:
            length += 1
        if length > best or length == best and name < best_name:
            best, best_name = length, name
    return best_name + ":" + str(best)


def days_of_each_person(records):
    names = []
    for record in records:
        if record.split()[0] not in names:
            names.append(record.split()[0])
    names.sort()
    champion, record_length = "", 0
    for name in names:
        days = []
        for record in records:
            who, day = record.split()
            if who == name and int(day) not in days:
                days.append(int(day))
        days.sort()
        run = 1
        for i in range(len(days)):
            if i > 0 and days[i] == days[i - 1] + 1:
                run += 1
            else:
                run = 1
            if run > record_length:
                champion, record_length = name, run
    return f"{champion}:{record_length}"


def begin_at_streak_starts(t):
    came = set()
    for line in t:
        name, day = line.split()
        came.add((name, int(day)))
    best = (0, "")
    for name, day in came:
        if (name, day - 1) in came:
            continue
        end = day
        while (name, end + 1) in came:
            end += 1
        best = min(best, (day - end - 1, name))
    return f"{best[1]}:{-best[0]}"


def sorted_unique_pairs(t):
    pairs = sorted({(a, int(b)) for a, b in map(str.split, t)})
    winner = pairs[0][0]
    most = run = 1
    for x, y in zip(pairs, pairs[1:]):
        run = run + 1 if y == (x[0], x[1] + 1) else 1
        if run > most:
            most, winner = run, y[0]
    return winner + ":" + str(most)


WAYS = (search_lines_for_next_day, days_of_each_person, (begin_at_streak_starts, sorted_unique_pairs))
