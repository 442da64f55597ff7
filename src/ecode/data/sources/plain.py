"""Plain folders: one per problem, with programs beside their tests in any form that `load_tests` reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ecode.data.items import BadRow, Item, SourceProblem, Submission
from ecode.data.sources import facts
from ecode.data.sources.fields import BadField
from ecode.data.sources.files import files, folders, read_program, read_text
from ecode.errors import DataError
from ecode.formats import load_tests, split_statement
from ecode.records import Problem, Statement

SOURCE, LICENSE = "local", "unknown"
_STATEMENTS = ("statement.md", "statement.txt", "problem.md", "problem.txt", "question.txt")
_TEST_FILES = ("tests.json", "tests.jsonl", "input_output.json", "tests.ndjson")
_PROGRAM_FOLDERS = ("solutions", "submissions", "programs")


class PlainImporter:
    """A problem for each folder that has both programs and tests."""

    name = "plain"
    layout = "plain folders: <problem>/*.py beside N.in and N.out (or tests.json, or input/ and output/), statement.md"

    def recognises(self, path: Path) -> bool:
        return path.is_dir() and any(True for folder in (path, *folders(path)) if _programs(folder))

    def read(self, path: Path) -> Iterator[Item]:
        found = [path] if _programs(path) else [folder for folder in folders(path) if _programs(folder)]
        if not found:
            raise DataError(f"No programs in {path}: looked for *.py in it and in the folders below.")
        for folder in found:
            yield from _read_folder(folder)


def _programs(folder: Path) -> list[Path]:
    beside = files(folder, ".py")
    return beside + [file for name in _PROGRAM_FOLDERS for file in files(folder / name, ".py")]


def _read_folder(folder: Path) -> Iterator[Item]:
    name = folder.resolve().name
    try:
        problem = _problem(folder, name)
    except (BadField, DataError) as error:
        yield BadRow(str(folder), str(error))
        return
    yield SourceProblem(name, problem)
    for file in _programs(folder):
        try:
            code = read_program(file)
        except BadField as error:
            yield BadRow(str(file), str(error))
        else:
            inside = file.relative_to(folder).with_suffix("").as_posix()
            yield Submission(f"{name}/{inside}", name, code, SOURCE, LICENSE, str(file))


def _problem(folder: Path, name: str) -> Problem:
    tests = next((folder / test for test in _TEST_FILES if (folder / test).is_file()), folder)
    suite = load_tests(tests)
    return facts.make_problem(name, _statement(folder, name), secret=suite.tests, source=SOURCE, license=LICENSE)


def _statement(folder: Path, name: str) -> Statement:
    file = next((folder / text for text in _STATEMENTS if (folder / text).is_file()), None)
    return split_statement(read_text(file), title=name) if file else Statement(title=name)
