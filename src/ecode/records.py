"""The frozen records that travel between the parts. Units stand in the names; imports nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Verdict(StrEnum):
    """What the judge says of one test or one program."""

    AC = "AC"  # accepted
    WA = "WA"  # wrong answer
    TLE = "TLE"  # time limit exceeded
    MLE = "MLE"  # memory limit exceeded
    OLE = "OLE"  # output limit exceeded
    RTE = "RTE"  # run-time error: an uncaught exception, a non-zero exit or a signal
    CE = "CE"  # does not parse or compile
    JF = "JF"  # judge fault: our own, never blamed on the program


@dataclass(frozen=True, slots=True)
class TestCase:
    """One input and, where known, the expected output."""

    __test__ = False  # keeps pytest from collecting the class

    name: str
    input: bytes
    output: bytes | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What a program may use in one run. CPU and wall time in seconds, memory and output in bytes."""

    cpu_s: float = 10.0
    wall_s: float | None = None
    """Wall-clock limit; None means 3 times the CPU limit plus 2 s (a busy machine is not the program's fault)."""
    memory_bytes: int = 1 << 30
    output_bytes: int = 64 << 20

    @property
    def effective_wall_s(self) -> float:
        return self.wall_s if self.wall_s is not None else 3 * self.cpu_s + 2


@dataclass(frozen=True, slots=True)
class CheckerSpec:
    """How an output is compared with the expected one: `exact`, `tokens`, `floats`, `unordered` or `validator`.

    `absolute` and `relative` are the tolerances of `floats`; `validator` is a folder or file with the
    package's own output validator.
    """

    kind: str = "tokens"
    absolute: float = 1e-6
    relative: float = 1e-6
    case_sensitive: bool = True
    validator: Path | None = None


@dataclass(frozen=True, slots=True)
class TestSuite:
    """Tests with the way to judge them. `origin` is the path they came from, for messages."""

    __test__ = False

    tests: tuple[TestCase, ...]
    checker: CheckerSpec = field(default_factory=CheckerSpec)
    limits: Limits = field(default_factory=Limits)
    origin: str = ""


SECTIONS = ("title", "body", "input", "output", "samples")


@dataclass(frozen=True, slots=True)
class Statement:
    """A problem statement in the five sections that the E-code experts read (`SECTIONS`)."""

    title: str = ""
    body: str = ""
    input: str = ""
    output: str = ""
    samples: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem package read from disk: statement, samples, secret tests, submissions by kind."""

    name: str
    statement: Statement
    samples: tuple[TestCase, ...]
    secret: tuple[TestCase, ...]
    checker: CheckerSpec
    limits: Limits
    difficulty: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    license: str = ""
    submissions: dict[str, tuple[Path, ...]] = field(default_factory=dict)
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class RawRun:
    """What one execution did, as seen from outside of it. Nothing here was reported by the program itself.

    `status` is `exited`, `signaled`, `cpu_limit`, `wall_limit`, `compile_error` or `judge_fault`; `code` is the exit
    status or the signal. `cpu_ns` is the call time of DESIGN section 5: the process's CPU time less its start mark,
    not yet less the calibrated floor.
    """

    status: str
    code: int
    cpu_ns: int
    wall_ns: int
    memory_bytes: int
    stdout: bytes
    stderr: bytes
    output_limited: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TestResult:
    """The verdict of one test, with what was measured. `got` is kept only for tests that failed."""

    __test__ = False

    name: str
    verdict: Verdict
    cpu_ns: int = 0
    wall_ns: int = 0
    memory_bytes: int = 0
    feedback: str = ""
    got: bytes | None = None


@dataclass(frozen=True, slots=True)
class JudgeReport:
    """The verdict of a program (that of its first failed test) and one entry for every test that ran."""

    verdict: Verdict
    tests: tuple[TestResult, ...]
    feedback: str = ""

    @property
    def accepted(self) -> bool:
        return self.verdict is Verdict.AC

    @property
    def first_failure(self) -> TestResult | None:
        return next((test for test in self.tests if test.verdict is not Verdict.AC), None)
