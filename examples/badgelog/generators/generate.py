"""Writes the secret tests of this package: `python generators/generate.py`, from any folder.

Inputs are drawn from the seeds below and are the same on every machine; expected outputs are printed by
`submissions/accepted/fast.py`. The sample is written by hand. In the small tests equal counts are common, so that the
rules for ties are tried; the large ones have as many different badges as an office of some thousand people.
"""

import random
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
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


TESTS = {
    "small/1": (11, 0, 1, 1, 1),
    "small/2": (12, 3, 12, 4, 2),
    "small/3": (13, 5, 40, 6, 5),
    "small/4": (14, 2, 60, 3, 10),
    "large/1": (21, 800, 3000, 2000, 4),
    "large/2": (22, 1500, 10000, 5000, 3),
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
