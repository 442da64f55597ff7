"""What each change of a winner earned: the program after each step, screened beside the original."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ecode.search.node import Node, Step, replay

Timed = Callable[[str], float | None]
"""Time of a program relative to the original's, None where it could not be taken."""


def earned_shares(original: str, winner: Node, time_of: Timed) -> Mapping[str, float]:
    """Change -> part of the saved time that it earned, 0 to 1, in the order in which the changes were made.

    A change that was made at several places counts once. Empty where a step cannot be made again by itself or a time
    is missing; a single change earned all.
    """
    names = list(dict.fromkeys(step.change.name for step in winner.steps))
    if len(names) < 2:
        return dict.fromkeys(names, 1.0)
    sources = _after_each(original, winner.steps)
    times = [1.0, *(time_of(source) for source in sources)] if sources else [None]
    known = [time for time in times if time is not None]
    if len(known) < len(times) or known[-1] >= 1:
        return {}
    shares = dict.fromkeys(names, 0.0)
    for step, before, after in zip(winner.steps, known, known[1:], strict=False):
        shares[step.change.name] += (before - after) / (1 - known[-1])
    return {name: min(1.0, max(0.0, share)) for name, share in shares.items()}


def _after_each(original: str, steps: Sequence[Step]) -> list[str]:
    """The program after the first step, after the first two, ...; empty where one cannot be made again."""
    found = [replay(original, steps[: count + 1]) for count in range(len(steps))]
    return [source for source in found if source is not None] if None not in found else []
