"""The ledger of a build: one SQLite file that holds every problem, program, reason and result.

A build can be killed at any moment and go on: what a transaction has committed is kept, what was in flight is done
again. Nothing is held in memory beyond the rows at hand, so memory stays flat however long the ledger grows.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ecode.data.items import Submission
from ecode.data.tables import make_folder
from ecode.errors import DataError
from ecode.records import CheckerSpec, Limits, Problem, Statement, TestCase, TestSuite

LEDGER_NAME = "ledger.sqlite"
_LEDGER_VERSION = "1"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS problems (id TEXT PRIMARY KEY, record TEXT NOT NULL, held_out INTEGER NOT NULL,
    digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS tests (
    problem_id TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, sample INTEGER NOT NULL,
    input BLOB NOT NULL, output BLOB, PRIMARY KEY (problem_id, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS programs (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, problem_id TEXT NOT NULL, code TEXT NOT NULL,
    code_tokens INTEGER NOT NULL, fingerprint TEXT, source TEXT NOT NULL, license TEXT NOT NULL,
    submitted_at TEXT NOT NULL, origin TEXT NOT NULL, role TEXT NOT NULL,
    status TEXT NOT NULL, reason TEXT NOT NULL, result TEXT, variants TEXT, split TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS by_status ON programs (status, problem_id);
CREATE INDEX IF NOT EXISTS by_fingerprint ON programs (fingerprint);
CREATE TABLE IF NOT EXISTS bad_rows (origin TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (origin, reason));
CREATE TABLE IF NOT EXISTS bands (band INTEGER NOT NULL, key INTEGER NOT NULL, seq INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS by_band ON bands (band, key);
"""

PENDING, MEASURED, UNMEASURED = "pending", "measured", "unmeasured"


@dataclass(frozen=True, slots=True)
class Row:
    """A program of the ledger. `result` is what measuring it gave, `variants` its texts, both as stored."""

    seq: int
    id: str
    problem_id: str
    code: str
    code_tokens: int
    source: str
    license: str
    submitted_at: str
    role: str
    status: str
    reason: str
    result: dict[str, Any]
    variants: dict[str, str]
    split: str


_ROW_COLUMNS = (
    "seq, id, problem_id, code, code_tokens, source, license, submitted_at, role, status, reason,"
    " result, variants, split"
)


class Ledger:
    """Opens or makes the ledger in a build's folder and keeps every other build out of it.

    Raises `DataError` where another process is at work in the folder, where the file is no ledger, or when the disk
    is full (nothing committed is lost: make room and run the same command again).
    """

    def __init__(self, folder: Path, *, reading: bool = False) -> None:
        self.folder, self.path = folder, folder / LEDGER_NAME
        if self.path.is_file() and not os.access(folder, os.W_OK):
            # A disk that takes nothing: nobody else can be at work there, either.
            self._lock = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
            self._open_for_reading("mode=ro&immutable=1")
            return
        if reading:
            self._lock = _take_lock(folder, fcntl.LOCK_SH)
            self._open_for_reading("mode=ro")
            return
        make_folder(folder)
        self._lock = _take_lock(folder, fcntl.LOCK_EX)
        with self._explained():
            self._db = sqlite3.connect(self.path, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute("PRAGMA cache_size=-32000")
            self._db.executescript(_SCHEMA)
        if self.meta("version", _LEDGER_VERSION) != _LEDGER_VERSION:
            raise DataError(f"{self.path} was written by another version of ecode; build in a new folder.")
        self.set_meta("version", _LEDGER_VERSION)

    def _open_for_reading(self, how: str) -> None:
        with self._explained():
            self._db = sqlite3.connect(f"{self.path.resolve().as_uri()}?{how}", isolation_level=None, uri=True)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block or nothing of it."""
        with self._explained():
            self._db.execute("BEGIN")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            if "full" in str(error) or "disk I/O" in str(error):
                raise DataError(
                    f"The disk that holds {self.folder} is full or broken ({error}). "
                    "What was done is kept: make room and run the same command again."
                ) from error
            raise DataError(f"The ledger {self.path} cannot be used: {error}.") from error
        except sqlite3.DatabaseError as error:
            raise DataError(f"{self.path} is no ledger of a build, or it is damaged: {error}.") from error

    def meta(self, key: str, default: str = "") -> str:
        row = self._one("SELECT value FROM meta WHERE key = ?", key)
        return default if row is None else str(row[0])

    def set_meta(self, key: str, value: str) -> None:
        with self._explained():
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def add_problem(self, problem_id: str, problem: Problem, held_out: bool = False) -> None:
        """Keep a problem with its tests. Raises `DataError` where the id is taken by a problem with other tests."""
        digest = _digest(problem)
        known = self._one("SELECT digest FROM problems WHERE id = ?", problem_id)
        if known is not None:
            if known[0] != digest:
                raise DataError(
                    f"The problem {problem_id!r} is in this build already, with other tests or limits: two sources "
                    "have one of that name, or the source has changed. Build in a folder of its own (--out)."
                )
            return
        record = json.dumps(_problem_record(problem))
        self._db.execute("INSERT INTO problems VALUES (?, ?, ?, ?)", (problem_id, record, held_out, digest))
        tests = [(test, 1) for test in problem.samples] + [(test, 0) for test in problem.secret]
        self._db.executemany(
            "INSERT INTO tests VALUES (?, ?, ?, ?, ?, ?)",
            [(problem_id, n, t.name, sample, t.input, t.output) for n, (t, sample) in enumerate(tests)],
        )

    def has_problem(self, problem_id: str) -> bool:
        return self._one("SELECT 1 FROM problems WHERE id = ?", problem_id) is not None

    def problem(self, problem_id: str) -> dict[str, Any]:
        """The problem's record without its tests (empty where no problem was given for the id)."""
        row = self._one("SELECT record FROM problems WHERE id = ?", problem_id)
        return {} if row is None else dict(json.loads(row[0]))

    def suite(self, problem_id: str) -> TestSuite:
        """The problem's tests that have an expected output, samples first."""
        record = self.problem(problem_id)
        rows = self._db.execute(
            "SELECT name, input, output FROM tests WHERE problem_id = ? AND output IS NOT NULL ORDER BY number",
            (problem_id,),
        )
        tests = tuple(TestCase(*row) for row in rows)
        checker, limits = CheckerSpec(), Limits()
        if record:
            validator = record["checker"].pop("validator")
            checker = CheckerSpec(**record["checker"], validator=Path(validator) if validator else None)
            limits = Limits(**record["limits"])
        return TestSuite(tests, checker, limits, problem_id)

    def has_tests(self, problem_id: str) -> bool:
        return self._one("SELECT 1 FROM tests WHERE problem_id = ? AND output IS NOT NULL", problem_id) is not None

    def known_program(self, program_id: str) -> tuple[str, str] | None:
        """(origin, code) of the program that has this id."""
        row = self._one("SELECT origin, code FROM programs WHERE id = ?", program_id)
        return None if row is None else (str(row[0]), str(row[1]))

    def id_with_fingerprint(self, fingerprint: str) -> str | None:
        """The kept program that has this fingerprint."""
        row = self._one(
            "SELECT id FROM programs WHERE fingerprint = ? AND status IN (?, ?, ?)",
            *(fingerprint, PENDING, MEASURED, UNMEASURED),
        )
        return None if row is None else str(row[0])

    def add_program(self, program: Submission, *, code_tokens: int, fingerprint: str, status: str, reason: str) -> None:
        self._db.execute(
            "INSERT INTO programs (id, problem_id, code, code_tokens, fingerprint, source, license, submitted_at,"
            " origin, role, status, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(program.id, program.problem_id, program.code, code_tokens, fingerprint, program.source),
                *(program.license, program.submitted_at, program.origin, program.role, status, reason),
            ),
        )

    def add_bad_row(self, origin: str, reason: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO bad_rows VALUES (?, ?)", (origin, reason))

    def set_status(self, seq: int, status: str, reason: str = "", result: dict[str, Any] | None = None) -> None:
        stored = None if result is None else json.dumps(result)
        self._db.execute(
            "UPDATE programs SET status = ?, reason = ?, result = ? WHERE seq = ?", (status, reason, stored, seq)
        )

    def drop(self, seq: int, status: str, reason: str) -> None:
        """Take a measured program out; its result stays, so that it can come back."""
        self._db.execute("UPDATE programs SET status = ?, reason = ? WHERE seq = ?", (status, reason, seq))

    def set_variants(self, rows: Sequence[tuple[int, dict[str, str]]]) -> None:
        with self.transaction():
            self._db.executemany(
                "UPDATE programs SET variants = ? WHERE seq = ?", [(json.dumps(v), seq) for seq, v in rows]
            )

    def execute(self, query: str, *values: object) -> None:
        """A statement of a step that keeps its own columns (splits, bands)."""
        with self._explained():
            self._db.execute(query, values)

    def execute_many(self, query: str, rows: Sequence[Sequence[object]]) -> None:
        with self._explained():
            self._db.executemany(query, rows)

    def select(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Rows of a query, streamed; the ledger may be written meanwhile, but not the rows still to come."""
        return iter(self._db.execute(query, values))

    def programs(self, status: str, *, after: int = 0, batch: int = 200) -> Iterator[Row]:
        """Programs of a status in the order of their `seq`, read in batches, so that they may be changed meanwhile."""
        while True:
            query = f"SELECT {_ROW_COLUMNS} FROM programs WHERE status = ? AND seq > ? ORDER BY seq LIMIT ?"
            rows = [_row(values) for values in self._db.execute(query, (status, after, batch))]
            yield from rows
            if len(rows) < batch:
                return
            after = rows[-1].seq

    def programs_of(self, problem_id: str, status: str = MEASURED) -> list[Row]:
        query = f"SELECT {_ROW_COLUMNS} FROM programs WHERE status = ? AND problem_id = ? ORDER BY seq"
        return [_row(values) for values in self._db.execute(query, (status, problem_id))]

    def count(self, status: str) -> int:
        row = self._one("SELECT COUNT(*) FROM programs WHERE status = ?", status)
        return int(row[0]) if row else 0

    def _one(self, query: str, *values: object) -> tuple[Any, ...] | None:
        with self._explained():
            row: tuple[Any, ...] | None = self._db.execute(query, values).fetchone()
            return row

    def close(self) -> None:
        self._db.close()
        os.close(self._lock)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_finished(folder: Path) -> Ledger:
    """The ledger of a build whose programs have their splits, for reading: others may read it at the same time. Raises
    `DataError` where there is none, or where a build is at work."""
    if not (folder / LEDGER_NAME).is_file():
        raise DataError(f"{folder} holds no build: there is no {LEDGER_NAME}. Run `ecode data build-times` first.")
    ledger = Ledger(folder, reading=True)
    if not any(ledger.select("SELECT 1 FROM programs WHERE split != '' LIMIT 1")):
        ledger.close()
        raise DataError(f"The build in {folder} is not finished: run its `ecode data build-times` again.")
    return ledger


def _digest(problem: Problem) -> str:
    """Of what decides about a program: tests, checker and limits."""
    hasher = hashlib.sha256(repr((problem.checker, problem.limits)).encode())
    for test in (*problem.samples, *problem.secret):
        for part in (test.name.encode(), test.input, test.output or b"\0none"):
            hasher.update(len(part).to_bytes(8, "little") + part)
    return hasher.hexdigest()


def _row(values: Sequence[Any]) -> Row:
    named = dict(zip((field.name for field in fields(Row)), values, strict=True))
    stored = {key: json.loads(named[key] or "{}") for key in ("result", "variants")}
    return Row(**{**named, **stored})


def _take_lock(folder: Path, kind: int) -> int:
    """An advisory lock, of one writer or many readers, that the kernel takes back however the process ends."""
    lock = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        owner = os.pread(lock, 100, 0).decode("ascii", "replace").strip() or "unknown"
        os.close(lock)
        raise DataError(
            f"Another build or reader (process {owner}) is at work in {folder}: wait for it, or use another --out."
        ) from None
    os.ftruncate(lock, 0)
    os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
    return lock


def _problem_record(problem: Problem) -> dict[str, Any]:
    statement: Statement = problem.statement
    checker = asdict(problem.checker) | {
        "validator": str(problem.checker.validator.resolve()) if problem.checker.validator else ""
    }
    return {
        "name": problem.name,
        "statement": asdict(statement),
        "difficulty": problem.difficulty,
        "tags": list(problem.tags),
        "source": problem.source,
        "license": problem.license,
        "checker": checker,
        "limits": asdict(problem.limits),
    }
