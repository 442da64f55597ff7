"""How long a program takes: call times from fresh forks, less the calibrated floor.

The call time (DESIGN section 5) is the CPU time of the program's process, from the kernel's books after it ended, less
the mark taken just before its first line and less what an empty program costs in the same place. A repeat is always a
fresh process: a program has nothing to remember an earlier answer by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from statistics import median
from weakref import WeakKeyDictionary

from ecode.errors import JudgeFault
from ecode.judge.preload import imported_modules
from ecode.judge.worker import Session, Stdin, Worker
from ecode.records import Limits, RawRun, TestCase
from ecode.stats import mad

_FLOOR_RUNS = 31
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Floor:
    """What an empty program costs on a worker. A time below `resolution_ns` says no more than that it is short."""

    median_ns: float
    resolution_ns: float


@dataclass(frozen=True, slots=True)
class TestTiming:
    """Raw samples of one test. `samples_ns` are call times less the floor; the sums of several tests may mix freely."""

    __test__ = False

    name: str
    samples_ns: tuple[int, ...]
    wall_ns: tuple[int, ...]
    memory_bytes: int
    below_floor: bool

    @property
    def median_ns(self) -> float:
        return median(self.samples_ns)


@dataclass(frozen=True, slots=True)
class Timing:
    """The call times of one program on its tests. `mode` is cold (own imports included) or warm."""

    tests: tuple[TestTiming, ...]
    floor: Floor
    mode: str
    untimed: tuple[str, ...] = field(default=())
    """Tests that gave no number (`name: why`): the program was stopped or broke in every try."""

    @property
    def total_ns(self) -> float:
        """Sum of the tests' median call times."""
        return sum(test.median_ns for test in self.tests)

    @property
    def memory_bytes(self) -> int:
        return max((test.memory_bytes for test in self.tests), default=0)


_FLOORS: WeakKeyDictionary[Worker, dict[tuple[str, ...], Floor]] = WeakKeyDictionary()


class TimedProgram:
    """A program held open on a worker, ready to be run on any of some inputs, as often as needed."""

    def __init__(self, session: Session, inputs: Sequence[Stdin], limits: Limits, floor: Floor) -> None:
        self._session = session
        self._inputs = inputs
        self._limits = limits
        self.floor = floor

    def run(self, test: int, limits: Limits | None = None) -> RawRun:
        """One run on input number `test`; raises `JudgeFault` for a fault of ours."""
        for _ in range(_TRIES):
            run = self._session.run(self._inputs[test], limits or self._limits)
            if run.status != "judge_fault":
                return run
        raise JudgeFault(f"The program could not be run for timing: {run.detail}")

    def net_ns(self, run: RawRun) -> int:
        """Call time less the floor, never below zero."""
        return max(0, run.cpu_ns - round(self.floor.median_ns))


@contextmanager
def open_timed(
    worker: Worker, sources: Sequence[bytes], inputs: Sequence[bytes], *, limits: Limits, warm: bool = False
) -> Iterator[list[TimedProgram]]:
    """Open several programs on one worker, side by side, with shared inputs."""
    with ExitStack() as stack:
        stdins = [stack.enter_context(Stdin(content)) for content in inputs]
        programs = []
        for source in sources:
            preload = imported_modules(source) if warm else ()
            floor = calibrate(worker, preload)
            session = stack.enter_context(worker.open(source, limits=limits, preload=preload))
            programs.append(TimedProgram(session, stdins, limits, floor))
        yield programs


def calibrate(worker: Worker, preload: Sequence[str] = ()) -> Floor:
    """The floor of this worker, measured once for each set of preloaded modules."""
    floors = _FLOORS.setdefault(worker, {})
    key = tuple(preload)
    if key not in floors:
        limits = Limits(cpu_s=5)
        with worker.open(b"", limits=limits, preload=preload) as session, Stdin(b"") as nothing:
            samples = [session.run(nothing, limits).cpu_ns for _ in range(_FLOOR_RUNS)]
        floors[key] = Floor(median(samples), max(3 * mad(samples), 0.1 * median(samples)))
    return floors[key]


def time_program(
    worker: Worker,
    source: bytes,
    tests: Sequence[TestCase],
    *,
    repeats: int = 5,
    warm: bool = False,
    limits: Limits | None = None,
) -> Timing:
    """Call times of `source` on every test, `repeats` fresh processes each, one after the other over the tests."""
    limits = limits or Limits()
    runs: dict[int, list[RawRun]] = {}
    untimed: dict[int, str] = {}
    with open_timed(worker, [source], [t.input for t in tests], limits=limits, warm=warm) as (program,):
        for _ in range(repeats):
            for number in range(len(tests)):
                if number not in untimed:
                    run = program.run(number)
                    if run.status == "exited" and run.code == 0:
                        runs.setdefault(number, []).append(run)
                    else:
                        untimed[number] = f"{tests[number].name}: {run.status} {run.code}"
        timed = tuple(
            _test_timing(tests[number].name, program, kept) for number, kept in runs.items() if number not in untimed
        )
    return Timing(timed, program.floor, "warm" if warm else "cold", tuple(untimed.values()))


def _test_timing(name: str, program: TimedProgram, runs: Sequence[RawRun]) -> TestTiming:
    samples = tuple(program.net_ns(run) for run in runs)
    below = median(samples) < program.floor.resolution_ns
    return TestTiming(name, samples, tuple(r.wall_ns for r in runs), max(r.memory_bytes for r in runs), below)
