"""Project CodeNet: metadata/pXXXXX.csv has a row per submission, data/pXXXXX/Python/sYYYYYYYYY.py the programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ecode.data.items import BadRow, Item, SourceProblem, Submission
from ecode.data.sources import facts, fields
from ecode.data.sources.fields import BadField, Row
from ecode.data.sources.files import below, csv_rows, files, read_program, read_text
from ecode.data.sources.html_text import plain_text
from ecode.errors import DataError
from ecode.formats import split_statement
from ecode.records import Problem, Statement, TestCase

SOURCE, LICENSE = "CodeNet", "CDLA-Permissive-2.0"
_FOLDER = "Project_CodeNet"


class CodeNetImporter:
    """Problems with their Python 3 submissions of every status, each with its verdict, time, memory and date."""

    name = "codenet"
    layout = "Project CodeNet: metadata/p*.csv, data/p*/Python/*.py, derived/input_output/data, problem_descriptions"

    def recognises(self, path: Path) -> bool:
        root = _root(path)
        return (root / "metadata").is_dir() and (root / "data").is_dir()

    def read(self, path: Path) -> Iterator[Item]:
        root = _root(path)
        found = [file for file in files(root / "metadata", ".csv") if file.stem != "problem_list"]
        if not found:
            raise DataError(f"No CodeNet metadata in {path}: looked for metadata/p*.csv.")
        listed = {}
        for row in csv_rows(root / "metadata" / "problem_list.csv") if _has_list(root) else ():
            if isinstance(row, BadRow):
                yield row
            else:
                listed[row[1].get("id", "")] = row[1]
        for file in found:
            yield from _read_problem(root, file, listed.get(file.stem, {}))


def _root(path: Path) -> Path:
    return path / _FOLDER if (path / _FOLDER).is_dir() else path


def _has_list(root: Path) -> bool:
    return (root / "metadata" / "problem_list.csv").is_file()


def _read_problem(root: Path, file: Path, listed: Row) -> Iterator[Item]:
    reasons: list[str] = []
    yield SourceProblem(f"codenet/{file.stem}", _problem(root, file.stem, listed, reasons))
    yield from (BadRow(f"{root}, problem {file.stem}", reason) for reason in reasons)
    for row in csv_rows(file):
        if isinstance(row, BadRow):
            yield row
            continue
        where, cells = row
        try:
            yield from _submission(root, file.stem, where, cells)
        except BadField as error:
            yield BadRow(where, str(error))


def _problem(root: Path, id: str, listed: Row, reasons: list[str]) -> Problem:
    title = fields.text_or(listed, "name") or id
    limit_ms = fields.or_else(reasons, None, lambda: fields.number_or_none(listed, "time_limit"))
    return facts.make_problem(
        title,
        fields.or_else(reasons, Statement(title), lambda: _statement(root, id, title)),
        samples=fields.or_else(reasons, (), lambda: _tests(root, id)),
        time_s=fields.scaled(limit_ms, 1e-3),
        difficulty=fields.text_or(listed, "rating"),
        tags=fields.or_else(reasons, (), lambda: fields.words(listed, "tags")),
        source=SOURCE,
        license=LICENSE,
    )


def _statement(root: Path, id: str, title: str) -> Statement:
    file = root / "problem_descriptions" / f"{id}.html"
    return split_statement(plain_text(read_text(file)), title=title) if file.is_file() else Statement(title=title)


def _tests(root: Path, id: str) -> tuple[TestCase, ...]:
    """CodeNet has one test a problem, taken from the statement's samples."""
    folder = root / "derived" / "input_output" / "data" / id
    given, printed = folder / "input.txt", folder / "output.txt"
    if not given.is_file():
        return ()
    try:
        return (TestCase("sample/1", given.read_bytes(), printed.read_bytes() if printed.is_file() else None),)
    except OSError as error:
        raise BadField(f"{given.name} cannot be read: {error.strerror}") from error


def _submission(root: Path, problem: str, where: str, cells: Row) -> Iterator[Item]:
    language = fields.text(cells, "language")
    if language != "Python":
        raise BadField(f"not Python 3: {language}")
    facts.require_python3(fields.text_or(cells, "original_language"))
    id = fields.identifier(cells, "submission_id")
    if not id.isalnum() or below(root, id) is None:
        raise BadField(f"submission_id is no plain name: {id[:40]!r}")
    date, wrong = facts.date_from_epoch(fields.number_or_none(cells, "date"))
    if wrong:
        yield BadRow(where, wrong)
    yield Submission(
        id=f"codenet/{problem}/{id}",
        problem_id=f"codenet/{problem}",
        code=read_program(root / "data" / problem / "Python" / f"{id}.py"),
        source=SOURCE,
        license=LICENSE,
        origin=where,
        submitted_at=date,
        verdict=facts.verdict(fields.text_or(cells, "status")),
        reported_time_us=fields.scaled(fields.number_or_none(cells, "cpu_time"), 1000),
        reported_memory_bytes=fields.size_or_none(cells, "memory", 1024),
    )
