"""How well two builds of the same programs agree on their times: `python bench/build_agreement.py BUILD BUILD`.

Prints, for all programs and for those above 1 ms: the median and the 90th percentile of |a - b| / mean, and Spearman's
rank correlation; the same after taking out the common drift (the median ratio of the two builds).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy
from scipy.stats import spearmanr

from ecode.data.tables import read_table, splits_in


def times(build: Path) -> dict[str, float]:
    return {row["id"]: row["time_us"] for split in splits_in(build / "ori") for row in read_table(build / "ori", split)}


def report(name: str, a: numpy.ndarray, b: numpy.ndarray) -> None:
    drift = float(numpy.median(b / numpy.maximum(a, 1e-3)))
    raw, adjusted = (numpy.abs(a * f - b) / ((a * f + b) / 2 + 1e-9) for f in (1.0, drift))
    print(
        f"{name}: {len(a)} programs, median difference {numpy.median(raw):.2%} (90 % within {numpy.quantile(raw, 0.9):.1%}), "
        f"Spearman {spearmanr(a, b).statistic:.4f}; drift {drift:.3f}x, without it {numpy.median(adjusted):.2%}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("builds", type=Path, nargs=2)
    first, second = (times(build) for build in parser.parse_args().builds)
    shared = sorted(first.keys() & second.keys())
    a, b = (numpy.array([build[key] for key in shared]) for build in (first, second))
    print(f"{len(first)} and {len(second)} programs, {len(shared)} in both")
    report("all", a, b)
    above = (a + b) / 2 > 1000
    report("above 1 ms", a[above], b[above])


if __name__ == "__main__":
    main()
