"""Count the working days in spans of days with holidays."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Working days",
    statement="Days are numbered from 1, and day 1 is a Monday. Saturdays, Sundays and the days listed in $h$ are free; all others are working days. For each row of $r$ count the working days from the day 'from' to the day 'to', both included.",
    inputs=(Ints("h", 1, 10**5), Rows("r", ("from", "to"), 1, 10**5, 1)),
    output=Ints("counts"),
    output_text="the number of working days for each row",
    tags=("dates", "binary search", "prefix sums"),
    difficulty=1200,
    sizes=(3, 12, 70),
)


def generate(rng, size):
    last = rng.choice([10, 60, 300]) if size < 50 else rng.choice([700, 1000, 1500])
    h = [rng.randint(1, last) for _ in range(size)]
    rows = []
    for _ in range(size):
        a, b = rng.randint(1, last), rng.randint(1, last)
        rows.append((min(a, b), max(a, b)))
    return h, rows


def ask_for_each_day(h, r):
    counts = []
    for first, last in r:
        n = 0
        for day in range(first, last + 1):
            if day % 7 != 6 and day % 7 != 0 and day not in h:
                n += 1
        counts.append(n)
    return counts


def walk_with_a_weekday(free, spans):
    names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    holidays = set(free)
    out = []
    for a, b in spans:
        weekday = names[(a - 1) % 7]
        working = 0
        while a <= b:
            if weekday not in ("sat", "sun") and a not in holidays:
                working += 1
            a += 1
            weekday = names[(names.index(weekday) + 1) % 7]
        out.append(working)
    return out


def list_of_working_days(h, r):
    from bisect import bisect_left, bisect_right

    off = set(h)
    last = max(b for a, b in r)
    work = [d for d in range(1, last + 1) if d % 7 in (1, 2, 3, 4, 5) and d not in off]
    return [bisect_right(work, b) - bisect_left(work, a) for a, b in r]


def weeks_minus_holidays(h, r):
    from bisect import bisect_left, bisect_right

    # holidays on weekends are no loss
    lost = sorted(d for d in set(h) if d % 7 not in (0, 6))

    def until(day):
        return day // 7 * 5 + min(day % 7, 5)

    result = []
    for a, b in r:
        result.append(until(b) - until(a - 1) - (bisect_right(lost, b) - bisect_left(lost, a)))
    return result


WAYS = (ask_for_each_day, walk_with_a_weekday, (list_of_working_days, weeks_minus_holidays))
