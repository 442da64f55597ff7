"""Count the minutes of a day at which enough people work."""

from ecode.corpus.kernel import Int, Kernel, Lines

KERNEL = Kernel(
    title="Enough staff",
    statement="Each line of $t$ is a shift with its begin and end as hours and minutes from 00:00 to 23:59; the minute of the end no longer belongs to it. If the end is before the begin the shift goes over midnight, and if they are equal it lasts no time. All shifts repeat every day. Count the minutes of the day at which at least $k$ people work.",
    inputs=(Lines("t", "HH:MM HH:MM"), Int("k", 1, 1000)),
    output=Int("minutes", 0, 1440),
    output_text="the number of minutes",
    tags=("text", "intervals", "difference array"),
    difficulty=1200,
    sizes=(4, 15, 90),
)


def generate(rng, size):
    step = rng.choice([1, 15, 60])
    lines = []
    for _ in range(size):
        a = rng.randrange(0, 1440, step)
        b = (a + rng.choice([0, rng.randrange(0, 600, step), rng.randrange(0, 1440, step)])) % 1440
        lines.append(f"{a // 60:02d}:{a % 60:02d} {b // 60:02d}:{b % 60:02d}")
    return lines, rng.choice([1, max(1, size // 3), rng.randint(1, size)])


def ask_at_each_minute(t, k):
    shifts = []
    for line in t:
        begin = int(line[0:2]) * 60 + int(line[3:5])
        end = int(line[6:8]) * 60 + int(line[9:11])
        shifts.append([begin, end])
    total = 0
    for minute in range(24 * 60):
        people = 0
        for begin, end in shifts:
            if begin <= end:
                if begin <= minute < end:
                    people += 1
            elif minute >= begin or minute < end:
                people += 1
        if people >= k:
            total += 1
    return total


def clock_that_ticks(shifts, wanted):
    staff = {}
    for shift in shifts:
        start, stop = shift.split()
        hour, minute = int(start.split(":")[0]), int(start.split(":")[1])
        last_hour, last_minute = [int(x) for x in stop.split(":")]
        while hour != last_hour or minute != last_minute:
            staff[hour, minute] = staff.get((hour, minute), 0) + 1
            minute += 1
            if minute == 60:
                minute = 0
                hour = (hour + 1) % 24
    answer = 0
    for number in staff.values():
        if number >= wanted:
            answer += 1
    return answer


def changes_per_minute(t, k):
    from itertools import accumulate

    change = [0] * 1441
    for line in t:
        a, b = (int(x[:2]) * 60 + int(x[3:]) for x in line.split())
        change[a] += 1
        change[b] -= 1
        if b < a:
            change[0] += 1
            change[1440] -= 1
    return sum(people >= k for people in list(accumulate(change))[:1440])


def sorted_events(t, k):
    events = []
    present = 0
    for line in t:
        h1, m1, h2, m2 = map(int, line.replace(":", " ").split())
        a, b = h1 * 60 + m1, h2 * 60 + m2
        events.append((a, 1))
        events.append((b, -1))
        if a > b:
            present += 1
    events.append((1440, 0))
    events.sort()
    before = 0
    total = 0
    for time, step in events:
        if present >= k:
            total += time - before
        before = time
        present += step
    return total


WAYS = ((ask_at_each_minute, clock_that_ticks), (changes_per_minute, sorted_events))
