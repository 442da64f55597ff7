"""The corpus as a stream of problems and submissions, for `ecode.data` to measure."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import partial
from random import Random

from ecode.corpus.kernel import kernels
from ecode.corpus.problem import LICENSE, SOURCE, SyntheticProblem, synthesise
from ecode.corpus.slower import with_slower_versions
from ecode.data.items import Item, SourceProblem, Submission
from ecode.data.parallel import parallel_map
from ecode.errors import UsageError

_HELD_OUT = 5  # one kernel in five, chosen by its name alone
_EVERY = 6  # one problem in so many is made of them


def held_out(name: str) -> bool:
    """Whether a kernel is kept for testing: by a hash of its name, so that new kernels change nothing for old ones."""
    return zlib.crc32(name.encode()) % _HELD_OUT == 0


def some_kernels(count: int | None) -> list[str]:
    """`count` names, chosen by their hashes (None: all), in the order of the library.

    Raises `UsageError` where none of them, or all of them, would be held out.
    """
    names = list(kernels())
    wanted = len(names) if count is None else max(0, count)
    chosen = sorted(names, key=lambda name: zlib.crc32(f"some/{name}".encode()))[:wanted]
    if len(set(map(held_out, chosen))) < 2:
        raise UsageError(f"{count} kernels are too few: some must be seen, others held out.")
    return [name for name in names if name in chosen]


def corpus_items(
    seed: int,
    problems: Sequence[int],
    programs: int = 12,
    slower: int = 2,
    processes: int = 1,
    some: int | None = None,
) -> Iterator[Item]:
    """Problems by number, made of `some` of the kernels (None: all), each followed by its programs and by slower
    versions of `slower` of them.

    One problem in six is made of held-out kernels only and marked so.
    """
    for items in parallel_map(partial(_problem, seed, programs, slower, some_kernels(some)), problems, processes):
        yield from items


def _problem(seed: int, programs: int, slower: int, names: Sequence[str], number: int) -> list[Item]:
    unseen = number % _EVERY == _EVERY - 1
    pool = [kernels()[name] for name in names if held_out(name) == unseen]
    items = list(problem_items(synthesise(seed, number, pool, programs), unseen))
    chosen = Random(f"{seed}/{number}/slower").sample(items[1:], min(slower, programs))
    extra = [item for item in with_slower_versions(chosen, 1, seed) if item not in chosen]
    return [*items, *extra]


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
