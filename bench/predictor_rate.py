"""How many programs a second the bundled ExecTimePredictor reads on one thread.

    python bench/predictor_rate.py [--model DIR] [--tokens 400] [--batch 32] [--rounds 20]

The programs are those of problems/, repeated or cut to `--tokens` lexemes; lexing counts.
"""

from __future__ import annotations

import argparse
import os

os.environ["OMP_NUM_THREADS"] = "1"

import time
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from ecode.models.predictor.reading import read_program
from ecode.models.predictor.runtime import ExecTimePredictor

ROOT = Path(__file__).parent.parent


def programs_of(count: int, tokens: int) -> list[str]:
    """Programs of about so many lexemes: whole lines, as many as it takes."""
    files = sorted((ROOT / "problems").glob("*/submissions/accepted/*.py"))
    made = []
    for file in islice(cycle(files), count):
        lines = cycle(file.read_text("utf-8").splitlines())
        text = ""
        while len(read_program(text, 10**6)) < tokens:
            text += f"{next(lines)}\n"
        made.append(text)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--tokens", type=int, default=400)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=20)
    args = parser.parse_args()
    predictor = ExecTimePredictor.load(args.model)
    programs = programs_of(args.batch, args.tokens)
    predictor.predict(programs)
    rates = []
    for _ in range(args.rounds):
        started = time.process_time()
        predictor.predict(programs)
        rates.append(args.batch / (time.process_time() - started))
    print(
        f"{median(rates):.0f} programs a second of CPU time (least {min(rates):.0f}, most {max(rates):.0f}), "
        f"{args.tokens} lexemes each, batch {args.batch}"
    )


if __name__ == "__main__":
    main()
