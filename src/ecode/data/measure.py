"""One program measured: judged on its tests, timed on some of them, and watched for answers that change.

Each repeat runs in another sandbox, with a hash seed, an address layout and a random state of its own. So the repeats
that give the time also show whether the program's output depends on any of these; no extra runs are needed for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean, median, quantiles
from typing import Any

from ecode.errors import JudgeFault
from ecode.judge.checkers import make_checker
from ecode.judge.interpreter import find_interpreter
from ecode.judge.preload import imported_modules
from ecode.judge.run import Check, test_result
from ecode.judge.sandbox import SandboxConfig
from ecode.judge.timing import Floor, calibrate
from ecode.judge.validator import ValidatorChecker
from ecode.judge.worker import CompileError, Session, Stdin, Worker
from ecode.records import Limits, RawRun, TestCase, TestSuite, Verdict

MEASURED, FAILED, NONDETERMINISTIC, UNSTABLE, FAULT = "measured", "fails_io", "nondeterministic", "unstable", "fault"


@dataclass(frozen=True, slots=True)
class MeasureConfig:
    """`timed_tests` of a problem's tests are timed, `repeats` fresh processes each; all of them are judged.

    `select` takes the `largest` inputs or ones `spread` over all sizes (the largest among them). Once a program has
    used `budget_s` seconds of CPU time, it gets no further repeats, but never fewer than two.
    """

    timed_tests: int = 5
    repeats: int = 5
    select: str = "largest"
    warm: bool = False
    budget_s: float = 30.0
    time_limit_s: float | None = None
    backend: str = "bubblewrap"
    python: str | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """What came of a program. `samples_us[t][r]` is the call time of repeat r on timed test t, in microseconds."""

    status: str
    reason: str = ""
    tests: tuple[str, ...] = ()
    samples_us: tuple[tuple[float, ...], ...] = ()
    below_floor: int = 0
    memory_bytes: int = 0

    @property
    def test_times_us(self) -> list[float]:
        return [median(samples) for samples in self.samples_us]

    @property
    def time_us(self) -> float:
        """Mean over the tests of the per-test median call time."""
        return mean(self.test_times_us)

    @property
    def repeat_times_us(self) -> list[float]:
        """Mean over the tests of each repeat."""
        return [mean(column) for column in zip(*self.samples_us, strict=True)]

    @property
    def spread(self) -> float:
        """Half the interquartile range of the repeats' times over their median (0 where all are 0)."""
        times = self.repeat_times_us
        centre = median(times)
        if len(times) < 2 or centre == 0:
            return 0.0
        low, _, high = quantiles(times, n=4, method="inclusive")
        return (high - low) / 2 / centre

    def as_dict(self) -> dict[str, Any]:
        """The columns of the times table that come from measuring."""
        rounded = [[round(sample, 3) for sample in samples] for samples in self.samples_us]
        return {
            "tests": len(self.tests),
            "time_us": round(self.time_us, 3),
            "test_times_us": [round(time, 3) for time in self.test_times_us],
            "samples_us": rounded,
            "spread": round(self.spread, 5),
            "below_floor": self.below_floor,
            "memory_bytes": self.memory_bytes,
        }


class Bench:
    """The sandboxes that one program at a time is measured in: one for each repeat, each with another hash seed."""

    def __init__(self, config: MeasureConfig) -> None:
        self.config = config
        interpreter = find_interpreter(Path(config.python) if config.python else None)
        self.python_version = interpreter.version_text
        with ExitStack() as on_failure:
            self._workers = [
                on_failure.enter_context(Worker(SandboxConfig(interpreter, config.backend, hash_seed=seed)))
                for seed in range(max(2, config.repeats))
            ]
            self._stack = on_failure.pop_all()
        self._checks: dict[str, Check] = {}

    def measure(self, code: str, suite: TestSuite) -> Measurement:
        """Judge and time a program. Never raises for what the program does."""
        source = code.encode("utf-8", "surrogatepass")
        if self.config.time_limit_s is not None:
            suite = replace(suite, limits=replace(suite.limits, cpu_s=self.config.time_limit_s))
        timed = choose_tests(suite.tests, self.config.timed_tests, self.config.select)
        try:
            return _Trial(self, source, suite, timed).measurement()
        except _Rejected as rejected:
            return Measurement(rejected.status, rejected.reason)
        except CompileError as error:
            return Measurement(FAILED, f"{Verdict.CE}: {error}")
        except JudgeFault as error:
            return Measurement(FAULT, str(error))

    @contextmanager
    def open(self, repeat: int, source: bytes, limits: Limits) -> Iterator[tuple[Session, Floor]]:
        worker = self._workers[repeat % len(self._workers)]
        preload = imported_modules(source) if self.config.warm else ()
        floor = calibrate(worker, preload)
        with worker.open(source, limits=limits, preload=preload) as session:
            yield session, floor

    def check(self, suite: TestSuite) -> Check:
        """The suite's checker; a package's own validator runs in a sandbox that is kept for the problem."""
        if suite.checker.kind != "validator":
            return make_checker(suite.checker)
        key = str(suite.checker.validator)
        if key not in self._checks:
            self._checks.clear()
            self._checks[key] = ValidatorChecker(suite.checker, self._workers[0].config)
        return self._checks[key]

    def close(self) -> None:
        self._stack.close()

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Rejected(Exception):
    """The program is not measured further; says as what and why."""

    def __init__(self, status: str, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class _Trial:
    """The runs of one program, as they come in."""

    def __init__(self, bench: Bench, source: bytes, suite: TestSuite, timed: Sequence[int]) -> None:
        self._bench = bench
        self._source = source
        self._suite = suite
        self._timed = timed
        self._samples: dict[int, list[float]] = {number: [] for number in timed}
        self._outputs: dict[int, bytes] = {}
        self._used_ns = 0
        self._memory = 0
        self._resolution_us = 0.0

    def measurement(self) -> Measurement:
        config = self._bench.config
        self._judge()
        for repeat in range(1, max(2, config.repeats)):
            if repeat >= 2 and self._used_ns > config.budget_s * 1e9:
                break
            self._repeat(repeat)
        samples = tuple(tuple(self._samples[number]) for number in self._timed)
        below = sum(median(values) < self._resolution_us for values in samples)
        names = tuple(self._suite.tests[number].name for number in self._timed)
        return Measurement(MEASURED, "", names, samples, below, self._memory)

    def _judge(self) -> None:
        """The first repeat: all tests, their outputs compared with the expected ones."""
        check = self._bench.check(self._suite)
        with self._bench.open(0, self._source, self._suite.limits) as (session, floor):
            self._resolution_us = floor.resolution_ns / 1e3
            for number, test in enumerate(self._suite.tests):
                run = self._run(session, test)
                result = test_result(test, run, self._suite.limits, check)
                if result.verdict is Verdict.JF:
                    raise _Rejected(FAULT, result.feedback)
                if result.verdict is not Verdict.AC:
                    raise _Rejected(FAILED, f"{result.verdict} on {test.name}: {result.feedback}"[:300])
                if number in self._samples:
                    self._keep(number, run, floor)
                    self._outputs[number] = hashlib.sha256(run.stdout).digest()

    def _repeat(self, repeat: int) -> None:
        with self._bench.open(repeat, self._source, self._suite.limits) as (session, floor):
            for number in self._timed:
                test = self._suite.tests[number]
                run = self._run(session, test)
                if run.status == "judge_fault":
                    raise _Rejected(FAULT, run.detail)
                if run.status != "exited" or run.code != 0:
                    raise _Rejected(UNSTABLE, f"{test.name}: ended normally once, then {run.status} {run.code}")
                if hashlib.sha256(run.stdout).digest() != self._outputs[number]:
                    raise _Rejected(NONDETERMINISTIC, f"{test.name}: printed something else in another run")
                self._keep(number, run, floor)

    def _run(self, session: Session, test: TestCase) -> RawRun:
        with Stdin(test.input) as stdin:
            run = session.run(stdin, self._suite.limits)
        self._used_ns += run.cpu_ns
        self._memory = max(self._memory, run.memory_bytes)
        return run

    def _keep(self, number: int, run: RawRun, floor: Floor) -> None:
        self._samples[number].append(max(0.0, run.cpu_ns - floor.median_ns) / 1e3)


def choose_tests(tests: Sequence[TestCase], count: int, select: str) -> list[int]:
    """Indices of the tests to time, in their own order: the `largest` inputs, or `spread` evenly over the sizes."""
    by_size = sorted(range(len(tests)), key=lambda number: (len(tests[number].input), number))
    if len(by_size) <= count:
        return sorted(by_size)
    if select == "largest":
        return sorted(by_size[-count:])
    last = len(by_size) - 1
    return sorted({by_size[round(step * last / (count - 1))] for step in range(count)} if count > 1 else {by_size[-1]})
