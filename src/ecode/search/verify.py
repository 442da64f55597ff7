"""Tests a candidate: the given tests first, then hidden inputs on which the original is the oracle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from ecode.errors import DataError, UsageError
from ecode.judge.run import Check, Judge, judge_on
from ecode.judge.worker import CompileError, Worker
from ecode.records import JudgeReport, Limits, RawRun, TestCase, TestResult, TestSuite, Verdict

_LIMIT_FACTOR = 1.5  # a candidate that needs this many times the original's longest run is not worth waiting for
_LEAST_CPU_S = 0.25


_HIDDEN_CPU_S = 1.0  # the original may take so long on a hidden input, or as long as on its slowest test
_CHEAP_NS, _DEAR_NS = 1e9, 3e9  # how much of the original's time the first tests, and more hidden inputs, may take
_FIRST_HIDDEN = 40  # most wrong candidates fall on the first hidden inputs; the others wait for those that are fast


@dataclass(frozen=True, slots=True)
class Verifier:
    """All that a candidate must pass, cheapest first, under limits drawn from what the original needed.

    `costs_ns` is what the original took on each test, given and hidden (those are named so). `oracle_tests` counts
    the given tests whose expected output is what the original printed.
    """

    given: TestSuite
    hidden: tuple[TestCase, ...]
    check: Check
    baseline: JudgeReport
    oracle: bool
    costs_ns: dict[str, int]
    oracle_tests: int = 0

    def stages(self, timed: Sequence[TestCase]) -> Stages:
        """All tests but the timed ones (which screening looks at), in the order in which they are worth running."""
        names = {test.name for test in timed}
        given = [test for test in self.given.tests if test.name not in names]
        first = self.hidden[:: -(-len(self.hidden) // _FIRST_HIDDEN) or 1]
        cheap = self._affordable(self._by_cost([*given, *first]), _CHEAP_NS)
        rest = [test for test in self._by_cost([*given, *self.hidden]) if test not in cheap]
        hidden = self._affordable([test for test in rest if test in self.hidden], _DEAR_NS)
        dear = [test for test in rest if test in hidden or test not in self.hidden]
        return Stages(cheap, dear, [test for test in rest if test not in dear])

    def _by_cost(self, tests: Sequence[TestCase]) -> list[TestCase]:
        return sorted(tests, key=lambda test: self.costs_ns[test.name])

    def _affordable(self, tests: Sequence[TestCase], budget_ns: float) -> list[TestCase]:
        """As many from the front as the original runs in that time."""
        spent = accumulate(self.costs_ns[test.name] for test in tests)
        return [test for test, total in zip(tests, spent, strict=True) if total <= budget_ns]

    def verify(self, worker: Worker, source: str, tests: Sequence[TestCase]) -> JudgeReport:
        """AC, or the report of the first test that failed."""
        if not tests:
            return JudgeReport(Verdict.AC, ())
        return judge_on(worker, source.encode(), replace(self.given, tests=tuple(tests)), self.check, stop_early=True)

    def verify_all(self, worker: Worker, source: str) -> JudgeReport:
        """Every test there is, given and hidden."""
        return self.verify(worker, source, [*self.given.tests, *self.hidden])


@dataclass(frozen=True, slots=True)
class Stages:
    """What a candidate is tested on: before it is screened, after it was found fast enough, and as the winner."""

    cheap: Sequence[TestCase]
    dear: Sequence[TestCase]
    last: Sequence[TestCase]


def prepare(
    judge: Judge,
    source: str,
    suite: TestSuite,
    hidden_inputs: Sequence[bytes],
    hidden_budget_s: float = math.inf,
    *,
    name: str = "The program",
    purpose: str = "optimised",
) -> Verifier:
    """Judge the original, fill in expected outputs where it is the oracle, and set the candidates' limits.

    Hidden inputs are used as long as the original needs no more than `hidden_budget_s` seconds for them. `name` and
    `purpose` are what messages call the program and what it was to be.

    Raises `UsageError` when the original fails its own tests (it says which, with expected and got), does not compile,
    or prints something else every time.
    """
    oracle_tests = sum(test.output is None for test in suite.tests)
    if oracle_tests:
        suite = _with_oracle_outputs(judge, source, suite, name)
    check = judge.make_check(suite.checker)
    baseline = judge.judge(source, suite, stop_early=True)
    if not baseline.accepted:
        raise UsageError(_failed_message(baseline, suite, source, name, purpose))
    times = {result.name: result.cpu_ns for result in baseline.tests}
    slowest_s = max(times.values()) / 1e9
    limits = replace(suite.limits, cpu_s=min(suite.limits.cpu_s, max(_LEAST_CPU_S, _LIMIT_FACTOR * slowest_s)))
    cheapest_first = tuple(sorted(suite.tests, key=lambda test: times[test.name]))
    given = replace(suite, tests=cheapest_first, limits=limits)
    quick = candidate_limits(limits, max(_HIDDEN_CPU_S, slowest_s))
    hidden, hidden_times = _hidden_tests(judge, source, hidden_inputs, quick, hidden_budget_s)
    return Verifier(given, hidden, check, baseline, oracle_tests > 0, times | hidden_times, oracle_tests)


def _with_oracle_outputs(judge: Judge, source: str, suite: TestSuite, name: str) -> TestSuite:
    """The tests with what the original prints; it must end normally and print the same twice."""
    inputs = [test.input for test in suite.tests]
    try:
        first, second = (judge.run(source, inputs, suite.limits) for _ in range(2))
    except CompileError as error:
        raise UsageError(f"{name} does not compile: {error}") from error
    tests = []
    for test, run, again in zip(suite.tests, first, second, strict=True):
        if _failed(run):
            raise UsageError(_crash_message(name, test.name, run, source))
        if test.output is None and run.stdout != again.stdout:
            raise DataError(
                f"{name} prints something else every time it runs (on input {test.name}), so its own output "
                "cannot be the expected one. Give tests with expected outputs."
            )
        tests.append(test if test.output is not None else TestCase(test.name, test.input, run.stdout))
    return replace(suite, tests=tuple(tests))


def _hidden_tests(
    judge: Judge, source: str, inputs: Sequence[bytes], limits: Limits, budget_s: float
) -> tuple[tuple[TestCase, ...], dict[str, int]]:
    """Inputs on which the original ends normally within the limits, with what it prints, and its time on each; as many
    as the budget allows."""
    runs = judge.run(source, inputs, limits, budget_s=budget_s) if inputs else []
    good = [(content, run) for content, run in zip(inputs, runs, strict=False) if not _failed(run)]
    tests = tuple(TestCase(f"hidden-{number}", content, run.stdout) for number, (content, run) in enumerate(good, 1))
    return tests, {test.name: run.cpu_ns for test, (_, run) in zip(tests, good, strict=True)}


def _failed(run: RawRun) -> bool:
    return run.status != "exited" or run.code != 0 or run.output_limited


def _failed_message(report: JudgeReport, suite: TestSuite, source: str, name: str, purpose: str) -> str:
    failure = report.first_failure
    if failure is None:
        problem = "does not compile" if report.verdict is Verdict.CE else f"could not be judged ({report.verdict})"
        return f"{name} {problem}: {report.feedback}"
    lines = [f"{name} fails its own test {failure.name} ({failure.verdict}): {failure.feedback}"]
    test = next(test for test in suite.tests if test.name == failure.name)
    if failure.verdict is Verdict.WA:
        lines += [f"  expected: {shown(test.output or b'')}", f"  got:      {shown(failure.got or b'')}"]
    lines.append(_hint(failure, source) or f"Only a program that passes its tests can be {purpose}.")
    return "\n".join(lines)


def _crash_message(program: str, name: str, run: RawRun, source: str) -> str:
    last = run.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or [f"{run.status} {run.code}"]
    result = TestResult(name, Verdict.RTE, feedback=last[0])
    return f"{program} does not end normally on input {name}: {last[0]}\n{_hint(result, source)}".rstrip()


def _hint(failure: TestResult, source: str) -> str:
    """What to say to somebody whose program needs more than stdin."""
    if "sys.argv" in source and "IndexError" in failure.feedback:
        return "It reads command-line arguments: programs are run with stdin only (not a goal yet)."
    if "FileNotFoundError" in failure.feedback:
        return "It opens a file: programs are run with stdin only, data files are not a goal yet."
    if "ModuleNotFoundError" in failure.feedback:
        return "Give --python the interpreter that has the module (sibling modules are not a goal yet)."
    return ""


def shown(data: bytes, most: int = 200) -> str:
    """As a message shows an input or an output."""
    text = repr(data[:most].decode("utf-8", "replace"))
    return text + (f" ... ({len(data)} bytes)" if len(data) > most else "")


def candidate_limits(limits: Limits, cpu_s: float) -> Limits:
    """`limits` with another CPU limit (and the wall limit that follows from it)."""
    return replace(limits, cpu_s=cpu_s, wall_s=None)
