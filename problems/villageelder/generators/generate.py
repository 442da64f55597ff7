import datetime
import random

seed, n, step, come, go, ask = map(int, input().split())
rng = random.Random(seed)
day = datetime.date(1800, 1, 1) + datetime.timedelta(rng.randint(0, 6000))
end = datetime.date(1999, 12, 31)
old = datetime.date(1700, 1, 1)
village = []
seen = set()
births = []
print(n)
for _ in range(n):
    day = min(end, day + datetime.timedelta(rng.randint(0, step)))
    dice = rng.randint(1, come + go + ask)
    if dice > come + go or (dice > come and not village):
        print(day.isoformat(), "elder")
    elif dice > come:
        name = village.pop(rng.randrange(len(village)))
        print(day.isoformat(), rng.choice(["left", "died"]), name)
    else:
        name = ""
        while name in seen or not name:
            name = "".join(rng.choice("aeiourlnstmdbhk") for _ in range(rng.randint(2, 5)))
        seen.add(name)
        village.append(name)
        if rng.randint(0, 1):
            print(day.isoformat(), "born", name)
        else:
            birth = day - datetime.timedelta(rng.randint(0, min(30000, (day - old).days)))
            if births and rng.randint(0, 3) == 0:
                birth = rng.choice(births)
            if rng.randint(0, 5) == 0:
                leap = birth.year // 4 * 4
                if leap % 100 and leap >= 1700 and datetime.date(leap, 2, 29) <= day:
                    birth = datetime.date(leap, 2, 29)
            births.append(birth)
            print(day.isoformat(), "came", name, birth.isoformat())
