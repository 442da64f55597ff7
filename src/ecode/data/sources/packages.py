"""Problem packages in the Kattis/ICPC format: one, or a folder of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ecode.data.items import BadRow, Item, SourceProblem, Submission
from ecode.data.sources.fields import BadField
from ecode.data.sources.files import folders, read_program
from ecode.errors import DataError
from ecode.formats import is_package, load_package
from ecode.records import Problem

_VERDICTS = {
    "accepted": "AC",
    "slow": "AC",
    "wrong_answer": "WA",
    "time_limit_exceeded": "TLE",
    "run_time_error": "RTE",
    "memory_limit_exceeded": "MLE",
}
_ROLES = {"slow": "slow", "time_limit_exceeded": "slow"}


class PackageImporter:
    """Problems with the submissions of every kind that means a verdict."""

    name = "kattis"
    layout = "Kattis/ICPC problem packages: problem.yaml, data/sample, data/secret, submissions/accepted/*.py"

    def recognises(self, path: Path) -> bool:
        return next(_packages(path), None) is not None

    def read(self, path: Path) -> Iterator[Item]:
        found = False
        for package in _packages(path):
            found = True
            yield from _read_package(package)
        if not found:
            raise DataError(f"No problem package in {path}: looked for folders with problem.yaml or data/secret.")


def _packages(path: Path) -> Iterator[Path]:
    if is_package(path):
        yield path
    else:
        yield from (folder for folder in folders(path) if is_package(folder))


def _read_package(path: Path) -> Iterator[Item]:
    name = path.resolve().name
    try:
        problem = load_package(path)
    except DataError as error:
        yield BadRow(str(path), str(error))
        return
    problem = replace(problem, source=problem.source or "local", license=problem.license or "unknown")
    yield SourceProblem(name, problem)
    for kind, verdict in _VERDICTS.items():
        for file in problem.submissions.get(kind, ()):
            yield _submission(name, problem, kind, verdict, file)


def _submission(name: str, problem: Problem, kind: str, verdict: str, file: Path) -> Submission | BadRow:
    try:
        code = read_program(file)
    except BadField as error:
        return BadRow(str(file), str(error))
    return Submission(
        id=f"{name}/{kind}/{file.stem}",
        problem_id=name,
        code=code,
        source=problem.source,
        license=problem.license,
        origin=str(file),
        verdict=verdict,
        role=_ROLES.get(kind, ""),
    )
