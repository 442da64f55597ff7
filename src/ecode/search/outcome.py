"""What an optimisation found, tried and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ecode.judge.compare import Comparison
from ecode.search.interfaces import Change
from ecode.search.scaling import SizePoint

Fate = Literal["kept", "copy", "wrong", "failed", "too_slow", "too_much_memory", "no_gain", "untested"]
CORRECT: tuple[Fate, ...] = ("kept", "too_slow", "too_much_memory", "no_gain")
"""The fates of programs that passed every test."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One program that was tried, what it changed, and what became of it.

    `screen_ns` is one quick measurement on the timed tests, good for choosing and never for claiming; `predicted_ns`
    stands in for it where the program does not run and a predictor was at hand.
    """

    source: str
    changes: tuple[Change, ...]
    fate: Fate
    detail: str = ""
    screen_ns: int | None = None
    memory_bytes: int = 0
    predicted_ns: int | None = None

    @property
    def correct(self) -> bool:
        return self.fate in CORRECT


@dataclass(frozen=True, slots=True)
class Checked:
    """What the answer rests on, so that it says what was not looked at as well."""

    tests: int
    hidden_inputs: int
    checker: str
    oracle: bool
    """True where the original program's own output was the expected one."""
    timed_tests: tuple[str, ...]
    oracle_tests: int = 0
    """How many of the tests had no expected output of their own."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of `optimize`. `program` is the original where nothing significantly faster was found.

    `final` is the race of the winner against the original on fresh samples; ratio and interval come from it alone.
    """

    improved: bool
    original: str
    program: str
    changes: tuple[Change, ...]
    final: Comparison | None
    candidates: tuple[Candidate, ...]
    checked: Checked
    seconds: float
    note: str = ""
    scaling: tuple[SizePoint, ...] = ()
    """Both programs' times on inputs of growing size, where such could be made."""
    shares: Mapping[str, float] = field(default_factory=dict)
    """Change -> part of the saved time that it earned, where that could be measured."""

    @property
    def ratio(self) -> float:
        return self.final.ratio if self.improved and self.final else 1.0
