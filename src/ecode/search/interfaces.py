"""What the search asks of its parts. Models and rewrites match these without being imported here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Change:
    """One step from the original to a candidate: who made it, and one sentence why it is faster.

    `speculative` is False where the change keeps the output on every input; otherwise it rests on what was tried.
    """

    name: str
    reason: str
    speculative: bool = True


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate: a whole program said to do the same as the one it was made from.

    `apply` makes the same change to another program (None where it does not fit), which lets the search combine
    changes and take single ones back out. A proposer of whole programs, such as a language model, leaves it None.
    `parts` are smaller versions of the change, tried when the whole one fails a test.
    """

    source: str
    change: Change
    apply: Callable[[str], str | None] | None = None
    parts: Callable[[], Sequence[Proposal]] | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What a proposer gets to see: the program to improve and, where there is one, its problem statement.

    `feedback` holds the programs tried in earlier rounds, with what became of them.
    """

    source: str
    statement: str = ""
    feedback: tuple[tuple[str, str], ...] = ()


class Proposer(Protocol):
    """Anybody who proposes candidates. One that sets `learns = True` is asked again with what became of its proposals,
    also after a round that brought nothing."""

    @property
    def name(self) -> str: ...

    def propose(self, request: Request) -> Iterable[Proposal]: ...


class Ranker(Protocol):
    """Says how long programs will take, also those that do not run: which candidates to try first."""

    def predict(self, sources: Sequence[str], inputs: Sequence[bytes]) -> Sequence[float]:
        """For each source the predicted time of one pass over the inputs, in nanoseconds of some machine."""
        ...
