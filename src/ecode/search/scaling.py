"""How the times of original and winner grow with the input: so that "faster" is known to hold where it matters."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from ecode.judge.run import Check
from ecode.judge.timing import TimedProgram, open_timed
from ecode.judge.worker import Worker
from ecode.records import Limits, RawRun, TestCase
from ecode.search.hidden.sizes import SizedInput

_REPEATS = 3


@dataclass(frozen=True, slots=True)
class SizePoint:
    """Least call time of a few runs on one input; `size` is its length in bytes."""

    size: int
    original_ns: int
    winner_ns: int


class Differs(Exception):
    """The winner prints something else than the original on an input that was made; says on which."""


def scaling_curve(
    worker: Worker,
    original: str,
    winner: str,
    inputs: Sequence[SizedInput],
    *,
    check: Check,
    limits: Limits,
    seconds: float,
    warm: bool = False,
) -> tuple[SizePoint, ...]:
    """Points by ascending size, as many as fit into `seconds`; none where a program stops or breaks on one.

    Times that cannot be told from an empty program's are left out. Raises `Differs`.
    """
    started = time.monotonic()
    points: list[SizePoint] = []
    contents = [each.content for each in inputs]
    sources = [original.encode(), winner.encode()]
    with open_timed(worker, sources, contents, limits=limits, warm=warm) as programs:
        for number, sized in enumerate(inputs):
            began = time.monotonic()
            times = _least(programs, number, sized, check)
            if times is None:
                return tuple(points)
            floor = max(program.floor.resolution_ns for program in programs)
            if min(times) > floor:
                points.append(SizePoint(sized.size, *times))
            now = time.monotonic()
            if 2 * (now - began) > seconds - (now - started):  # the next one is about twice as large
                break
    return tuple(points)


def _least(programs: Sequence[TimedProgram], number: int, sized: SizedInput, check: Check) -> tuple[int, int] | None:
    """Least times of original and winner, run in turn; None where one does not end normally."""
    samples: tuple[list[int], list[int]] = ([], [])
    for _ in range(_REPEATS):
        runs = [program.run(number) for program in programs]
        if any(run.status != "exited" or run.code != 0 for run in runs):
            return None
        if sized.made and not _alike(runs, sized.content, check):
            raise Differs(f"an input of {sized.size} bytes")
        for side, (program, run) in enumerate(zip(programs, runs, strict=True)):
            samples[side].append(program.net_ns(run))
    return min(samples[0]), min(samples[1])


def _alike(runs: Sequence[RawRun], content: bytes, check: Check) -> bool:
    original, winner = runs
    return check(TestCase("size", content, original.stdout), winner.stdout).accepted
