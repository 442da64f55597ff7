"""What a page is made of: plain frozen records that go to JSON and back. Units stand in the names.

The keys that `ecode optimize --json` promises (`outcome`, `ratio`, `program`, ...) are among those of `as_dict`, so one
file serves scripts and pages alike.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

REPORT_VERSION = 1
"""1: the first. A reader takes its own version and older ones; unknown keys of the same version are ignored."""

IMPROVED, NO_IMPROVEMENT = "improved", "no_improvement"


@dataclass(frozen=True, slots=True)
class ChangeMade:
    """One change of the winner. `share` is the part of the saved time it earned, 0 to 1, where that was measured."""

    name: str
    reason: str
    speculative: bool = True
    share: float | None = None


@dataclass(frozen=True, slots=True)
class CandidateTried:
    """One program that was tried; `changes` are the names of what was done to the original, in order."""

    changes: tuple[str, ...]
    fate: str
    detail: str = ""
    screen_ns: int | None = None
    memory_bytes: int = 0
    source: str = ""
    predicted_ns: int | None = None


@dataclass(frozen=True, slots=True)
class TestRow:
    """One test, run once with each program. None where that program did not get so far."""

    __test__ = False  # keeps pytest from collecting the class

    name: str
    verdict_before: str | None
    verdict_after: str | None
    before_ns: int | None
    after_ns: int | None
    memory_before_bytes: int = 0
    memory_after_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Race:
    """The final race: paired call times of one pass over the timed tests, and what follows from them."""

    answer: str
    ratio: float
    low: float
    high: float
    p_value: float
    a_ns: tuple[int, ...]
    b_ns: tuple[int, ...]
    a_memory_bytes: int = 0
    b_memory_bytes: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class ScalingPoint:
    size: float
    before_ns: float
    after_ns: float


@dataclass(frozen=True, slots=True)
class Scaling:
    """Times of both programs on inputs of growing size; `unit` says what the size counts."""

    unit: str
    points: tuple[ScalingPoint, ...]


@dataclass(frozen=True, slots=True)
class WhatWasChecked:
    """Mirrors what the search says of its own checks."""

    tests: int
    hidden_inputs: int
    checker: str
    oracle: bool
    timed_tests: tuple[str, ...] = ()
    oracle_tests: int = 0


@dataclass(frozen=True, slots=True)
class MachineUsed:
    cpu: str
    cores: int
    memory_bytes: int
    kernel: str
    python: str


@dataclass(frozen=True, slots=True)
class ReportData:
    """Everything a page says of one optimisation. `command` are the words that reproduce it, the program first."""

    name: str
    outcome: str
    original: str
    program: str
    checked: WhatWasChecked
    machine: MachineUsed
    seconds: float
    changes: tuple[ChangeMade, ...] = ()
    candidates: tuple[CandidateTried, ...] = ()
    race: Race | None = None
    tests: tuple[TestRow, ...] = ()
    scaling: Scaling | None = None
    note: str = ""
    command: tuple[str, ...] = ()
    ecode_version: str = ""
    created: str = ""
    warm: bool = False
    warnings: tuple[str, ...] = ()

    @property
    def improved(self) -> bool:
        return self.outcome == IMPROVED

    def as_dict(self) -> dict[str, object]:
        """Plain data, with the ratio of the final race at the top where scripts look for it."""
        race = self.race
        return {
            "report_version": REPORT_VERSION,
            "ratio": race.ratio if race and self.improved else 1.0,
            "low": race.low if race else 1.0,
            "high": race.high if race else 1.0,
            "pairs": len(race.a_ns) if race else 0,
            **asdict(self),
        }
