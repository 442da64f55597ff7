"""ACEOB: a folder per problem with a folder for each efficient-inefficient pair, and a folder of other fast programs.

The published loaders were translated from Chinese after the data was made, so both languages' names are accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ecode.data.items import BadRow, Item, PublishedPair, SourceProblem, Submission
from ecode.data.sources import facts, fields, gec_files
from ecode.data.sources.fields import BadField
from ecode.data.sources.files import LOOK, descend, files, folders, name_below
from ecode.data.sources.gec import split_of
from ecode.errors import DataError
from ecode.records import Statement

SOURCE, LICENSE = "ACEOB", "MIT (the repository's; the data file has none of its own)"
_DEEPEST = 3
_PAIR = re.compile(r"efficient.*inefficient|inefficient.*efficient|高效.*低效|低效.*高效", re.IGNORECASE)
_OTHERS = re.compile(r"backup|alternat|备用|备选", re.IGNORECASE)
_UNIFIED = re.compile(r"AST|unified", re.IGNORECASE)  # the same programs with their names normalised
_SLOW = re.compile(r"inefficient|低效", re.IGNORECASE)
_FAST = re.compile(r"(?<!in)efficient|高效", re.IGNORECASE)
_STANDARD_TIME = re.compile(r"(?:standard time|标准时间)\s*(-?\d+(?:\.\d+)?)\s*ms", re.IGNORECASE)
_PLAIN_TIME = re.compile(r"(-?\d+(?:\.\d+)?)\s*ms", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Program:
    """A program of a pair."""

    code: str
    time_us: float | None
    origin: str


class AceobImporter:
    """Problems, pairs with their alternatives, and both programs of each pair."""

    name = "aceob"
    layout = "ACEOB folders: <split>/<problem>/<efficient-inefficient code pair>/ with two programs in each"

    def recognises(self, path: Path) -> bool:
        return any(True for _ in descend(path, _DEEPEST, _is_problem, LOOK))

    def read(self, path: Path) -> Iterator[Item]:
        found = False
        for folder in descend(path, _DEEPEST, _is_problem):
            found = True
            yield from _read_problem(path, folder)
        if not found:
            raise DataError(f"No ACEOB problem in {path}: looked for folders called efficient-inefficient code pair.")


def _is_problem(path: Path) -> bool:
    return any(_PAIR.search(folder.name) for folder in folders(path))


def _read_problem(root: Path, path: Path) -> Iterator[Item]:
    name = f"aceob/{name_below(root, path)}"
    folder = gec_files.Folder(path)
    reasons: list[str] = []
    statement = fields.or_else(reasons, Statement(), lambda: gec_files.statement(folder, ""))
    tests = fields.or_else(reasons, (), lambda: gec_files.tests(folder))
    yield from (BadRow(str(path), reason) for reason in reasons)  # its programs are of use all the same
    problem = facts.make_problem(name, statement, secret=tests, source=SOURCE, license=LICENSE)
    yield SourceProblem(name, problem)
    alternatives: list[str] = []
    for other in folders(path):
        if _OTHERS.search(other.name) and not _UNIFIED.search(other.name):
            yield from _alternatives(other, alternatives)
    pairs = [folder for folder in folders(path) if _PAIR.search(folder.name)]
    for number, pair in enumerate(pairs):
        try:
            yield from _read_pair(name, number, pair, tuple(alternatives), split_of(path))
        except BadField as error:
            yield BadRow(str(pair), str(error))


def _alternatives(folder: Path, found: list[str]) -> Iterator[BadRow]:
    for path in files(folder):
        try:
            found.append(gec_files.read_code(path))
        except BadField as error:
            yield BadRow(str(path), str(error))


def _read_pair(problem: str, number: int, folder: Path, alternatives: tuple[str, ...], split: str) -> Iterator[Item]:
    slow = _program(folder, _SLOW, "inefficient")
    fast = _program(folder, _FAST, "efficient")
    names = {"slow": f"{problem}/pair{number}/slow", "fast": f"{problem}/pair{number}/fast"}
    for role, program in (("fast", fast), ("slow", slow)):
        yield Submission(
            names[role], problem, program.code, SOURCE, LICENSE, program.origin, "", "AC", role, program.time_us
        )
    yield PublishedPair(
        id=f"{names['slow']}>{names['fast']}",
        problem_id=problem,
        slow_code=slow.code,
        fast_code=fast.code,
        source=SOURCE,
        license=LICENSE,
        origin=str(folder),
        slow_time_us=slow.time_us,
        fast_time_us=fast.time_us,
        alternatives=alternatives,
        split=split,
    )


def _program(folder: Path, word: re.Pattern[str], role: str) -> _Program:
    path = next((file for file in files(folder) if word.search(file.name)), None)
    if path is None:
        raise BadField(f"no {role} program")
    return _Program(gec_files.read_code(path), _time_us(path.name), str(path))


def _time_us(name: str) -> float | None:
    """The normalised time where the name has one, else the first: `0,109 ms,20 KB,Standard time 96 ms` is 96 ms."""
    found = _STANDARD_TIME.search(name) or _PLAIN_TIME.search(name)
    return fields.checked_number(found[1], "time") * 1000 if found else None
