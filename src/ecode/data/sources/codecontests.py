"""DeepMind's CodeContests as JSONL: one problem per row, with its tests and solutions in several languages.

The release is Riegeli (protocol buffers) and Parquet on the Hub; either becomes JSONL in two lines of its own tools
(docs/importing.md). Both spellings of repeated fields are read: a list of objects, or an object of lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ecode.data.items import BadRow, Item, SourceProblem, Submission
from ecode.data.sources import facts, fields
from ecode.data.sources.fields import BadField, Row
from ecode.data.sources.files import json_lines, tables
from ecode.data.sources.seen import Seen
from ecode.data.sources.sniff import first_row
from ecode.errors import DataError
from ecode.formats import split_statement
from ecode.records import Problem, TestCase

SOURCE, LICENSE = "CodeContests", "CC-BY-4.0 (the collection's; the programs are of users of several judges)"
_LANGUAGES = {0: "unknown", 1: "Python 2", 2: "C++", 3: "Python 3", 4: "Java"}
_DIFFICULTIES = ("", "easy", "medium", "hard", "harder", "hardest", "external")
"""Of the problems of other judges; Codeforces' own letters A, B, ... start at 7."""


class CodeContestsImporter:
    """Problems with their correct Python 3 programs; `incorrect_solutions` are not read."""

    name = "codecontests"
    layout = "CodeContests: JSONL with name, description, public_tests, private_tests, generated_tests, solutions"

    def recognises(self, path: Path) -> bool:
        wanted = {"name", "description", "solutions", "public_tests"}
        return any(wanted <= set(first_row(file)) for file in tables(path, ".jsonl", ".json")[:3])

    def read(self, path: Path) -> Iterator[Item]:
        found = tables(path, ".jsonl", ".json")
        if not found:
            raise DataError(f"No JSONL file at {path}.")
        names = Seen()
        for file in found:
            for row in json_lines(file):
                if isinstance(row, BadRow):
                    yield row
                    continue
                try:
                    yield from _read_row(*row, names)
                except BadField as error:
                    yield BadRow(row[0], str(error))


def _read_row(where: str, row: Row, names: Seen) -> Iterator[Item]:
    name = fields.text(row, "name").strip()
    if row.get("input_file") or row.get("output_file"):
        raise BadField("reads or writes a named file, not standard input and output")
    problem = _problem(name, row)
    if not names.add(name):
        raise BadField(f"a problem called {name!r} came before")
    id = f"codecontests/{name}"
    yield SourceProblem(id, problem)
    for number, solution in enumerate(_records(row.get("solutions"), "solutions")):
        origin = f"{where}, solution {number}"
        try:
            facts.require_python3(_language(solution.get("language")))
            code = fields.program(solution, "solution")
        except BadField as error:
            yield BadRow(origin, str(error))
        else:
            yield Submission(f"{id}/{number}", id, code, SOURCE, LICENSE, origin, verdict="AC")


def _problem(name: str, row: Row) -> Problem:
    description = fields.text(row, "description")
    title = name.partition(". ")[2] or name  # 1575_A. Another Sorting Problem
    rating = fields.number_or_none(row, "cf_rating")
    return facts.make_problem(
        title,
        split_statement(description, title=title),
        samples=_tests(row, "public_tests", "sample/"),
        secret=_tests(row, "private_tests", "secret/") + _tests(row, "generated_tests", "secret/generated-"),
        time_s=_seconds(row.get("time_limit")),
        difficulty=str(round(rating)) if rating else _difficulty(row.get("difficulty")),
        tags=fields.words(row, "cf_tags"),
        source=SOURCE,
        license=LICENSE,
    )


def _tests(row: Row, key: str, prefix: str) -> tuple[TestCase, ...]:
    records = _records(row.get(key), key)
    return facts.cases([one.get("input") for one in records], [one.get("output") for one in records], prefix)


def _records(value: Any, what: str) -> list[dict[str, Any]]:
    """A list of objects, from either spelling of it."""
    if not value:
        return []
    if not isinstance(value, dict):
        return [fields.mapping(item, f"an item of {what}") for item in fields.items(value, what)]
    columns = {key: fields.items(column, f"{what}.{key}") for key, column in value.items()}
    if len({len(column) for column in columns.values()}) > 1:
        raise BadField(f"the lists in {what} differ in length")
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def _language(value: Any) -> str:
    if isinstance(value, int):
        return _LANGUAGES.get(value, f"language {value}")
    return {"PYTHON": "Python 2", "PYTHON3": "Python 3"}.get(str(value), str(value))


def _difficulty(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        if value >= len(_DIFFICULTIES):
            return chr(ord("A") + value - len(_DIFFICULTIES)) if value < len(_DIFFICULTIES) + 26 else ""
        return _DIFFICULTIES[value] if value >= 0 else ""
    return "" if value in (None, "UNKNOWN_DIFFICULTY") else str(value).lower()


def _seconds(value: Any) -> float | None:
    """A duration: an object of seconds and nanoseconds, a number of seconds, or text such as `2s`."""
    if isinstance(value, dict):
        seconds, nanos = (fields.number_or_none(value, key) or 0.0 for key in ("seconds", "nanos"))
        return seconds + nanos / 1e9
    if isinstance(value, str):
        value = value.removesuffix("s")
    return None if value in (None, "") else fields.checked_number(value, "time_limit")
