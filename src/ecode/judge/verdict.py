"""From what a run did to its verdict. Pure; the order of precedence is one tuple."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable

from ecode.errors import JudgeFault
from ecode.judge.checkers import CheckResult
from ecode.records import Limits, RawRun, Verdict

Check = Callable[[bytes], CheckResult]

_RAN = ("exited", "signaled")
_STOPPED = ("cpu_limit", "wall_limit")
_PROGRAM_LINE = re.compile(r'File "program\.py", line (\d+)')
_MEMORY_ERRORS = ("MemoryError", "_ArrayMemoryError")  # the second is numpy's
_STDERR_TAIL_BYTES = 64 << 10
_FEEDBACK_CHARS = 200


def verdict_of(run: RawRun, limits: Limits, check: Check | None) -> tuple[Verdict, str]:
    """The verdict of one run and what to tell about it; the first rule of `PRECEDENCE` that applies decides.

    `check` compares the output with the expected one; None where none is known, and then a clean run is accepted.
    A check that fails as a `JudgeFault` makes the verdict JF.
    """
    try:
        for verdict, rule in PRECEDENCE:
            feedback = rule(run, limits, check)
            if feedback is not None:
                return verdict, feedback
    except JudgeFault as fault:
        return Verdict.JF, str(fault)
    return Verdict.AC, ""


def _judge_fault(run: RawRun, limits: Limits, check: Check | None) -> str | None:
    if run.status == "judge_fault":
        return run.detail or "the judge failed"
    if run.status not in (*_RAN, *_STOPPED, "compile_error"):
        return f"the judge reported an unknown status {run.status!r}"
    return None


def _compile_error(run: RawRun, limits: Limits, check: Check | None) -> str | None:
    return (run.detail or _last_line(run) or "does not compile") if run.status == "compile_error" else None


def _time_limit(run: RawRun, limits: Limits, check: Check | None) -> str | None:
    if run.status == "wall_limit":
        return f"still running after {run.wall_ns / 1e9:.3g} s (wall-clock limit {limits.effective_wall_s:g} s)"
    if run.status == "cpu_limit" or run.cpu_ns > limits.cpu_s * 1e9:
        return f"used {run.cpu_ns / 1e9:.3g} s of CPU time (limit {limits.cpu_s:g} s)"
    return None


def _memory_limit(run: RawRun, limits: Limits, check: Check | None) -> str | None:
    limit = f"(limit {limits.memory_bytes / 2**20:.0f} MiB)"
    if run.memory_bytes > limits.memory_bytes:
        return f"used {run.memory_bytes / 2**20:.0f} MiB {limit}"
    name = _last_line(run).partition(":")[0].rpartition(".")[2]
    if _failed(run) and name in _MEMORY_ERRORS:
        return f"{_place(run)}MemoryError {limit}"
    return None


def _output_limit(run: RawRun, limits: Limits, check: Check | None) -> str | None:
    if run.output_limited or len(run.stdout) > limits.output_bytes:
        return f"printed more than {limits.output_bytes / 2**20:.3g} MiB"
    return None


def _run_time_error(run: RawRun, limits: Limits, check: Check | None) -> str | None:
    if not _failed(run):
        return None
    said = _last_line(run)
    if run.status == "signaled":
        return f"killed by {_signal_name(run.code)}" + (f": {said}" if said else "")
    if "Traceback (most recent call last)" in _stderr(run):
        return f"{_place(run)}{said}"
    return f"exit status {run.code}" + (f": {said}" if said else "")


def _wrong_answer(run: RawRun, limits: Limits, check: Check | None) -> str | None:
    result = CheckResult(True) if check is None else check(run.stdout)
    return None if result.accepted else result.feedback


def _accepted(run: RawRun, limits: Limits, check: Check | None) -> str | None:
    return ""


Rule = Callable[[RawRun, Limits, Check | None], str | None]
PRECEDENCE: tuple[tuple[Verdict, Rule], ...] = (
    (Verdict.JF, _judge_fault),
    (Verdict.CE, _compile_error),
    (Verdict.TLE, _time_limit),
    (Verdict.MLE, _memory_limit),
    (Verdict.OLE, _output_limit),
    (Verdict.RTE, _run_time_error),
    (Verdict.WA, _wrong_answer),
    (Verdict.AC, _accepted),
)
"""Which verdict wins where several apply, with its rule: None where it does not apply, otherwise the feedback."""


def _failed(run: RawRun) -> bool:
    return run.status == "signaled" or (run.status == "exited" and run.code != 0)


def _stderr(run: RawRun) -> str:
    return run.stderr[-_STDERR_TAIL_BYTES:].decode("utf-8", "backslashreplace")


def _last_line(run: RawRun) -> str:
    lines = _stderr(run).strip().splitlines()
    last = "".join(char if char.isprintable() else "?" for char in lines[-1].strip()) if lines else ""
    return last if len(last) <= _FEEDBACK_CHARS else last[:_FEEDBACK_CHARS] + "..."


def _place(run: RawRun) -> str:
    """`line 12: `, the program's own line that is deepest in the traceback; empty where none is named."""
    numbers = _PROGRAM_LINE.findall(_stderr(run))
    return f"line {numbers[-1]}: " if numbers else ""


def _signal_name(number: int) -> str:
    try:
        known = signal.Signals(number)
    except ValueError:
        return f"signal {number}"
    described = signal.strsignal(number)
    return f"{known.name} ({described.lower()})" if described else known.name
