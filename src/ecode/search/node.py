"""A correct program on the way to a faster one, and the steps that led to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ecode.search.interfaces import Change

LINE_COST = 0.002
"""What a line more than the original has is worth: a change that adds 50 lines must make the program 10 % faster."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change on the way from the original, with the means to make it again."""

    change: Change
    apply: Callable[[str], str | None] | None


@dataclass(frozen=True, slots=True)
class Node:
    """A correct program, its screened time over the timed tests, and how many lines longer than the original it is."""

    source: str
    steps: tuple[Step, ...]
    time_ns: float
    growth: int = 0

    @property
    def changes(self) -> tuple[Change, ...]:
        return tuple(step.change for step in self.steps)

    @property
    def cost(self) -> float:
        """What the search minimises: time, and a little for length, so that the diff stays worth reading."""
        return self.time_ns * (1 + LINE_COST * max(0, self.growth))


def line_count(source: str) -> int:
    return len(source.splitlines())


def replay(source: str, steps: Sequence[Step]) -> str | None:
    """Make the steps' changes to `source` again, without those that no longer fit; None where one cannot be made."""
    for step in steps:
        if step.apply is None:
            return None
        source = step.apply(source) or source
    return source
