"""What is raced: two programs that both pass, and the tests on which either spends its time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ecode.errors import UsageError
from ecode.judge.run import Judge
from ecode.judge.timing import calibrate
from ecode.judge.worker import Worker
from ecode.records import JudgeReport, TestCase, TestSuite, Verdict
from ecode.search.verify import prepare


@dataclass(frozen=True, slots=True)
class Both:
    """Two programs that pass the same tests, with their reports."""

    given: TestSuite
    reports: tuple[JudgeReport, JudgeReport]


def prepare_both(judge: Judge, suite: TestSuite, a: tuple[str, str], b: tuple[str, str]) -> Both:
    """Both (name, source) must pass the tests (where there are no outputs, A is the oracle): else there is no race.

    Raises `UsageError` naming the program and its first failure.
    """
    verifier = prepare(judge, a[1], suite, (), name=a[0], purpose="compared")
    verifier = replace(verifier, given=replace(verifier.given, limits=suite.limits))
    with judge.lease() as worker:
        report = verifier.verify_all(worker, b[1])
    if not report.accepted:
        failure = report.first_failure
        where = f" on test {failure.name}" if failure else ""
        problem = "does not compile" if report.verdict is Verdict.CE else f"is not correct{where} ({report.verdict})"
        raise UsageError(f"{b[0]} {problem}: {report.feedback}")
    return Both(verifier.given, (verifier.baseline, report))


def timed_tests(
    worker: Worker, suite: TestSuite, *reports: JudgeReport, most: int = 20, enough_ns: float = 5e8
) -> list[TestCase]:
    """The tests that time is spent on: of every report the heaviest, as few as hold 80 % of its time or half a second.

    With the reports of both programs of a comparison, a test on which only the second is slow is timed too.
    """
    floor = calibrate(worker).median_ns
    chosen: dict[str, None] = {}
    for report in reports:
        costs = {result.name: max(0.0, result.cpu_ns - floor) for result in report.tests}
        chosen |= dict.fromkeys(_heaviest(costs, most, enough_ns))
    by_name = {test.name: test for test in suite.tests}
    return [by_name[name] for name in chosen]


def _heaviest(costs: dict[str, float], most: int, enough_ns: float) -> list[str]:
    names = sorted(costs, key=lambda name: -costs[name])[:most]
    wanted, held = min(0.8 * sum(costs.values()), enough_ns), 0.0
    for number, name in enumerate(names, 1):
        held += costs[name]
        if held >= wanted:
            return names[:number]
    return names
