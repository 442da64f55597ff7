"""Prints a test of this package; the arguments come as one line on stdin, those of each secret test are in tests.txt.

Inputs are the same on every machine; expected outputs are printed by `submissions/accepted/fast.py`. The sample is
written by hand. Weather comes in dry and wet spells, so there are dry stretches and surprises; the threshold is near
the mean of a stretch, so that about half of the stretches are good.
"""

import random


def make_input(seed: int, days: int, stretch: int, wet: float) -> str:
    """Spells of weather; `wet` is the share of wet days."""
    rng = random.Random(seed)
    rain: list[int] = []
    while len(rain) < days:
        length = rng.randint(1, 15)
        is_wet = rng.random() < wet
        rain += [min(500, int(rng.expovariate(1 / 12))) if is_wet else 0 for _ in range(length)]
    rain = rain[:days]
    threshold = sum(rain) * stretch // days
    lines = [" ".join(map(str, rain[start : start + 12])) for start in range(0, days, 12)]
    return "\n".join([f"{days} {stretch} {threshold}", *lines]) + "\n"


arguments = [float(word) if "." in word else int(word) for word in input().split()]
print(make_input(*arguments), end="")
