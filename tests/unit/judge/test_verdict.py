"""The verdict of a run: one table of runs, and the order in which verdicts win."""

from __future__ import annotations

import itertools
import signal
from dataclasses import replace
from typing import Any

import pytest

from ecode.errors import JudgeFault
from ecode.judge.checkers import CheckResult
from ecode.judge.verdict import PRECEDENCE, verdict_of
from ecode.records import Limits, RawRun, Verdict

LIMITS = Limits(cpu_s=2.0, memory_bytes=100 << 20, output_bytes=1 << 20)
CLEAN = RawRun("exited", 0, 1_000_000, 2_000_000, 10 << 20, b"42\n", b"")


def right(got: bytes) -> CheckResult:
    return CheckResult(True)


def wrong(got: bytes) -> CheckResult:
    return CheckResult(False, "expected 1")


def traceback(*lines: str) -> bytes:
    return "\n".join(("Traceback (most recent call last):", *lines, "")).encode()


DIVISION = traceback(
    '  File "program.py", line 9, in <module>',
    "    main()",
    '  File "program.py", line 4, in main',
    '  File "/usr/lib/python3.11/statistics.py", line 77, in mean',
    "ZeroDivisionError: division by zero",
)
NO_MEMORY = traceback('  File "program.py", line 3, in <module>', "MemoryError")
NUMPY_MEMORY = traceback("numpy._core._exceptions._ArrayMemoryError: Unable to allocate 8.0 GiB")

RUNS: list[tuple[str, dict[str, Any], Verdict, str]] = [
    ("clean", {}, Verdict.AC, ""),
    ("noise on stderr", {"stderr": b"MemoryError"}, Verdict.AC, ""),
    ("judge fault", {"status": "judge_fault", "detail": "pipe broke"}, Verdict.JF, "pipe broke"),
    ("silent fault", {"status": "judge_fault"}, Verdict.JF, "the judge failed"),
    ("unknown status", {"status": "odd"}, Verdict.JF, "unknown status 'odd'"),
    ("compile error", {"status": "compile_error", "detail": "line 3: bad"}, Verdict.CE, "line 3: bad"),
    (
        "compile error on stderr",
        {"status": "compile_error", "stderr": b"x\nSyntaxError: y\n"},
        Verdict.CE,
        "SyntaxError: y",
    ),
    ("cpu limit", {"status": "cpu_limit", "cpu_ns": 2_100_000_000}, Verdict.TLE, "used 2.1 s of CPU time (limit 2 s)"),
    ("slow but ended", {"cpu_ns": 2_000_000_001}, Verdict.TLE, "limit 2 s"),
    ("just in time", {"cpu_ns": 2_000_000_000}, Verdict.AC, ""),
    ("wall limit", {"status": "wall_limit", "wall_ns": 8_000_000_000}, Verdict.TLE, "after 8 s (wall-clock limit 8 s)"),
    ("too much memory", {"memory_bytes": 101 << 20}, Verdict.MLE, "used 101 MiB (limit 100 MiB)"),
    ("all the memory", {"memory_bytes": 100 << 20}, Verdict.AC, ""),
    ("MemoryError", {"code": 1, "stderr": NO_MEMORY}, Verdict.MLE, "line 3: MemoryError (limit 100 MiB)"),
    ("numpy's MemoryError", {"code": 1, "stderr": NUMPY_MEMORY}, Verdict.MLE, "MemoryError (limit"),
    ("word in a message", {"code": 1, "stderr": traceback("ValueError: MemoryError")}, Verdict.RTE, "ValueError"),
    ("output cut", {"output_limited": True}, Verdict.OLE, "more than 1 MiB"),
    ("output too long", {"stdout": b"x" * ((1 << 20) + 1)}, Verdict.OLE, "more than 1 MiB"),
    ("longest output", {"stdout": b"x" * (1 << 20)}, Verdict.AC, ""),
    ("exception", {"code": 1, "stderr": DIVISION}, Verdict.RTE, "line 4: ZeroDivisionError: division by zero"),
    ("exit status", {"code": 3}, Verdict.RTE, "exit status 3"),
    ("exit message", {"code": 1, "stderr": b"no such thing\n"}, Verdict.RTE, "exit status 1: no such thing"),
    ("signal", {"status": "signaled", "code": signal.SIGSEGV}, Verdict.RTE, "killed by SIGSEGV (segmentation fault)"),
    ("odd signal", {"status": "signaled", "code": 250}, Verdict.RTE, "killed by signal 250"),
    ("signal after words", {"status": "signaled", "code": 6, "stderr": b"Fatal error"}, Verdict.RTE, "Fatal error"),
]


@pytest.mark.parametrize(("name", "changes", "verdict", "feedback"), RUNS, ids=[row[0] for row in RUNS])
def test_runs(name: str, changes: dict[str, Any], verdict: Verdict, feedback: str) -> None:
    found, said = verdict_of(replace(CLEAN, **changes), LIMITS, right)
    assert found is verdict
    assert feedback in said
    assert bool(said) == (verdict is not Verdict.AC)


def test_wrong_answer() -> None:
    assert verdict_of(CLEAN, LIMITS, wrong) == (Verdict.WA, "expected 1")


def test_no_expected_output() -> None:
    assert verdict_of(CLEAN, LIMITS, None) == (Verdict.AC, "")
    assert verdict_of(replace(CLEAN, code=1), LIMITS, None)[0] is Verdict.RTE


def test_a_check_that_fails_is_our_fault() -> None:
    def broken(got: bytes) -> CheckResult:
        raise JudgeFault("the validator crashed")

    assert verdict_of(CLEAN, LIMITS, broken) == (Verdict.JF, "the validator crashed")


def test_the_check_sees_only_clean_runs() -> None:
    def never(got: bytes) -> CheckResult:
        raise AssertionError("compared the output of a run that failed")

    for changes in ({"code": 1}, {"output_limited": True}, {"status": "cpu_limit"}, {"status": "judge_fault"}):
        assert verdict_of(replace(CLEAN, **changes), LIMITS, never)[0] is not Verdict.AC


SYMPTOMS: dict[Verdict, dict[str, Any]] = {
    Verdict.TLE: {"cpu_ns": 3_000_000_000},
    Verdict.MLE: {"memory_bytes": 200 << 20},
    Verdict.OLE: {"output_limited": True},
    Verdict.RTE: {"code": 1},
}


@pytest.mark.parametrize(("first", "second"), list(itertools.combinations(SYMPTOMS, 2)))
def test_precedence(first: Verdict, second: Verdict) -> None:
    assert verdict_of(replace(CLEAN, **SYMPTOMS[second], **SYMPTOMS[first]), LIMITS, wrong)[0] is first


def test_every_verdict_has_a_rule() -> None:
    order = [verdict for verdict, _ in PRECEDENCE]
    assert order == [Verdict(name) for name in ("JF", "CE", "TLE", "MLE", "OLE", "RTE", "WA", "AC")]


def test_stderr_cannot_flood_the_feedback() -> None:
    stderr = traceback("ValueError: \x1b[2J" + "x" * 1_000_000)
    _, said = verdict_of(replace(CLEAN, code=1, stderr=stderr), LIMITS, right)
    assert len(said) < 300
    assert said.isprintable()
