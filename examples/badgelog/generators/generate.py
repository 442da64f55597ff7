"""Prints a test of this package; the arguments come as one line on stdin, those of each secret test are in tests.txt.

Inputs are the same on every machine; expected outputs are printed by `submissions/accepted/fast.py`. The sample is
written by hand. In the small tests equal counts are common, so that the rules for ties are tried; the large ones have
as many different badges as an office of some thousand people.
"""

import random

DOORS = ("north", "south", "garage", "lobby", "roof", "canteen", "lab-1", "lab-2", "archive", "gym")


def make_input(seed: int, revoked: int, lines: int, badges: int, doors: int) -> str:
    """A day's log; about one line in eight is of a revoked badge."""
    rng = random.Random(seed)
    numbers = rng.sample(range(1000, 100_000), badges + revoked)
    valid, lost = [f"B{n}" for n in numbers[:badges]], [f"B{n}" for n in numbers[badges:]]
    minutes = sorted(int(rng.triangular(0, 24 * 60 - 1, 9 * 60)) for _ in range(lines))
    log = []
    for minute in minutes:
        badge = rng.choice(lost) if lost and rng.random() < 0.125 else rng.choice(valid)
        log.append(f"{minute // 60:02d}:{minute % 60:02d} {badge} {rng.choice(DOORS[:doors])}")
    return "\n".join([f"{revoked} {lines}", *lost, *log]) + "\n"


arguments = [float(word) if "." in word else int(word) for word in input().split()]
print(make_input(*arguments), end="")
