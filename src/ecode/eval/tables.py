"""Tables of metrics: rows are systems, columns metrics, each with its bootstrap interval.

A table for each group of metrics, or all in one as CSV. "-" (in CSV nothing) stands for what is not known.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ecode.eval.intervals import interval
from ecode.eval.metrics import GROUPS, METRICS
from ecode.eval.results import Result

Format = Literal["markdown", "csv", "latex"]
_AS_RATIO = ("SP geometric", "SP arithmetic")
_OF_100 = ("NPI", "IOCCB")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """A system: how many programs it was asked for, and its metrics. None: not known."""

    system: str
    programs: int
    figures: Mapping[str, Figure | None]


def rows_of(systems: Mapping[str, Sequence[Result]]) -> list[Row]:
    """One for each system."""
    return [
        Row(name, len(results), {metric: _figure(metric, results) for metric in METRICS})
        for name, results in systems.items()
    ]


def table(rows: Sequence[Row], form: Format = "markdown", heading: str = "") -> str:
    """The text of all tables, under a line that says what they are about (not in CSV, which programs read)."""
    if form == "csv":
        return _csv(rows)
    write = _latex if form == "latex" else _markdown
    tables = [write(title, _cells(rows, list(metrics))) for title, metrics in GROUPS.items()]
    mark = "% " if form == "latex" else ""
    return "\n".join([f"{mark}{heading}\n", *tables] if heading else tables)


def _figure(metric: str, results: Sequence[Result]) -> Figure | None:
    value, ends = METRICS[metric](results), interval(results, METRICS[metric])
    return Figure(value, *ends) if value is not None and ends is not None else None


def _cells(rows: Sequence[Row], metrics: Sequence[str]) -> list[list[str]]:
    body = [
        [row.system, str(row.programs), *(_cell(metric, row.figures[metric]) for metric in metrics)] for row in rows
    ]
    return [["system", "programs", *metrics], *body]


def _cell(metric: str, figure: Figure | None) -> str:
    if figure is None:
        return "-"
    if metric in _AS_RATIO:
        return f"{figure.value:.2f}x ({figure.low:.2f}-{figure.high:.2f})"
    if metric in _OF_100:
        return f"{figure.value:.1f} ({figure.low:.0f}-{figure.high:.0f})"
    return f"{100 * figure.value:.1f} % ({100 * figure.low:.0f}-{100 * figure.high:.0f})"


def _markdown(title: str, cells: Sequence[Sequence[str]]) -> str:
    lines = [cells[0], ["---", *["---:"] * (len(cells[0]) - 1)], *cells[1:]]
    return f"**{title}**\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _latex(title: str, cells: Sequence[Sequence[str]]) -> str:
    body = [" & ".join(map(_tex, line)) + r" \\" for line in cells]
    columns = "l" + "r" * (len(cells[0]) - 1)
    return "\n".join([f"% {title}", rf"\begin{{tabular}}{{{columns}}}", *body, r"\end{tabular}"]) + "\n"


def _csv(rows: Sequence[Row]) -> str:
    """Numbers as they are, with their intervals in columns of their own."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["system", "programs", *(f"{name}{end}" for name in METRICS for end in ("", " low", " high"))])
    for row in rows:
        figures = [row.figures[metric] for metric in METRICS]
        values = [f"{v:.6g}" if f else "" for f in figures for v in ((f.value, f.low, f.high) if f else (0, 0, 0))]
        writer.writerow([row.system, row.programs, *values])
    return text.getvalue()


def _tex(cell: str) -> str:
    return cell.replace("%", r"\%").replace("&", r"\&").replace("_", r"\_")
