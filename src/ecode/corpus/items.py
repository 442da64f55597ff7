"""The corpus as a stream of problems and submissions, for `ecode.data` to measure."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import partial

from ecode.corpus.kernel import kernels
from ecode.corpus.problem import LICENSE, SOURCE, SyntheticProblem, synthesise
from ecode.data.items import Item, SourceProblem, Submission
from ecode.data.parallel import parallel_map

_HELD_OUT = 5  # one kernel in five, chosen by its name alone
_EVERY = 6  # one problem in so many is made of them


def held_out(name: str) -> bool:
    """Whether a kernel is kept for testing: by a hash of its name, so that new kernels change nothing for old ones."""
    return zlib.crc32(name.encode()) % _HELD_OUT == 0


def corpus_items(seed: int, problems: Sequence[int], programs: int = 12, processes: int = 1) -> Iterator[Item]:
    """Problems by number, each followed by its programs. One in six is made of held-out kernels only and marked so."""
    for made, unseen in parallel_map(partial(_synthesise, seed, programs), problems, processes):
        yield from problem_items(made, unseen)


def _synthesise(seed: int, programs: int, number: int) -> tuple[SyntheticProblem, bool]:
    unseen = number % _EVERY == _EVERY - 1
    pool = [kernel for name, kernel in kernels().items() if held_out(name) == unseen]
    return synthesise(seed, number, pool, programs), unseen


def problem_items(made: SyntheticProblem, unseen: bool = False) -> Iterator[Item]:
    """A synthetic problem as items."""
    yield SourceProblem(made.id, made.problem, held_out=unseen)
    for number, program in enumerate(made.programs):
        yield Submission(
            id=f"{made.id}/{number:02d}",
            problem_id=made.id,
            code=program.code,
            source=SOURCE,
            license=LICENSE,
            origin=f"{made.id}, program {number}",
            submitted_at=program.submitted_at,
            role=program.skill if program.skill != "mixed" else "",
        )
