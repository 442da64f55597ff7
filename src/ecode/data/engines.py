"""Who measures programs: the local pool. An engine takes tasks lazily and gives results as they come."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Protocol

from ecode.data.measure import Bench, MeasureConfig, Measurement
from ecode.data.nodes import node_factor
from ecode.errors import UsageError
from ecode.machine import fingerprint
from ecode.records import TestSuite


@dataclass(frozen=True, slots=True)
class Task:
    """A program to measure; `seq` is its place in the ledger."""

    seq: int
    problem_id: str
    code: str


@dataclass(frozen=True, slots=True)
class TaskResult:
    """What came of a task, and on which machine."""

    seq: int
    measurement: Measurement
    machine: str
    node_factor: float


class Engine(Protocol):
    """Measures many programs. `suite_of` gives a problem's tests; it is called in the caller's thread only."""

    def measure_all(self, tasks: Iterable[Task], suite_of: Callable[[str], TestSuite]) -> Iterator[TaskResult]: ...

    def close(self) -> None: ...


class LocalEngine:
    """`workers` benches on this machine, each with a thread of its own that waits for its sandboxes."""

    def __init__(self, config: MeasureConfig, workers: int = 2) -> None:
        if workers < 1:
            raise UsageError(f"A build needs at least one worker, not {workers}.")
        self._benches: queue.SimpleQueue[Bench] = queue.SimpleQueue()
        self._all = [Bench(config) for _ in range(workers)]
        for bench in self._all:
            self._benches.put(bench)
        self._window = 2 * workers  # tasks taken ahead of time, so that no worker waits and memory stays flat
        self._pool = ThreadPoolExecutor(workers)
        self.machine = str(fingerprint(self._all[0].python_version))
        self.node_factor = node_factor(self._all[0])

    def measure_all(self, tasks: Iterable[Task], suite_of: Callable[[str], TestSuite]) -> Iterator[TaskResult]:
        """Results in the order in which they are ready."""
        suites = SuiteCache(suite_of)
        running: set[Future[TaskResult]] = set()
        try:
            for task in tasks:
                running.add(self._pool.submit(self._measure, task, suites.get(task.problem_id)))
                if len(running) >= self._window:
                    done, running = wait(running, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        finally:
            for future in running:
                future.cancel()

    def _measure(self, task: Task, suite: TestSuite) -> TaskResult:
        bench = self._benches.get()
        try:
            measurement = bench.measure(task.code, suite)
        finally:
            self._benches.put(bench)
        return TaskResult(task.seq, measurement, self.machine, self.node_factor)

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        for bench in self._all:
            bench.close()


class SuiteCache:
    """The tests of the few problems at hand; programs come problem by problem."""

    def __init__(self, suite_of: Callable[[str], TestSuite], size: int = 4) -> None:
        self._suite_of = suite_of
        self._size = size
        self._kept: dict[str, TestSuite] = {}

    def get(self, problem_id: str) -> TestSuite:
        if problem_id not in self._kept:
            if len(self._kept) >= self._size:
                self._kept.pop(next(iter(self._kept)))
            self._kept[problem_id] = self._suite_of(problem_id)
        return self._kept[problem_id]
