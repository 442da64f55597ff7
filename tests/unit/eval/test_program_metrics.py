"""Metrics that need known programs: closed forms, what is not known, old results, tables."""

import csv
import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from ecode.eval.efficiency import Known
from ecode.eval.intervals import interval
from ecode.eval.metrics import GROUPS, METRICS
from ecode.eval.program_metrics import Mean
from ecode.eval.results import Result, Scored, read_results
from ecode.eval.similarity.closeness import Similarity
from ecode.eval.tables import rows_of, table

KNOWN = Known(fastest=0.2, median=0.6, slowest=1.0)
UNKNOWN = ("NPI", "Beyond", "eff@1", "eff@5", "BLEU", "CodeBLEU", "IOCCB", "predicted time cut", "only predicted")


def result(*times: float, ratio: float = 1.0, known: Known | None = KNOWN) -> Result:
    """Candidates by their times over the slow program's; 0 is a wrong one."""
    scored = tuple(Scored("accepted", 1.0, int(1000 * t)) if t else Scored("wrong", 0.5) for t in times)
    return Result("t", "p", scored, ratio, slow_ns=1000, winner="x" if ratio > 1 else "", known=known)


WON = result(0.3, 0.8, 0, ratio=2.5)  # the race says 0.4
NO_FASTER = result(0.9)  # one pass says so, no race does
SLOWER = result(1.6)
WRONG = result(0, 0)


@pytest.mark.parametrize(
    ("metric", "values"),
    [
        ("time cut, correct", (0.6, 0, 0, None)),
        ("time cut, all", (0.6, 0, 0, 0)),
        ("NPI", (75, 0, 0, 0)),
        ("Beyond", (0.75, 0, 0, 0)),
        ("eff@1", ((0.875 + 0.25) / 3, 0.125, 0, 0)),
        ("eff@5", (0.875, 0.125, 0, 0)),
    ],
)
def test_closed_forms(metric: str, values: tuple[float | None, ...]) -> None:
    results = (WON, NO_FASTER, SLOWER, WRONG)
    assert [METRICS[metric]([one]) for one in results] == [v if v is None else pytest.approx(v) for v in values]
    told = [v for v in values if v is not None]
    assert METRICS[metric](results) == pytest.approx(sum(told) / len(told))


def test_no_faster_is_the_slow_program_where_others_are_slower() -> None:
    assert METRICS["NPI"]([replace(NO_FASTER, known=Known(0.2, 1.0, 3.0))]) == pytest.approx(50)
    assert METRICS["NPI"]([replace(SLOWER, known=Known(0.2, 1.0, 2.0))]) == pytest.approx(20)


def test_copies_are_failures() -> None:
    copied = replace(WON, candidates=(Scored("copy", 0.0),), ratio=1.0, winner="")
    assert [METRICS[name]([copied]) for name in ("NPI", "Beyond", "eff@1", "time cut, correct")] == [0, 0, 0, None]
    assert METRICS["eff@5"]([replace(copied, candidates=())]) == 0


def test_programs_without_known_ones_are_left_out() -> None:
    assert METRICS["NPI"]([WON, result(0.3, known=None)]) == METRICS["NPI"]([WON])
    assert [METRICS[name]([result(0.3, known=None)]) for name in UNKNOWN] == [None] * len(UNKNOWN)


def test_similarities_are_means() -> None:
    results = [replace(WON, similarity=Similarity(0.2, 0.4, 60.0)), replace(WON, similarity=Similarity()), WON]
    assert [METRICS[name](results) for name in ("BLEU", "CodeBLEU", "IOCCB")] == pytest.approx([0.1, 0.2, 30.0])


def test_the_fast_interval_is_the_general_one() -> None:
    results = [replace(WON, task=str(n), problem_id=str(n // 2), ratio=1 + n / 4) for n in range(12)]
    results[3] = replace(results[3], known=None)
    npi = METRICS["NPI"]
    assert isinstance(npi, Mean)
    assert interval(results, npi, draws=200) == pytest.approx(interval(results, lambda some: npi(some), draws=200))
    assert interval([result(0.3, known=None)], npi, draws=20) is None


def test_results_survive_their_file_and_old_lines_load(tmp_path: Path) -> None:
    new = replace(WON, task="new", similarity=Similarity(0.2, 0.4, 60.0))
    old = asdict(replace(WON, task="old", known=None))
    del old["known"], old["similarity"], old["slow_predicted_us"]
    file = tmp_path / "results.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in (asdict(new), old)))
    assert read_results(file) == {"new": new, "old": replace(WON, task="old", known=None)}


def test_what_is_not_known_is_a_dash_and_in_csv_nothing() -> None:
    rows = rows_of({"some": [WON], "none": [result(0.3, known=None)]})
    markdown, latex = table(rows), table(rows, "latex")
    assert [line.strip("*") for line in markdown.splitlines() if line.startswith("**")] == list(GROUPS)
    assert "| none | 1 | 0.0 % (0-0) | 0.0 % (0-0) | - | - | - | - |" in markdown
    assert "| some | 1 | 60.0 % (60-60) | 60.0 % (60-60) | 75.0 (75-75) | 75.0 % (75-75) |" in markdown
    assert latex.count(r"\begin{tabular}") == latex.count(r"\end{tabular}") == len(GROUPS)
    assert r"none & 1 & 0.0 \% (0-0) & 0.0 \% (0-0) & - & - & - & - \\" in latex
    some, none = csv.DictReader(table(rows, "csv").splitlines())
    assert (some["NPI"], some["NPI high"], none["NPI"], none["NPI low"]) == ("75", "75", "", "")
    assert set(METRICS) < set(some)
