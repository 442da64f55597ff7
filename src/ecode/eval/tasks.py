"""Tasks: slow programs with their statement and tests, from a build, from problem packages or from a list."""

from __future__ import annotations

import csv
import math
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from ecode.data.ledger import Ledger, open_finished
from ecode.errors import DataError
from ecode.eval.efficiency import Known, known_times
from ecode.formats import load_package
from ecode.formats.shards import parquet_shards
from ecode.formats.statement import expert_fields
from ecode.records import SECTIONS, Limits, Problem, TestSuite


@dataclass(frozen=True, slots=True)
class Task:
    """One slow program to improve. `statement` maps the five sections to text; `best_ratio` says how much faster the
    best known program is, 0 where nobody knows. `known` are the times of the problem's known programs, `references`
    its known fast programs, the best one first where that is known. Only baselines and metrics look at these."""

    id: str
    problem_id: str
    code: str
    statement: Mapping[str, str]
    suite: TestSuite
    best_ratio: float = 0.0
    known: Known | None = None
    references: tuple[str, ...] = ()

    def without_statement(self) -> Task:
        return replace(self, statement={})


def tasks_from_build(build: Path, pairs: Path, split: str, count: int, seed: int = 0) -> list[Task]:
    """`count` slow programs of a split, each of another problem while there are enough; tests come from the build.

    Raises `DataError` where there are none.
    """
    rows = list(_pairs(pairs, split))
    if not rows:
        raise DataError(f"{pairs} holds no pairs of the split {split}.")
    with open_finished(build) as ledger:
        return [_of_pair(row, ledger) for row in spread(rows, count, seed)]


def _of_pair(row: Mapping[str, Any], ledger: Ledger) -> Task:
    """The slow program of a pair; known times are those of all measured programs of its problem."""
    problem = row["problem_id"]
    times = [known.result["time_us"] for known in ledger.programs_of(problem)]
    return Task(
        row["slow_id"],
        problem,
        row["slow_code"],
        expert_fields(row),
        ledger.suite(problem),
        row["ratio"],
        known_times(times, row["slow_time_us"] or 0.0),
        (row["fast_code"], *row["alternatives"]),
    )


def spread(rows: Sequence[Mapping[str, Any]], count: int, seed: int) -> list[Mapping[str, Any]]:
    """Up to `count` rows, round after round one of each problem, problems and rows in random order."""
    rng = random.Random(seed)
    by_problem: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        by_problem[row["problem_id"]].append(row)
    problems = sorted(by_problem)
    rng.shuffle(problems)
    for problem in problems:
        rng.shuffle(by_problem[problem])
    rounds = range(max(map(len, by_problem.values()), default=0))
    ordered = [by_problem[problem][turn] for turn in rounds for problem in problems if turn < len(by_problem[problem])]
    return ordered[:count]


def _pairs(folder: Path, split: str) -> Iterator[dict[str, Any]]:
    columns = ["slow_id", "problem_id", "slow_code", "slow_time_us", "fast_code", "alternatives", "ratio"]
    columns += [*SECTIONS, "difficulty", "tags"]
    for path in parquet_shards(folder, split):
        for batch in pq.ParquetFile(path).iter_batches(512, columns=columns):
            yield from batch.to_pylist()


def tasks_from_packages(packages: Sequence[Path], slow: str = "slow", limit_s: float = 20.0) -> list[Task]:
    """The accepted submissions of problem packages whose file name holds `slow`; the others are the fast ones."""
    return [
        _of_package(problem, path, limit_s, [other for other in accepted if slow not in other.stem])
        for problem in map(load_package, sorted(packages))
        for accepted in [problem.submissions.get("accepted", ())]
        for path in accepted
        if slow in path.stem
    ]


def tasks_from_list(table: Path, limit_s: float = 30.0) -> list[Task]:
    """A CSV file with the columns `problem` (a package beside it) and `program` (one of its accepted submissions).

    Where they are there, `best_human_program` names the fastest accepted submission, and `baseline_cpu_s` and
    `best_human_cpu_s` give the best known ratio. Raises `DataError` for a list that cannot be read.
    """
    tasks = []
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file, restval=""), 1):
                try:
                    tasks.append(_listed(row, table.parent, limit_s))
                except ValueError as error:
                    raise DataError(f"{table}, row {number}: {error}.") from None
    except UnicodeDecodeError as error:
        raise DataError(f"{table} is not UTF-8 text (byte {error.start}): save it as UTF-8 first.") from None
    except csv.Error as error:
        raise DataError(f"{table} is no CSV file: {error}.") from None
    return tasks


def _listed(row: Mapping[str, str], folder: Path, limit_s: float) -> Task:
    """The task of one row. Raises `ValueError` where the row says too little, or something else than a number."""
    for column in ("problem", "program"):
        if not row.get(column):
            raise ValueError(f"nothing in the column `{column}`")
    accepted = folder / row["problem"] / "submissions" / "accepted"
    fastest = row.get("best_human_program")
    references = [accepted / fastest] if fastest else []
    task = _of_package(load_package(folder / row["problem"]), accepted / row["program"], limit_s, references)
    slow, best = _seconds(row, "baseline_cpu_s"), _seconds(row, "best_human_cpu_s")
    return replace(task, best_ratio=slow / best if best else 0.0)


def _seconds(row: Mapping[str, str], column: str) -> float:
    """0 where nobody knows."""
    text = row.get(column) or "0"
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value < math.inf:
        raise ValueError(f"`{column}` is no number of seconds: {text!r}")
    return value


def _of_package(problem: Problem, path: Path, limit_s: float, fast: Sequence[Path]) -> Task:
    fields = {name: getattr(problem.statement, name) for name in SECTIONS}
    statement = expert_fields(fields | {"difficulty": problem.difficulty, "tags": problem.tags})
    limits = Limits(cpu_s=limit_s, memory_bytes=problem.limits.memory_bytes)
    name = path.parents[2].name  # the package's folder
    suite = TestSuite((*problem.samples, *problem.secret), problem.checker, limits, name)
    references = tuple(_program(other) for other in fast if other.suffix == ".py")
    return Task(f"{name}/{path.name}", name, _program(path), statement, suite, references=references)


def _program(path: Path) -> str:
    """Raises `DataError` for what is no text."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{path} is not UTF-8 text (byte {error.start}): save it as UTF-8 first.") from None
