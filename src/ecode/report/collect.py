"""From the objects of a finished optimisation to the plain record that a page is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ecode.judge.compare import Comparison
from ecode.machine import Machine
from ecode.records import JudgeReport, TestResult
from ecode.report.data import (
    IMPROVED,
    NO_IMPROVEMENT,
    CandidateTried,
    ChangeMade,
    MachineUsed,
    Race,
    ReportData,
    Scaling,
    ScalingPoint,
    TestRow,
    WhatWasChecked,
)
from ecode.search.outcome import Candidate, Checked, Outcome


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds an outcome: the program's name, the command that was given, machine, versions, warnings."""

    name: str
    machine: Machine
    command: Sequence[str] = ()
    ecode_version: str = ""
    created: str = ""
    warm: bool = False
    warnings: Sequence[str] = ()


def report_of(
    outcome: Outcome,
    setting: Setting,
    reports: tuple[JudgeReport, JudgeReport] | None = None,
) -> ReportData:
    """The record of `outcome`. `reports` are original and winner over all tests."""
    return ReportData(
        name=setting.name,
        outcome=IMPROVED if outcome.improved else NO_IMPROVEMENT,
        original=outcome.original,
        program=outcome.program,
        checked=_checked(outcome.checked),
        machine=_machine(setting.machine),
        seconds=outcome.seconds,
        changes=_changes(outcome),
        candidates=tuple(_candidate(candidate) for candidate in outcome.candidates),
        race=_race(outcome.final) if outcome.final else None,
        tests=_tests(*reports) if reports else (),
        scaling=_scaling(outcome),
        note=outcome.note,
        command=tuple(setting.command),
        ecode_version=setting.ecode_version,
        created=setting.created,
        warm=setting.warm,
        warnings=tuple(setting.warnings),
    )


def _changes(outcome: Outcome) -> tuple[ChangeMade, ...]:
    """Each once: a rewrite that fitted in several places was one change to the reader."""
    made = dict.fromkeys(outcome.changes)
    return tuple(ChangeMade(c.name, c.reason, c.speculative, outcome.shares.get(c.name)) for c in made)


def _scaling(outcome: Outcome) -> Scaling | None:
    points = tuple(ScalingPoint(point.size, point.original_ns, point.winner_ns) for point in outcome.scaling)
    return Scaling("bytes of input", points) if points else None


def _candidate(tried: Candidate) -> CandidateTried:
    names = tuple(change.name for change in tried.changes)
    return CandidateTried(
        names, tried.fate, tried.detail, tried.screen_ns, tried.memory_bytes, tried.source, tried.predicted_ns
    )


def _checked(checked: Checked) -> WhatWasChecked:
    return WhatWasChecked(
        checked.tests,
        checked.hidden_inputs,
        checked.checker,
        checked.oracle,
        tuple(checked.timed_tests),
        checked.oracle_tests,
    )


def _machine(machine: Machine) -> MachineUsed:
    return MachineUsed(machine.cpu, machine.cores, machine.memory_bytes, machine.kernel, machine.python)


def _race(final: Comparison) -> Race:
    return Race(
        final.answer,
        final.ratio,
        final.low,
        final.high,
        final.p_value,
        tuple(final.a_ns),
        tuple(final.b_ns),
        final.a_memory_bytes,
        final.b_memory_bytes,
        final.note,
    )


def _tests(before: JudgeReport, after: JudgeReport) -> tuple[TestRow, ...]:
    """Side by side; the shorter report is that of a program that failed early."""
    return tuple(_test(old, new) for old, new in zip_longest(before.tests, after.tests))


def _test(old: TestResult | None, new: TestResult | None) -> TestRow:
    known = old or new
    return TestRow(
        name=known.name if known else "",
        verdict_before=str(old.verdict) if old else None,
        verdict_after=str(new.verdict) if new else None,
        before_ns=old.cpu_ns if old else None,
        after_ns=new.cpu_ns if new else None,
        memory_before_bytes=old.memory_bytes if old else 0,
        memory_after_bytes=new.memory_bytes if new else 0,
    )
