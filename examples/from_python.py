"""Optimise a program from Python, and read the outcome."""

from pathlib import Path

import ecode

if __name__ == "__main__":
    package = Path(__file__).parent / "badgelog"
    outcome = ecode.optimize(package / "submissions/accepted/slow.py", package, ecode.OptimizeConfig(budget_s=30))
    if outcome.improved and outcome.final:
        print(outcome.program)
        print(f"{outcome.ratio:.2f}x faster, 95 % interval {outcome.final.low:.2f} - {outcome.final.high:.2f}")
        print("by", ", ".join(change.name for change in outcome.changes))
    else:
        print(f"no improvement found among {len(outcome.candidates)} candidates")
