"""Answers of the Codeforces API (`user.status`, `contest.status`) beside a folder of sources called <submission id>.py.

The API gives no programs, tests or statements; `tests/<contest><index>/` and `statements/<contest><index>.md` or `.txt`
are read where they are. Each answer is read whole: the API gives at most 10,000 submissions at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ecode.data.items import BadRow, Item, SourceProblem, Submission
from ecode.data.sources import facts, fields
from ecode.data.sources.fields import BadField, Row
from ecode.data.sources.files import below, read_json, read_program, read_text, tables
from ecode.data.sources.seen import Seen
from ecode.data.sources.sniff import starts_like_submissions
from ecode.errors import DataError
from ecode.formats import load_tests, split_statement
from ecode.records import Problem, Statement, TestCase

SOURCE, LICENSE = "Codeforces", "unclear (the programs are their authors')"
_SOURCES = ("", "sources", "submissions", "code")


class CodeforcesImporter:
    """Problems as the API names them, and the Python 3 submissions whose source is there."""

    name = "codeforces"
    layout = "Codeforces API: *.json with status and result, and <id>.py beside them or in sources/"

    def recognises(self, path: Path) -> bool:
        return any(starts_like_submissions(file) for file in tables(path, ".json")[:3])

    def read(self, path: Path) -> Iterator[Item]:
        answers = [file for file in tables(path, ".json") if starts_like_submissions(file)] or tables(path, ".json")
        if not answers:
            raise DataError(f"No JSON answer of the Codeforces API at {path}.")
        problems, submissions = Seen(), Seen()
        for answer in answers:
            try:
                results = _results(answer)
            except BadField as error:
                yield BadRow(str(answer), str(error))
                continue
            for number, result in enumerate(results, 1):
                where = f"{answer}, result {number}"
                try:
                    yield from _submission(answer.parent, where, result, problems, submissions)
                except BadField as error:
                    yield BadRow(where, str(error))


def _results(path: Path) -> list[Any]:
    answer = fields.mapping(read_json(path), "the answer")
    if answer.get("status") != "OK":
        raise BadField(f"the API answered {fields.text_or(answer, 'comment') or answer.get('status')!r}")
    return fields.items(answer.get("result"), "result")


def _submission(root: Path, where: str, result: Any, problems: Seen, submissions: Seen) -> Iterator[Item]:
    row = fields.mapping(result, "a submission")
    facts.require_python3(fields.text(row, "programmingLanguage"))
    id = str(round(fields.number(row, "id")))
    about = fields.mapping(row.get("problem"), "problem")
    contest = fields.identifier({**about, **row}, "contestId")
    problem = f"{contest}{fields.identifier(about, 'index')}"
    if not problem.isalnum() or below(root, problem) is None:
        raise BadField(f"contestId and index are no plain name: {problem[:40]!r}")
    code = _source(root, id)
    time_us = fields.scaled(fields.number_or_none(row, "timeConsumedMillis"), 1000)
    memory = fields.size_or_none(row, "memoryConsumedBytes", 1)
    date, wrong = facts.date_from_epoch(fields.number_or_none(row, "creationTimeSeconds"))
    if not submissions.add(id):
        raise BadField(f"submission {id} came before")
    if wrong:
        yield BadRow(where, wrong)
    if problems.add(problem):
        reasons: list[str] = []
        yield SourceProblem(f"codeforces/{problem}", _problem(root, problem, about, reasons))
        yield from (BadRow(where, reason) for reason in reasons)
    verdict = facts.verdict(fields.text_or(row, "verdict"))
    yield Submission(
        f"codeforces/{id}", f"codeforces/{problem}", code, SOURCE, LICENSE, where, date, verdict, "", time_us, memory
    )


def _source(root: Path, id: str) -> str:
    places = (root / folder / f"{id}{suffix}" for folder in _SOURCES for suffix in (".py", ".txt"))
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        raise BadField(f"no source file {id}.py")
    return read_program(path)


def _problem(root: Path, id: str, about: Row, reasons: list[str]) -> Problem:
    title = fields.or_else(reasons, id, lambda: fields.text_or(about, "name")) or id
    return facts.make_problem(
        title,
        fields.or_else(reasons, Statement(title), lambda: _statement(root, id, title)),
        secret=fields.or_else(reasons, (), lambda: _tests(root / "tests" / id)),
        difficulty=fields.or_else(reasons, "", lambda: fields.text_or(about, "rating")),
        tags=fields.or_else(reasons, (), lambda: fields.words(about, "tags")),
        source=SOURCE,
        license=LICENSE,
    )


def _statement(root: Path, id: str, title: str) -> Statement:
    for suffix in (".md", ".txt"):
        file = root / "statements" / f"{id}{suffix}"
        if file.is_file():
            return split_statement(read_text(file), title=title)
    return Statement(title=title)


def _tests(folder: Path) -> tuple[TestCase, ...]:
    if not folder.is_dir():
        return ()
    try:
        return load_tests(folder).tests
    except DataError as error:
        raise BadField(str(error)) from error
