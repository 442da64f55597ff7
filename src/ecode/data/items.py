"""What an importer finds in a published dataset: problems, submissions, measured pairs and times, and broken rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ecode.records import Problem


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """A problem with its identity in the dataset. Comes before the submissions that name it. `held_out` ones are never
    trained on, whatever their dates."""

    id: str
    problem: Problem
    held_out: bool = False


@dataclass(frozen=True, slots=True)
class Submission:
    """A program somebody wrote for a problem. Times and memory are those the source reports, None where it has none.

    `submitted_at` is ISO 8601 in UTC (`2021-03-04T05:06:07Z` or a date), empty where unknown. `role` is what the source
    takes it for: `label` (its fastest), `fast`, `slow`, or empty.
    """

    id: str
    problem_id: str
    code: str
    source: str
    license: str
    origin: str
    """File, and line or row, for messages."""
    submitted_at: str = ""
    verdict: str = ""
    role: str = ""
    reported_time_us: float | None = None
    reported_memory_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class PublishedPair:
    """A slow program and a faster one, with the times their source gives."""

    id: str
    problem_id: str
    slow_code: str
    fast_code: str
    source: str
    license: str
    origin: str
    slow_time_us: float | None = None
    fast_time_us: float | None = None
    alternatives: tuple[str, ...] = ()
    split: str = ""


@dataclass(frozen=True, slots=True)
class PublishedTime:
    """A program with the execution time its source gives."""

    id: str
    problem_id: str
    code: str
    time_us: float
    source: str
    license: str
    origin: str
    variant: str = "ori"
    split: str = ""


@dataclass(frozen=True, slots=True)
class BadRow:
    """Something that could not be read: where, and why. Counted and reported, never fatal."""

    origin: str
    reason: str


Item = SourceProblem | Submission | PublishedPair | PublishedTime | BadRow


class Importer(Protocol):
    """Reads one published layout. `read` streams: it never holds more than one problem's files in memory."""

    name: str
    """As in `--format NAME`."""
    layout: str
    """One line that says what it reads."""

    def recognises(self, path: Path) -> bool:
        """Whether `path` looks like this layout; cheap, never raises."""
        ...

    def read(self, path: Path) -> Iterator[Item]:
        """Everything at `path`, in a fixed order. Raises `DataError` only where there is nothing of the kind at all."""
        ...
