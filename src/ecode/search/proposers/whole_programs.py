"""A proposer of whole programs: a model, or anybody else who answers a program and its statement with programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ecode.search.interfaces import Change, Proposal, Request

Answering = Callable[[str, str], Iterable[str]]
"""answer(source, statement) -> programs, the likeliest first."""


@dataclass(frozen=True, slots=True)
class WholePrograms:
    """Satisfies `search.interfaces.Proposer`."""

    name: str
    reason: str
    answer: Answering

    def propose(self, request: Request) -> Iterator[Proposal]:
        for number, code in enumerate(self.answer(request.source, request.statement), 1):
            yield Proposal(code, Change(f"{self.name}-{number}", self.reason))
