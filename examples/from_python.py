"""The README's five lines: optimise a program from Python."""

from pathlib import Path

import ecode

if __name__ == "__main__":
    package = Path(__file__).parent / "badgelog"
    outcome = ecode.optimize(package / "submissions/accepted/slow.py", package, ecode.OptimizeConfig(budget_s=15))
    print(f"{outcome.ratio:.2f}x faster, 95 % interval {outcome.final.low:.2f} - {outcome.final.high:.2f}")
    print(outcome.program)
