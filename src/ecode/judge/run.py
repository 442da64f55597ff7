"""`Judge`: a pool of sandboxed workers, and the verdict of a program over its tests."""

from __future__ import annotations

import math
import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from ecode.errors import JudgeFault, UsageError
from ecode.judge.checkers import CheckResult, make_checker
from ecode.judge.interpreter import Interpreter, find_interpreter
from ecode.judge.preload import imported_modules
from ecode.judge.sandbox import SandboxConfig
from ecode.judge.scratch import sweep
from ecode.judge.validator import ValidatorChecker
from ecode.judge.verdict import verdict_of
from ecode.judge.worker import CompileError, Session, Stdin, Worker, WorkerDied
from ecode.records import CheckerSpec, JudgeReport, Limits, RawRun, TestCase, TestResult, TestSuite, Verdict

Check = Callable[[TestCase, bytes], CheckResult]
_MOST_WORKERS = 256
_ATTEMPTS = 3  # a fault of ours is tried again before it is reported


class Judge:
    """Runs untrusted programs on tests, `workers` at a time, each in a sandbox of its own.

    with Judge(workers=2) as judge:
        report = judge.judge(source, tests)

    Safe to call from several threads: each call leases a worker. Raises `ToolchainMissing` when the sandbox cannot be
    built here (`ecode doctor` says why).
    """

    def __init__(
        self,
        workers: int = 1,
        *,
        backend: str = "bubblewrap",
        python: str | Path | None = None,
        hash_seed: int = 0,
    ) -> None:
        if not 1 <= workers <= _MOST_WORKERS:
            raise UsageError(f"A judge needs between 1 and {_MOST_WORKERS} workers, not {workers}.")
        sweep()
        self.interpreter: Interpreter = find_interpreter(python)
        self.config = SandboxConfig(self.interpreter, backend, hash_seed)
        self.size = workers
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        self._all: list[Worker] = []
        self._lock = threading.Lock()
        self._idle.put(self._add_worker())  # the first one now, so that a broken sandbox is reported at once

    def _add_worker(self) -> Worker:
        worker = Worker(self.config)
        self._all.append(worker)
        return worker

    @contextmanager
    def lease(self) -> Iterator[Worker]:
        """A worker for this thread alone; waits for one where all are busy."""
        try:
            worker = self._idle.get_nowait()
        except queue.Empty:
            with self._lock:
                worker = self._add_worker() if len(self._all) < self.size else None  # type: ignore[assignment]
            worker = worker or self._idle.get()
        try:
            yield worker
        finally:
            self._idle.put(worker)

    def judge(
        self,
        source: str | bytes,
        tests: TestSuite | Sequence[TestCase],
        *,
        checker: CheckerSpec | None = None,
        limits: Limits | None = None,
        stop_early: bool = True,
    ) -> JudgeReport:
        """Run `source` on the tests in order and compare what it prints; stops at the first failure unless told not to.

        A test without expected output is accepted when the program ends normally. Never raises for what a program
        does; a fault of the judge is the verdict JF.
        """
        suite = as_suite(tests, checker, limits)
        check = self.make_check(suite.checker)
        for attempt in range(_ATTEMPTS):
            with self.lease() as worker:
                report = judge_on(worker, _as_bytes(source), suite, check, stop_early)
            if report.verdict is not Verdict.JF or attempt == _ATTEMPTS - 1:
                break
        return report

    def judge_many(
        self, programs: Iterable[tuple[str | bytes, TestSuite]], *, stop_early: bool = True
    ) -> Iterator[JudgeReport]:
        """Judge (source, tests) pairs on all workers at once; reports come in the order of the programs."""
        with ThreadPoolExecutor(self.size) as pool:
            yield from pool.map(lambda item: self.judge(item[0], item[1], stop_early=stop_early), programs)

    def run(
        self,
        source: str | bytes,
        inputs: Sequence[bytes],
        limits: Limits | None = None,
        *,
        budget_s: float = math.inf,
    ) -> list[RawRun]:
        """The raw runs of a program on inputs: what an oracle printed. Raises `CompileError`.

        Stops early, with fewer runs than inputs, once they have used `budget_s` seconds of CPU time.
        """
        limits = limits or Limits()
        with self.lease() as worker:
            return run_on(worker, _as_bytes(source), inputs, limits, budget_s)

    def make_check(self, spec: CheckerSpec) -> Check:
        if spec.kind == "validator":
            return ValidatorChecker(spec, self.config)
        return make_checker(spec)

    def close(self) -> None:
        for worker in self._all:
            worker.close()

    def __enter__(self) -> Judge:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def as_suite(
    tests: TestSuite | Sequence[TestCase], checker: CheckerSpec | None = None, limits: Limits | None = None
) -> TestSuite:
    """Tests in any form as a suite, with its checker and limits replaced where others are given."""
    suite = tests if isinstance(tests, TestSuite) else TestSuite(tuple(tests))
    if not suite.tests:
        raise UsageError("There are no tests to judge by.")
    return TestSuite(suite.tests, checker or suite.checker, limits or suite.limits, suite.origin)


def run_on(
    worker: Worker, source: bytes, inputs: Sequence[bytes], limits: Limits, budget_s: float = math.inf
) -> list[RawRun]:
    runs: list[RawRun] = []
    with worker.open(source, limits=limits, preload=imported_modules(source)) as session:
        for content in inputs:
            with Stdin(content) as stdin:
                runs.append(session.run(stdin, limits))
            if sum(run.cpu_ns for run in runs) > budget_s * 1e9:
                break
    return runs


def judge_on(worker: Worker, source: bytes, suite: TestSuite, check: Check, stop_early: bool) -> JudgeReport:
    """Judge on one worker. The next test already runs while the last one's output is compared."""
    try:
        with worker.open(source, limits=suite.limits, preload=imported_modules(source)) as session:
            results = tuple(_run_tests(session, suite, check, stop_early))
    except CompileError as error:
        return JudgeReport(Verdict.CE, (), str(error))
    except WorkerDied as error:
        return JudgeReport(Verdict.JF, (), str(error))
    except JudgeFault as error:
        return JudgeReport(Verdict.JF, (), str(error))
    failed = next((result for result in results if result.verdict is not Verdict.AC), None)
    return JudgeReport(failed.verdict if failed else Verdict.AC, results, failed.feedback if failed else "")


def _run_tests(session: Session, suite: TestSuite, check: Check, stop_early: bool) -> Iterator[TestResult]:
    tests = list(suite.tests)
    with Stdin(tests[0].input) as first:
        session.submit(first, suite.limits)
    for position, test in enumerate(tests):
        run = session.collect()
        if position + 1 < len(tests):
            with Stdin(tests[position + 1].input) as following:
                session.submit(following, suite.limits)
        result = test_result(test, run, suite.limits, check)
        yield result
        if stop_early and result.verdict is not Verdict.AC:
            return


def test_result(test: TestCase, run: RawRun, limits: Limits, check: Check) -> TestResult:
    """The verdict of one run on one test."""
    compare = None if test.output is None else (lambda got: check(test, got))
    verdict, feedback = verdict_of(run, limits, compare)
    got = None if verdict is Verdict.AC else run.stdout
    return TestResult(test.name, verdict, run.cpu_ns, run.wall_ns, run.memory_bytes, feedback, got)


test_result.__test__ = False  # type: ignore[attr-defined]


def _as_bytes(source: str | bytes) -> bytes:
    return source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
