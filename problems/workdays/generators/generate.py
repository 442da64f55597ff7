import datetime
import random

seed, n, q, length, k = map(int, input().split())
rng = random.Random(seed)
first = datetime.date(2001, 1, 1)
last = (datetime.date(2040, 12, 31) - first).days
begin = rng.randint(0, last - length + 1)


def show(day):
    return (first + datetime.timedelta(day)).isoformat()


print(n, q)
for day in rng.sample(range(begin, begin + length), n):
    print(show(day))
for _ in range(q):
    a = rng.randrange(begin, begin + length)
    if rng.randint(0, 1):
        print("due", show(a), rng.randint(1, k))
    else:
        b = rng.randrange(begin, begin + length)
        print("span", show(min(a, b)), show(max(a, b)))
