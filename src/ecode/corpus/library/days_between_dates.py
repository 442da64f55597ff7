"""Count the days between pairs of dates."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Days between dates",
    statement="Each row of $r$ holds two valid dates as year, month and day; the years are from 1900 to 2100 and the first date is not after the second. Find the number of days from the first date to the second (1 from a day to the next one). A year is a leap year if it is divisible by 4 but not by 100, or divisible by 400.",
    inputs=(Rows("r", ("y1", "m1", "d1", "y2", "m2", "d2"), 1, 2100, 1),),
    output=Ints("days"),
    output_text="the number of days for each row",
    tags=("dates", "arithmetic"),
    difficulty=1000,
    sizes=(2, 6, 50),
)


def generate(rng, size):
    from datetime import date, timedelta

    first_day = date(1900, 1, 1)
    near = rng.choice([40, 700, 5000, 40000]) if size < 50 else rng.choice([1500, 2500, 3000])
    rows = []
    for _ in range(size):
        a = rng.randint(0, 73000 - near)
        b = a + rng.choice([0, 1, 365, rng.randint(0, near), rng.randint(0, near), rng.randint(0, near)])
        x, y = first_day + timedelta(a), first_day + timedelta(min(b, 73000))
        rows.append((x.year, x.month, x.day, y.year, y.month, y.day))
    return (rows,)


def go_day_by_day(r):
    def length(year, month):
        if month == 2:
            if year % 4 == 0 and year % 100 != 0 or year % 400 == 0:
                return 29
            return 28
        if month in [4, 6, 9, 11]:
            return 30
        return 31

    answers = []
    for y, m, d, y2, m2, d2 in r:
        count = 0
        while (y, m, d) != (y2, m2, d2):
            d += 1
            if d > length(y, m):
                d = 1
                m += 1
                if m > 12:
                    m = 1
                    y += 1
            count += 1
        answers.append(count)
    return answers


def step_with_timedelta(rows):
    from datetime import date, timedelta

    result = []
    for row in rows:
        day = date(row[0], row[1], row[2])
        goal = date(row[3], row[4], row[5])
        n = 0
        while day < goal:
            day = day + timedelta(days=1)
            n = n + 1
        result.append(n)
    return result


def go_month_by_month(r):
    from calendar import monthrange

    out = []
    for y1, m1, d1, y2, m2, d2 in r:
        days = d2 - d1
        while (y1, m1) < (y2, m2):
            days += monthrange(y1, m1)[1]
            m1 += 1
            if m1 == 13:
                y1, m1 = y1 + 1, 1
        out.append(days)
    return out


def day_numbers(r):
    # days before the date, counted from a first of March long ago
    def number(y, m, d):
        if m < 3:
            y -= 1
            m += 12
        return 365 * y + y // 4 - y // 100 + y // 400 + (153 * m - 457) // 5 + d

    return [number(*row[3:]) - number(*row[:3]) for row in r]


def difference_of_dates(r):
    from datetime import date

    return [(date(*row[3:]) - date(*row[:3])).days for row in r]


WAYS = ((go_day_by_day, step_with_timedelta), go_month_by_month, (day_numbers, difference_of_dates))
