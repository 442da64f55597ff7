"""APPS: a folder per problem (question.txt, input_output.json, solutions.json, metadata.json), or JSONL of the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ecode.data.items import BadRow, Item, SourceProblem, Submission
from ecode.data.sources import facts, fields
from ecode.data.sources.fields import BadField, Row
from ecode.data.sources.files import LOOK, descend, json_lines, name_below, parse_json, read_json, read_text, tables
from ecode.data.sources.sniff import first_row
from ecode.errors import DataError
from ecode.formats import split_statement
from ecode.records import TestCase

SOURCE, LICENSE = "APPS", "MIT (the repository's; the programs are of users of several judges)"
_DEEPEST = 2
_COLUMNS = ("input_output", "solutions")


class AppsImporter:
    """Problems with their accepted programs. The tests of functions (LeetCode style) are left out, each reported."""

    name = "apps"
    layout = "APPS: <split>/<problem>/ with question.txt, input_output.json, solutions.json; or train.jsonl, test.jsonl"

    def recognises(self, path: Path) -> bool:
        if any(True for _ in descend(path, _DEEPEST, _is_problem, LOOK)):
            return True
        return any({"question", "solutions", "input_output"} <= set(first_row(f)) for f in tables(path, ".jsonl")[:3])

    def read(self, path: Path) -> Iterator[Item]:
        found = False
        for folder in descend(path, _DEEPEST, _is_problem):
            found = True
            yield from _read_folder(f"apps/{name_below(path, folder)}", folder)
        for file in tables(path, ".jsonl"):
            found = True
            for row in json_lines(file):
                if isinstance(row, BadRow):
                    yield row
                else:
                    yield from _read_row(file.stem, *row)
        if not found:
            raise DataError(f"No APPS problem in {path}: looked for folders with question.txt and JSONL files.")


def _is_problem(path: Path) -> bool:
    return (path / "question.txt").is_file() and any((path / f"{key}.json").is_file() for key in _COLUMNS)


def _read_folder(name: str, folder: Path) -> Iterator[Item]:
    try:
        row: dict[str, Any] = {"question": read_text(folder / "question.txt")}
        for key in _COLUMNS:
            row[key] = read_json(folder / f"{key}.json") if (folder / f"{key}.json").is_file() else None
        if (folder / "metadata.json").is_file():
            metadata = fields.mapping(read_json(folder / "metadata.json"), "metadata.json")
            row.update({key: metadata.get(key) for key in ("difficulty", "url")})
        yield from _problem(name, str(folder), row)
    except BadField as error:
        yield BadRow(str(folder), str(error))


def _read_row(split: str, where: str, cells: dict[str, Any]) -> Iterator[Item]:
    """A row of the JSONL form, in which two columns are JSON in text."""
    try:
        name = fields.identifier(cells, "problem_id", "id")
        name = f"apps/{split}/{int(name):04d}" if name.isdecimal() else f"apps/{split}/{name}"
        for key in _COLUMNS:
            if isinstance(cells.get(key), str):
                cells[key] = parse_json(cells[key]) if cells[key].strip() else None
        yield from _problem(name, where, cells)
    except BadField as error:
        yield BadRow(where, str(error))


def _problem(name: str, where: str, row: Row) -> Iterator[Item]:
    secret = _tests(row.get("input_output"))
    problem = facts.make_problem(
        name,
        split_statement(fields.text(row, "question")),
        secret=secret,
        difficulty=fields.text_or(row, "difficulty"),
        source=SOURCE,
        license=LICENSE,
    )
    yield SourceProblem(name, problem)
    for number, code in enumerate(fields.items(row.get("solutions") or [], "solutions")):
        try:
            program = fields.program({"solution": code}, "solution")
        except BadField as error:
            yield BadRow(f"{where}, solution {number}", str(error))
        else:
            origin = f"{where}, solution {number}"
            yield Submission(f"{name}/{number}", name, program, SOURCE, LICENSE, origin, verdict="AC")


def _tests(value: Any) -> tuple[TestCase, ...]:
    if not value:
        return ()
    tests = fields.mapping(value, "input_output")
    if tests.get("fn_name"):
        raise BadField(f"tests of the function {tests['fn_name']}, not of a whole program")
    return facts.cases(tests.get("inputs"), tests.get("outputs"), "secret/")
