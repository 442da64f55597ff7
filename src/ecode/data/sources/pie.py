"""PIE: JSONL of program pairs from CodeNet, a slow version and the improved one that followed it.

`madaan/pie-perf` (Python and C++) has `input`, `target`, `submission_id_v0/1` and `cpu_time_v0/1` in milliseconds;
`LearningOpt/pie` (C++ alone) has `src_code`, `tgt_code`, `src_id`, `tgt_id`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ecode.data.items import BadRow, Item, PublishedPair, SourceProblem, Submission
from ecode.data.sources import facts, fields
from ecode.data.sources.fields import BadField, Row
from ecode.data.sources.files import below, json_lines, tables
from ecode.data.sources.seen import Seen
from ecode.data.sources.sniff import first_row
from ecode.errors import DataError
from ecode.formats import load_tests
from ecode.records import Statement, TestCase

SOURCE, LICENSE = "PIE", "unclear (no licence file); made from CodeNet (CDLA-Permissive-2.0)"
_SUFFIXES = (".jsonl", ".json")
_SLOW = ("input", "src_code", "slow_code", "code_v0", "code_v0_no_empty_lines")
_FAST = ("target", "tgt_code", "fast_code", "code_v1", "code_v1_no_empty_lines")
_SLOW_ID = ("submission_id_v0", "src_id", "slow_id")
_FAST_ID = ("submission_id_v1", "tgt_id", "fast_id")
_TEST_FOLDERS = ("tests", "merged_test_cases", "public_test_cases", "generated_test_cases", "test_cases")
_PLACEHOLDER_MS = 1_000_000  # what PIE writes for a version that ran out of time


@dataclass(frozen=True, slots=True)
class _Version:
    """One side of a pair."""

    id: str
    code: str
    verdict: str
    time_us: float | None
    memory_bytes: int | None


class PieImporter:
    """Pairs, and each of their programs once."""

    name = "pie"
    layout = (
        "PIE: JSONL with problem_id, input, target, submission_id_v0/1, cpu_time_v0/1; tests/<problem_id>/input.N.txt"
    )

    def recognises(self, path: Path) -> bool:
        for file in tables(path, *_SUFFIXES)[:3]:
            row = first_row(file)
            if "problem_id" in row and any(key in row for key in _SLOW[:3]) and any(key in row for key in _FAST[:3]):
                return True
        return False

    def read(self, path: Path) -> Iterator[Item]:
        found = tables(path, *_SUFFIXES)
        if not found:
            raise DataError(f"No JSONL file at {path}.")
        problems, programs = Seen(), Seen()
        for file in found:
            for number, row in enumerate(json_lines(file), 1):
                if isinstance(row, BadRow):
                    yield row
                    continue
                try:
                    yield from _read_row(file, number, row[0], row[1], problems, programs)
                except BadField as error:
                    yield BadRow(row[0], str(error))


def _read_row(file: Path, number: int, where: str, row: Row, problems: Seen, programs: Seen) -> Iterator[Item]:
    _require_python(row)
    number_in_codenet = fields.identifier(row, "problem_id")
    problem = f"pie/{number_in_codenet}"
    slow = _version(row, 0, _SLOW, _SLOW_ID, f"{file.stem}-{number}-slow")
    fast = _version(row, 1, _FAST, _FAST_ID, f"{file.stem}-{number}-fast")
    if slow.code == fast.code:
        raise BadField("both programs are the same")
    if problems.add(problem):
        try:
            tests = _tests(file.parent, number_in_codenet)
        except DataError as error:
            tests = ()
            yield BadRow(where, str(error))
        made = facts.make_problem(
            number_in_codenet, Statement(title=number_in_codenet), secret=tests, source=SOURCE, license=LICENSE
        )
        yield SourceProblem(problem, made)
    for role, one in (("fast", fast), ("slow", slow)):
        if programs.add(problem, one.id):
            yield _submission(problem, role, one, where)
    yield PublishedPair(
        id=f"pie/{file.stem}/{number}:{slow.id}>{fast.id}",
        problem_id=problem,
        slow_code=slow.code,
        fast_code=fast.code,
        source=SOURCE,
        license=LICENSE,
        origin=where,
        slow_time_us=slow.time_us,
        fast_time_us=fast.time_us,
        split=next((split for split in ("train", "test", "val") if split in file.stem.lower()), ""),
    )


def _submission(problem: str, role: str, one: _Version, where: str) -> Submission:
    return Submission(
        id=f"{problem}/{one.id}",
        problem_id=problem,
        code=one.code,
        source=SOURCE,
        license=LICENSE,
        origin=where,
        verdict=one.verdict,
        role=role,
        reported_time_us=one.time_us,
        reported_memory_bytes=one.memory_bytes,
    )


def _require_python(row: Row) -> None:
    """PIE's Python programs were all converted to Python 3; a row without a language is of the C++ edition."""
    language = fields.text_or(row, "language")
    if language or "src_code" in row:
        facts.require_python3(language or "C++", bare="3")


def _version(row: Row, side: int, codes: tuple[str, ...], ids: tuple[str, ...], default_id: str) -> _Version:
    time_ms = fields.number_or_none(row, f"cpu_time_v{side}")
    if time_ms is not None and time_ms >= _PLACEHOLDER_MS:
        time_ms = None
    return _Version(
        id=fields.text_or(row, *ids, default=default_id),
        code=fields.program(row, *codes),
        verdict=facts.verdict(fields.text_or(row, f"status_v{side}")),
        time_us=fields.scaled(time_ms, 1000),
        memory_bytes=fields.size_or_none(row, f"memory_v{side}", 1024),
    )


def _tests(root: Path, problem: str) -> tuple[TestCase, ...]:
    """The problem's tests, if a folder of them lies beside the file."""
    for name in _TEST_FOLDERS:
        folder = below(root / name, problem)
        if folder is not None and folder.is_dir():
            return load_tests(folder).tests
    return ()
