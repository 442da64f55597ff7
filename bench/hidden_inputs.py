"""How good are hidden inputs? Runs human programs on them.

    python bench/hidden_inputs.py --source DIR [--problems p00,p03] [--count 120] [--given 1]

DIR holds problem packages with several programs under `submissions/accepted`. Printed for every problem: how many
hidden inputs were made, on what share the first program runs cleanly, on what share of those all chosen programs agree
(a disagreement means that the input breaks a promise of the problem, or that several answers are right).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from ecode.formats import load_statement
from ecode.search.hidden.inputs import hidden_inputs

_TIMEOUT_S = 5.0


@dataclass(frozen=True)
class Score:
    """The figures of one problem."""

    problem: str
    made: int
    clean: int
    agreed: int
    seconds: float


def run_program(path: Path, data: bytes) -> tuple[str, ...] | None:
    """The tokens that a program prints, or None where it crashes or takes too long."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(path)], input=data, capture_output=True, timeout=_TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    return tuple(done.stdout.decode(errors="replace").split()) if done.returncode == 0 else None


def chosen_programs(folder: Path, number: int) -> list[Path]:
    """Programs spread evenly over a folder."""
    programs = sorted((folder / "submissions" / "accepted").glob("*.py"))
    step = max(1, len(programs) // number)
    return programs[::step][:number]


def score_problem(folder: Path, arguments: argparse.Namespace) -> Score:
    """Makes the hidden inputs of one problem and runs everything on them."""
    given = [path.read_bytes() for path in sorted((folder / "data" / "secret" / "correctness").glob("*.in"))]
    start = time.perf_counter()
    statement = "" if arguments.no_statement else load_statement(folder)
    hidden = hidden_inputs(given[: arguments.given], count=arguments.count, seed=arguments.seed, statement=statement)
    seconds = time.perf_counter() - start
    original, *others = chosen_programs(folder, 3)
    cases = [(data, out) for data in hidden if (out := run_program(original, data)) is not None]
    agreed = []
    for data, expected in cases:
        if all(run_program(other, data) == expected for other in others):
            agreed.append((data, expected))
        elif arguments.show:
            print(f"--- {folder.name}: disagreement on\n{data[:400].decode()}", file=sys.stderr)
    return Score(folder.name, len(hidden), len(cases), len(agreed), seconds)


def main() -> None:
    """Scores every problem and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, help="folder of problem packages")
    parser.add_argument("--problems", default="", help="names, separated by commas; all by default")
    parser.add_argument("--count", type=int, default=120)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--given", type=int, default=None, help="make them from only so many of the given inputs")
    parser.add_argument("--no-statement", action="store_true", help="do not read the limits that it names")
    parser.add_argument("--show", action="store_true", help="print the inputs on which programs disagree")
    arguments = parser.parse_args()
    wanted = set(filter(None, arguments.problems.split(",")))
    print("problem  made  clean  agree  seconds")
    for folder in sorted(arguments.source.iterdir()):
        if (folder / "submissions").is_dir() and (not wanted or folder.name in wanted):
            s = score_problem(folder, arguments)
            clean, agree = s.clean / max(1, s.made), s.agreed / max(1, s.clean)
            print(f"{s.problem:7}  {s.made:4}  {clean:5.0%}  {agree:5.0%}  {s.seconds:7.2f}", flush=True)


if __name__ == "__main__":
    main()
