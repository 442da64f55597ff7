"""Metrics against closed forms."""

import math

import pytest

from ecode.eval.intervals import interval
from ecode.eval.metrics import METRICS, opt
from ecode.eval.results import Result, Scored
from ecode.eval.tables import rows_of, table


def result(task: str, fates: str, ratio: float = 1.0, passed: float = 0.5) -> Result:
    """`fates`: a accepted, c copy, w wrong, b broken, n none."""
    names = {"a": "accepted", "c": "copy", "w": "wrong", "b": "broken", "n": "none"}
    share = {"a": 1.0, "w": passed}
    return Result(task, task, tuple(Scored(names[f], share.get(f, 0.0)) for f in fates), ratio)


RESULTS = [result("p", "awwc", 4.0), result("q", "cccc"), result("r", "nbwa", 1.05), result("s", "bbnn")]


@pytest.mark.parametrize(
    ("metric", "value"),
    [
        ("IO pass", 2 / 4),
        ("IO pass rate, best", (1 + 0 + 1 + 0) / 4),
        ("IO pass rate, mean", ((1 + 0.5 + 0.5) / 4 + 0 + (0.5 + 1) / 4 + 0) / 4),
        ("OPT@k", 1 / 4),
        ("SP geometric", math.exp((math.log(4) + math.log(1.05)) / 4)),
        ("SP arithmetic", (4 + 1 + 1.05 + 1) / 4),
        ("copies", 5 / 16),
        ("compile rate", 1 - 6 / 16),
    ],
)
def test_closed_forms(metric: str, value: float) -> None:
    assert METRICS[metric](RESULTS) == pytest.approx(value)


def test_a_ratio_of_exactly_ten_percent_counts() -> None:
    assert opt([result("p", "a", 1.10), result("q", "a", 1.0999)]) == 0.5


def test_programs_without_candidates_are_failures() -> None:
    nothing = [Result("p", "p", ())]
    values = {name: metric(nothing) for name, metric in METRICS.items()}
    assert values["IO pass"] == values["OPT@k"] == values["copies"] == values["IO pass rate, mean"] == 0.0
    assert values["SP geometric"] == 1.0


def test_the_bootstrap_draws_problems_not_programs() -> None:
    one_problem = [Result("a", "p", (), 2.0), Result("b", "p", (), 1.0)]
    assert interval(one_problem, opt) == (0.5, 0.5)
    low, high = interval([result(str(n), "a", 2.0 if n % 2 else 1.0) for n in range(100)], opt)
    assert 0.38 < low < 0.45
    assert 0.55 < high < 0.62


def test_tables_in_three_forms() -> None:
    rows = rows_of({"mine_1": RESULTS})
    markdown, csv, latex = (table(rows, form, "four of one") for form in ("markdown", "csv", "latex"))
    assert markdown.startswith("four of one\n\n**")
    assert latex.startswith("% four of one\n")
    assert "| mine_1 | 4 | 50.0 % (" in markdown
    assert csv.splitlines()[0].startswith("system,programs,IO pass,IO pass low,IO pass high,")
    assert csv.splitlines()[1].startswith("mine_1,4,0.5,")
    assert r"mine\_1 & 4 & 50.0 \% (" in latex
