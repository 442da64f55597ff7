"""The same measuring on a Ray cluster: one judge actor for each core, tasks of a lost node given to the others.

Needs the extra `[ray]` on every node, with ecode and bubblewrap installed there. Each actor calibrates its node against
the reference workload, and every row carries that factor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ecode.data.engines import Task, TaskResult
from ecode.data.measure import Bench, MeasureConfig
from ecode.data.nodes import node_factor
from ecode.errors import JudgeFault, UsageError
from ecode.machine import fingerprint
from ecode.records import TestSuite

_AHEAD = 2  # tasks given to an actor at a time, so that it never waits for the driver
_SUITES_KEPT = 16


class BenchActor:
    """Lives on a node of the cluster and measures one program at a time there."""

    def __init__(self, config: MeasureConfig) -> None:
        self._bench = Bench(config)
        self._machine = str(fingerprint(self._bench.python_version))
        self._factor = node_factor(self._bench)

    def measure(self, task: Task, suite: TestSuite) -> TaskResult:
        return TaskResult(task.seq, self._bench.measure(task.code, suite), self._machine, self._factor)


class RayEngine:
    """Measures on all cores of a Ray cluster (`address`: that of a running one; without, one is found or started).

    A node that goes away takes its actors with it; their tasks are measured again elsewhere. Raises `JudgeFault` when
    no actor is left.
    """

    def __init__(self, config: MeasureConfig, address: str | None = None) -> None:
        self._ray = _ray()
        self._started = not self._ray.is_initialized()
        if self._started:
            self._ray.init(address=address, log_to_driver=False, logging_level="error")
        cores = int(self._ray.cluster_resources().get("CPU", 1))
        actor = self._ray.remote(num_cpus=1, scheduling_strategy="SPREAD")(BenchActor)
        self._actors: list[Any] = [actor.remote(config) for _ in range(max(1, cores))]

    def measure_all(self, tasks: Iterable[Task], suite_of: Callable[[str], TestSuite]) -> Iterator[TaskResult]:
        """Results in the order in which they are ready; every task gives exactly one."""
        todo = iter(tasks)
        again: list[Task] = []
        suites: dict[str, Any] = {}
        running: dict[Any, tuple[Task, Any]] = {}
        load = dict.fromkeys(self._actors, 0)
        while True:
            for actor in [a for a in load for _ in range(_AHEAD - load[a])]:
                task = again.pop() if again else next(todo, None)
                if task is None:
                    break
                reference = actor.measure.remote(task, self._suite(suites, task.problem_id, suite_of))
                running[reference] = (task, actor)
                load[actor] += 1
            if not running:
                return
            ready, _ = self._ray.wait(list(running), num_returns=1)
            task, actor = running.pop(ready[0])
            try:
                result: TaskResult = self._ray.get(ready[0])
            except self._ray.exceptions.RayActorError as error:
                again.append(task)
                load.pop(actor, None)
                if not load:
                    raise JudgeFault(f"No node of the cluster is left to measure on: {error}") from None
                continue
            if actor in load:  # else it went away after this one
                load[actor] -= 1
            yield result

    def _suite(self, suites: dict[str, Any], problem_id: str, suite_of: Callable[[str], TestSuite]) -> Any:
        """The tests in the cluster's object store; only the latest few problems' are held there."""
        if problem_id not in suites:
            if len(suites) >= _SUITES_KEPT:
                suites.pop(next(iter(suites)))
            suites[problem_id] = self._ray.put(suite_of(problem_id))
        return suites[problem_id]

    def close(self) -> None:
        for actor in self._actors:
            self._ray.kill(actor)
        if self._started:
            self._ray.shutdown()


def _ray() -> Any:
    try:
        import ray
        import ray.exceptions
    except ImportError:
        raise UsageError('The engine "ray" needs Ray: pip install "ecode-lm[ray]"') from None
    return ray
