"""Results of an evaluation and the JSON lines that keep them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecode.errors import DataError
from ecode.eval.efficiency import Known
from ecode.eval.similarity.closeness import Similarity


@dataclass(frozen=True, slots=True)
class Proposed:
    """A candidate; `code` is empty where an answer stands for no program, and `detail` says why."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """What became of a candidate: `accepted`, `copy`, `wrong` (or another failed test), `broken` (does not compile) or
    `none` (no program). `passed` is the share of tests; `cpu_ns` one pass over them, where all are passed;
    `predicted_us` what a predictor says of its text, broken or not, 0 where nobody was asked."""

    fate: str
    passed: float
    cpu_ns: int = 0
    detail: str = ""
    predicted_us: float = 0.0


@dataclass(frozen=True, slots=True)
class Result:
    """One task. `ratio` is that of the winner against the slow program in a race on fresh samples, 1.0 without one.

    `known` and `similarity` are None where nobody knows other programs of the problem. `similarity` is that of the
    winner, else of the fastest correct candidate, else of the one that passes most tests, to the known fast programs.
    """

    task: str
    problem_id: str
    candidates: tuple[Scored, ...]
    ratio: float = 1.0
    low: float = 1.0
    high: float = 1.0
    slow_ns: int = 0
    winner: str = ""
    seconds: float = 0.0
    best_ratio: float = 0.0
    slow_predicted_us: float = 0.0
    known: Known | None = None
    similarity: Similarity | None = None


def read_results(path: Path) -> dict[str, Result]:
    """By task. A last line that was cut off is ignored. Raises `DataError` for a line that is something else."""
    found: dict[str, Result] = {}
    if path.is_file():
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            try:
                record: dict[str, Any] = json.loads(line)
            except ValueError:
                continue
            try:
                found[record["task"]] = _result(record)
            except (TypeError, KeyError, AttributeError):
                raise DataError(f"{path}, line {number} is no result of an evaluation: use another --out.") from None
    return found


def _result(record: dict[str, Any]) -> Result:
    """Fields that an older version did not write keep their defaults: unknown."""
    candidates = tuple(Scored(**candidate) for candidate in record.pop("candidates"))
    known, similar = record.pop("known", None), record.pop("similarity", None)
    return Result(
        **record,
        candidates=candidates,
        known=Known(**known) if known else None,
        similarity=Similarity(**similar) if similar else None,
    )


def mend(path: Path) -> None:
    """Cut off a last line that a kill left unfinished, so that the next one does not go on with it."""
    if path.is_file() and not (content := path.read_bytes()).endswith(b"\n"):
        path.write_bytes(content[: content.rfind(b"\n") + 1])
