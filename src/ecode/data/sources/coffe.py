"""COFFE: `testcases.json`, `solutions.json` and `best_solutions.json`, joined by the prompt of the problem.

File-level problems (whole programs) are read. Function-level ones are reported: their tests call a function. The
stressful tests of file-level problems are Python programs that write an input; nothing is run here, so they are left.
The files are read whole: JSON objects of some hundred problems.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ecode.data.items import BadRow, Item, SourceProblem, Submission
from ecode.data.sources import facts, fields
from ecode.data.sources.fields import BadField
from ecode.data.sources.files import LOOK, descend, read_json
from ecode.errors import DataError
from ecode.formats import split_statement
from ecode.records import TestCase

SOURCE, LICENSE = "COFFE", "Apache-2.0 (the benchmark's; programs from APPS and CodeContests)"
_TESTS, _SOLUTIONS, _BEST = "testcases.json", "solutions.json", "best_solutions.json"
_DEEPEST = 2
_FUNCTION_LEVEL = "function-level: its tests call a function, not a whole program"
_BEFORE = "You are an expert Python programmer, and here is your task:\n"
_AFTER = ("\nDo not give explanations", "\nPlease write a Python function", "\n```python")


class CoffeImporter:
    """File-level problems with the solutions of their original benchmarks; the best one has the role `label`."""

    name = "coffe"
    layout = "COFFE: datasets/file/ with testcases.json, solutions.json, best_solutions.json"

    def recognises(self, path: Path) -> bool:
        return any(True for _ in descend(path, _DEEPEST, _is_dataset, LOOK))

    def read(self, path: Path) -> Iterator[Item]:
        found = list(descend(path, _DEEPEST, _is_dataset))
        if not found:
            raise DataError(f"No COFFE dataset in {path}: looked for a folder with {_TESTS} and {_SOLUTIONS}.")
        for folder in found:
            yield from _read_folder(folder)


def _is_dataset(path: Path) -> bool:
    return (path / _TESTS).is_file() and any((path / name).is_file() for name in (_SOLUTIONS, _BEST))


def _read_folder(folder: Path) -> Iterator[Item]:
    try:
        tests = fields.mapping(read_json(folder / _TESTS), _TESTS)
        solutions = _by_prompt(folder / _SOLUTIONS)
        best = _by_prompt(folder / _BEST)
    except BadField as error:
        yield BadRow(str(folder), str(error))
        return
    for prompt in tests:
        # the prompt is the only name a problem has in all three files
        name = f"coffe/{folder.name}/{hashlib.sha256(prompt.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
        where = f"{folder}, problem {prompt.removeprefix(_BEFORE).strip()[:40]!r}"
        try:
            programs = [*_programs(best.get(prompt), "label"), *_programs(solutions.get(prompt), "")]
            yield from _problem(name, where, prompt, tests[prompt], programs)
        except BadField as error:
            yield BadRow(where, str(error))


def _by_prompt(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    value = fields.mapping(read_json(path), path.name)
    return fields.mapping(value.get("prompt2groundtruth", value), path.name)


def _programs(value: Any, role: str) -> list[tuple[Any, str]]:
    """(code, role) of `[code, io]`, or of a list of these; `io` is false where a function is called."""
    if not value:
        return []
    pairs = [value] if isinstance(value, list) and isinstance(value[0], str) else fields.items(value, "solutions")
    found = []
    for pair in pairs:
        code, *io = fields.items(pair, "a solution") or [None]
        if io and io[0] is False:
            raise BadField(_FUNCTION_LEVEL)
        found.append((code, role))
    return found


def _problem(name: str, where: str, prompt: str, tests: Any, programs: list[tuple[Any, str]]) -> Iterator[Item]:
    text = prompt.removeprefix(_BEFORE)
    for end in _AFTER:
        text = text.partition(end)[0]
    made = facts.make_problem(name, split_statement(text), secret=_tests(tests), source=SOURCE, license=LICENSE)
    yield SourceProblem(name, made)
    known: set[str] = set()
    for number, (value, role) in enumerate(programs):
        origin = f"{where}, solution {number}"
        try:
            code = fields.program({"solution": value}, "solution")
        except BadField as error:
            yield BadRow(origin, str(error))
            continue
        if code not in known:  # the best one stands among the others too
            known.add(code)
            yield Submission(f"{name}/{number}", name, code, SOURCE, LICENSE, origin, verdict="AC", role=role)


def _tests(value: Any) -> tuple[TestCase, ...]:
    records = [fields.mapping(one, "a test") for one in fields.items(value, "the tests")]
    if any(not isinstance(one.get("input"), str) for one in records):
        raise BadField(_FUNCTION_LEVEL)
    return facts.cases([one["input"] for one in records], [one.get("output") for one in records], "secret/")
