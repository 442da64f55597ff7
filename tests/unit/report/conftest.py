"""One improved and one fruitless optimisation, ordinary and hostile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ecode.judge.compare import Comparison
from ecode.machine import Machine
from ecode.records import JudgeReport, TestResult, Verdict
from ecode.report import ReportData, Setting, report_of
from ecode.search.interfaces import Change
from ecode.search.outcome import Candidate, Checked, Outcome
from ecode.search.scaling import SizePoint

ORIGINAL = (
    "".join(f"line_{n} = {n}\n" for n in range(30))
    + "names = []\nfor n in range(9):\n    names.append(n)\nprint(names)\n"
)
FASTER = ORIGINAL.replace("names = []\nfor n in range(9):\n    names.append(n)\n", "names = list(range(9))\n")
EVIL = "</script><script>alert(1)</script>\" onload='x' \x00\x1b[31m\x7f\u202e\ud800 & <!-- -->]]> `|` @someone #1 http://evil.example\n"
RACE = Comparison(
    "faster", 15.14, 14.16, 16.15, 0.0078, tuple(135_000_000 + 10**6 * n for n in range(8)), tuple(9_000_000 + 10**5 * n for n in range(8)),
    8_998_912, 10_084_352,
)  # fmt: skip


def result(name: str, cpu_ns: int, verdict: Verdict = Verdict.AC) -> TestResult:
    return TestResult(name, verdict, cpu_ns, cpu_ns, 8_998_912)


@pytest.fixture
def outcome() -> Outcome:
    changes = (Change("list-of-range", "One call instead of a loop.", False), Change("model", "It wrote it."))
    tried = (
        Candidate(FASTER, changes, "kept", "3.74x", 9_000_000, 10**7),
        Candidate(ORIGINAL, (), "wrong", "test 2: 5 instead of 6"),
    )
    checked = Checked(3, 40, "tokens", False, ("large/2", "large/1"))
    return Outcome(True, ORIGINAL, FASTER, (*changes, changes[0]), RACE, tried, checked, 9.07)


@pytest.fixture
def setting() -> Setting:
    machine = Machine("Some CPU (R) 2.0", 2, 24 << 30, "6.1.0", "3.11.7")
    return Setting(
        "slow.py", machine, ("ecode", "optimize", "slow.py", "--tests", "a folder"), "0.1.0", "2025-01-02 03:04"
    )


@pytest.fixture
def reports() -> tuple[JudgeReport, JudgeReport]:
    before = JudgeReport(Verdict.AC, (result("1", 400_000), result("2", 13_300_000), result("3", 138_000_000)))
    after = JudgeReport(Verdict.WA, (result("1", 700_000), result("2", 3_000_000, Verdict.WA)))
    return before, after


@pytest.fixture
def improved(outcome: Outcome, setting: Setting, reports: tuple[JudgeReport, JudgeReport]) -> ReportData:
    points = tuple(SizePoint(n, 13 * n * n, 1800 * n) for n in (250, 500, 1000, 2000))
    return report_of(replace(outcome, scaling=points, shares={"list-of-range": 0.75}), setting, reports)


@pytest.fixture
def fruitless(outcome: Outcome, setting: Setting) -> ReportData:
    race = replace(RACE, answer="no_significant_difference", ratio=1.01, low=0.95, high=1.07)
    lost = replace(
        outcome, improved=False, program=ORIGINAL, changes=(), final=race, note="the best candidate did not win"
    )
    return report_of(lost, setting)


@pytest.fixture
def hostile(improved: ReportData) -> ReportData:
    """Every text that comes from outside is an attempt to break out."""
    return replace(
        improved,
        name=EVIL,
        original=EVIL * 3 + ORIGINAL,
        program=ORIGINAL + EVIL * 3,
        note=EVIL,
        created=EVIL,
        ecode_version=EVIL,
        warnings=(EVIL,),
        command=("ecode", EVIL, "```\n# heading"),
        changes=tuple(replace(change, name=EVIL, reason=EVIL) for change in improved.changes),
        candidates=tuple(
            replace(one, changes=(EVIL,), fate=EVIL, detail=EVIL, source=EVIL) for one in improved.candidates
        ),
        tests=tuple(replace(row, name=EVIL, verdict_before=EVIL, verdict_after=EVIL) for row in improved.tests),
        checked=replace(improved.checked, checker=EVIL, timed_tests=(EVIL,)),
        machine=replace(improved.machine, cpu=EVIL, kernel=EVIL, python=EVIL),
        scaling=replace(improved.scaling, unit=EVIL) if improved.scaling else None,
        race=replace(improved.race, note=EVIL) if improved.race else None,
    )
