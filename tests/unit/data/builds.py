"""What the tests of builds share: a table of small programs, an engine with scripted answers, the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ecode.data.engines import Task, TaskResult
from ecode.data.exec_time_db import BuildConfig, Source, build_times
from ecode.data.items import Item, SourceProblem, Submission
from ecode.data.measure import MEASURED, Measurement
from ecode.records import CheckerSpec, Limits, Problem, Statement, TestCase, TestSuite


class ScriptedEngine:
    """Measures nothing: a program's time is its length. `break_after` tasks it stops with an error."""

    def __init__(self, break_after: int | None = None) -> None:
        self._left = break_after
        self.measured: list[int] = []

    def measure_all(self, tasks: Iterable[Task], suite_of: Callable[[str], TestSuite]) -> Iterator[TaskResult]:
        for task in tasks:
            if self._left == 0:
                raise KeyboardInterrupt
            self._left = None if self._left is None else self._left - 1
            self.measured.append(task.seq)
            time_us = float(len(task.code))
            samples = tuple(tuple(time_us * (1 + r / 1000) for r in range(5)) for _ in suite_of(task.problem_id).tests)
            names = tuple(test.name for test in suite_of(task.problem_id).tests)
            yield TaskResult(task.seq, Measurement(MEASURED, "", names, samples, 0, 1000), "nowhere", 1.0)

    def close(self) -> None:
        pass


def problem(name: str) -> SourceProblem:
    tests = (TestCase("1", b"3\n", b"6\n"), TestCase("2", b"4\n", b"8\n"))
    statement = Statement("Double", "Double it.", "A number.", "Its double.", "3 -> 6")
    return SourceProblem(name, Problem(name, statement, (), tests, CheckerSpec(), Limits(), "800", ("easy",)))


def double(number: int) -> str:
    """Programs that all double a number, no two equal up to names."""
    steps = "".join(f"b = {number} * {step} + {step * 7} - n\n" for step in range(number % 5))
    return f"n = int(input())\n{steps}print(n * 2 + {number} - {number})\n"


def submission(number: int, **changes: str) -> Submission:
    plain = {
        "id": f"s{number}",
        "problem_id": f"p{number % 3}",
        "code": double(number),
        "source": "made up",
        "license": "MIT",
        "origin": f"row {number}",
        "submitted_at": f"2020-01-{number % 28 + 1:02d}",
    }
    return Submission(**(plain | changes))


def source(submissions: Iterable[Item]) -> Source:
    items = [problem(f"p{n}") for n in range(3)] + list(submissions)
    return Source("made up", lambda: items)


def build(out: Path, submissions: Iterable[Item], engine: ScriptedEngine | None = None, **config):
    made = engine or ScriptedEngine()
    return build_times([source(submissions)], out, BuildConfig(**config), lambda _: made)


def write_table_source(folder: Path, rows: Iterable[dict]) -> Path:
    """A folder that the table importer reads: programs.jsonl with tests beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "programs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    for name in ("p0", "p1", "p2"):
        tests = folder / "tests" / name
        tests.mkdir(parents=True, exist_ok=True)
        for n in (3, 4):
            (tests / f"{n}.in").write_text(f"{n}\n")
            (tests / f"{n}.ans").write_text(f"{2 * n}\n")
    return folder


def table_row(number: int, **changes: object) -> dict:
    row = {"id": f"s{number}", "problem_id": f"p{number % 3}", "code": double(number), "license": "MIT"}
    return row | changes


def ecode(*arguments: object, **options) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ecode", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, env={**os.environ}, **options)


FAST_BUILD = ("--tests", 2, "--repeats", 2, "--write", "parquet")
