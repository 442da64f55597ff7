"""Writes the secret tests of this package: `python generators/generate.py`, from any folder.

Inputs are drawn from the seeds below and are the same on every machine; expected outputs are printed by
`submissions/accepted/fast.py`. The sample is written by hand. Names are made of syllables. Few tools to a member make
ties common; a few rare tools of each test are borrowed only once.
"""

import random
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
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


TESTS = {
    "small/1": (31, 1, 1, 1),
    "small/2": (32, 10, 3, 3),
    "small/3": (33, 40, 5, 8),
    "small/4": (34, 80, 40, 5),
    "large/1": (41, 3000, 400, 60),
    "large/2": (42, 12000, 900, 150),
}


def main() -> None:
    for name, arguments in TESTS.items():
        path = PACKAGE / "data" / "secret" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = make_input(*arguments).encode()
        path.with_suffix(".in").write_bytes(content)
        solution = [sys.executable, str(PACKAGE / "submissions" / "accepted" / "fast.py")]
        path.with_suffix(".ans").write_bytes(
            subprocess.run(solution, input=content, capture_output=True, check=True).stdout
        )


if __name__ == "__main__":
    main()
