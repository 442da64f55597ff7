"""Writes the secret tests of this package: `python generators/generate.py`, from any folder.

Inputs are drawn from the seeds below and are the same on every machine; expected outputs are printed by
`submissions/accepted/fast.py`. The sample is written by hand. Weather comes in dry and wet spells, so there are dry
stretches and surprises; the threshold is near the mean of a stretch, so that about half of the stretches are good.
"""

import random
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


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


TESTS = {
    "small/1": (51, 1, 1, 1.0),
    "small/2": (52, 15, 4, 0.5),
    "small/3": (53, 60, 2, 0.3),
    "small/4": (54, 120, 120, 0.5),
    "small/5": (55, 100, 1, 0.0),
    "large/1": (61, 8000, 60, 0.4),
    "large/2": (62, 12000, 700, 0.4),
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
