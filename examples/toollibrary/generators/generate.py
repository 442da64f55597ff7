"""Prints a test of this package; the arguments come as one line on stdin, those of each secret test are in tests.txt.

Inputs are the same on every machine; expected outputs are printed by `submissions/accepted/fast.py`. The sample is
written by hand. Names are made of syllables. Few tools to a member make ties common; a few rare tools of each test
are borrowed only once.
"""

import random

SYLLABLES = ("ba", "del", "fi", "gro", "ka", "lin", "mo", "na", "per", "ri", "su", "tev", "vi", "zo")


def make_names(rng: random.Random, count: int) -> list[str]:
    names: set[str] = set()
    while len(names) < count:
        names.add("".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))))
    return sorted(names)


def make_input(seed: int, lines: int, members: int, tools: int) -> str:
    """A year's records; most loans are short, some are far too long."""
    rng = random.Random(seed)
    people, common, rare = make_names(rng, members), make_names(rng, tools), make_names(rng, tools)
    records = []
    for _ in range(lines):
        tool = rng.choice(rare) if rng.random() < 0.01 else rng.choice(common)
        days = rng.randint(8, 60) if rng.random() < 0.2 else rng.randint(1, 7)
        records.append(f"{rng.choice(people)},{tool},{days}")
    return "\n".join([str(lines), *records]) + "\n"


arguments = [float(word) if "." in word else int(word) for word in input().split()]
print(make_input(*arguments), end="")
