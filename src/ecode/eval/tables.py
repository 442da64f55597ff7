"""Tables of metrics: rows are systems, columns metrics, each with its bootstrap interval."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Literal

from ecode.eval.harness import Result
from ecode.eval.metrics import METRICS, interval

Format = Literal["markdown", "csv", "latex"]
_AS_RATIO = ("SP geometric", "SP arithmetic")


def table(systems: Mapping[str, Sequence[Result]], form: Format = "markdown") -> str:
    """One row for each system."""
    header = ["system", "programs", *METRICS]
    rows = [
        [name, str(len(results)), *(_cell(metric, results) for metric in METRICS)] for name, results in systems.items()
    ]
    if form == "csv":
        return _csv(systems)
    if form == "latex":
        body = [" & ".join(map(_tex, row)) + r" \\" for row in [header, *rows]]
        return "\n".join([r"\begin{tabular}{l" + "r" * (len(header) - 1) + "}", *body, r"\end{tabular}"]) + "\n"
    lines = [header, ["---", *["---:"] * (len(header) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(metric: str, results: Sequence[Result]) -> str:
    value, (low, high) = METRICS[metric](results), interval(results, METRICS[metric])
    if metric in _AS_RATIO:
        return f"{value:.2f}x ({low:.2f}-{high:.2f})"
    return f"{100 * value:.1f} % ({100 * low:.0f}-{100 * high:.0f})"


def _csv(systems: Mapping[str, Sequence[Result]]) -> str:
    """Numbers as they are, with their intervals in columns of their own."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["system", "programs", *(f"{name}{end}" for name in METRICS for end in ("", " low", " high"))])
    for system, results in systems.items():
        values = [f"{v:.6g}" for m in METRICS.values() for v in (m(results), *interval(results, m))]
        writer.writerow([system, len(results), *values])
    return text.getvalue()


def _tex(cell: str) -> str:
    return cell.replace("%", r"\%").replace("&", r"\&").replace("_", r"\_")
