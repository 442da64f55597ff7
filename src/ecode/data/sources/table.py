"""A table of one's own: CSV, JSONL or Parquet with problem_id and code, and tests/<problem_id> beside it."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecode.data.items import BadRow, Item, SourceProblem, Submission
from ecode.data.sources import facts, fields
from ecode.data.sources.fields import BadField, Row
from ecode.data.sources.files import Located, below, csv_rows, json_lines, tables
from ecode.data.sources.seen import Seen
from ecode.data.sources.sniff import first_row
from ecode.errors import DataError, UsageError
from ecode.formats import load_tests, split_statement
from ecode.records import Problem, TestCase

_SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")
_REQUIRED = ("problem_id", "code")
_OPTIONAL = (
    *("id", "submitted_at", "license", "source", "language", "verdict", "role", "statement", "title"),
    *("reported_time_us", "reported_memory_bytes"),
)
_ROLES = ("", "label", "fast", "slow")
_BATCH = 256  # rows of Parquet held at once


@dataclass(frozen=True, slots=True)
class _Known:
    """What has come up already in the table."""

    problems: Seen
    ids: Seen


class TableImporter:
    """Programs of any origin. Dates are ISO 8601, times microseconds, memory bytes; other columns are ignored."""

    name = "table"
    layout = f"a table (CSV, JSONL, Parquet) with problem_id and code, also {', '.join(_OPTIONAL)}; tests/<problem_id>"

    def recognises(self, path: Path) -> bool:
        found = tables(path, *_SUFFIXES)[:3]
        return any(file.suffix == ".parquet" or set(_REQUIRED) <= set(first_row(file)) for file in found)

    def read(self, path: Path) -> Iterator[Item]:
        found = tables(path, *_SUFFIXES)
        if not found:
            raise DataError(f"No table at {path}: looked for {', '.join('*' + suffix for suffix in _SUFFIXES)}.")
        known = _Known(Seen(), Seen())
        for file in found:
            checked = False
            for number, row in enumerate(_rows(file), 1):
                if isinstance(row, BadRow):
                    yield row
                    continue
                where, cells = row
                if not checked and file.suffix.lower() not in (".jsonl", ".ndjson"):
                    _require_columns(file, cells)
                    checked = True
                try:
                    yield from _read_row(file, number, where, cells, known)
                except BadField as error:
                    yield BadRow(where, str(error))


def _rows(file: Path) -> Iterator[Located | BadRow]:
    suffix = file.suffix.lower()
    if suffix == ".parquet":
        return _parquet_rows(file)
    if suffix in (".csv", ".tsv"):
        return csv_rows(file, separator="\t" if suffix == ".tsv" else ",")
    return json_lines(file)


def _parquet_rows(file: Path) -> Iterator[Located]:
    try:
        parquet = importlib.import_module("pyarrow.parquet")  # an extra: only this layout needs it
    except ImportError as error:
        raise UsageError(f'{file} is Parquet; to read it: pip install "ecode-lm[data]"') from error
    try:
        batches = parquet.ParquetFile(file).iter_batches(batch_size=_BATCH)
        rows = (cells for batch in batches for cells in batch.to_pylist())
        for number, cells in enumerate(rows, 1):
            yield f"{file}, row {number}", cells
    except (ValueError, OSError) as error:  # pyarrow's own errors are among them
        raise DataError(f"{file} is no readable Parquet file: {error}") from error


def _require_columns(file: Path, cells: Row) -> None:
    missing = [name for name in _REQUIRED if name not in cells]
    if missing:
        raise DataError(f"{file} has no column {' and no '.join(missing)}; it has {', '.join(cells)}.")


def _read_row(file: Path, number: int, where: str, row: Row, known: _Known) -> Iterator[Item]:
    facts.require_python3(fields.text_or(row, "language") or "Python 3", bare="3")
    problem = fields.identifier(row, "problem_id")
    program = _submission(file, number, where, problem, row)
    wrong = _date(row)[1]
    if not known.ids.add(program.id):
        raise BadField(f"the id {program.id!r} came before")
    if wrong:
        yield BadRow(where, wrong)
    if known.problems.add(problem):
        reasons: list[str] = []
        yield SourceProblem(problem, _problem(file, problem, row, program, reasons))
        yield from (BadRow(where, reason) for reason in reasons)
    yield program


def _submission(file: Path, number: int, where: str, problem: str, row: Row) -> Submission:
    role = fields.text_or(row, "role")
    if role not in _ROLES:
        raise BadField(f"role must be label, fast or slow, not {role[:40]!r}")
    return Submission(
        id=fields.text_or(row, "id") or f"{file.stem}/{number}",
        problem_id=problem,
        code=fields.program(row, "code"),
        source=fields.text_or(row, "source") or file.stem,
        license=fields.text_or(row, "license") or "unknown",
        origin=where,
        submitted_at=_date(row)[0],
        verdict=facts.verdict(fields.text_or(row, "verdict")),
        role=role,
        reported_time_us=fields.number_or_none(row, "reported_time_us"),
        reported_memory_bytes=fields.size_or_none(row, "reported_memory_bytes", 1),
    )


def _date(row: Row) -> tuple[str, str]:
    """Parquet may hold the date as a date; its text is ISO 8601."""
    value: Any = row.get("submitted_at")
    return facts.date_from_text(
        value.isoformat() if hasattr(value, "isoformat") else fields.text_or(row, "submitted_at")
    )


def _problem(file: Path, id: str, row: Row, program: Submission, reasons: list[str]) -> Problem:
    title = fields.or_else(reasons, "", lambda: fields.text_or(row, "title"))
    text = fields.or_else(reasons, "", lambda: fields.text_or(row, "statement"))
    return facts.make_problem(
        title or id,
        split_statement(text, title=title or id),
        secret=fields.or_else(reasons, (), lambda: _tests(file.parent / "tests", id)),
        source=program.source,
        license=program.license,
    )


def _tests(folder: Path, problem: str) -> tuple[TestCase, ...]:
    path = below(folder, problem)
    if path is None:
        return ()
    places = (path, *(path.with_name(f"{path.name}{suffix}") for suffix in (".json", ".jsonl")))
    found = next((place for place in places if place.exists()), None)
    try:
        return load_tests(found).tests if found else ()
    except DataError as error:
        raise BadField(str(error)) from error
