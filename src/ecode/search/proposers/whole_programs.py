"""A proposer of whole programs: a model, or anybody else who answers a program and its statement with programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ecode.search.interfaces import Change, Proposal, Request
from ecode.search.outcome import CORRECT

Answering = Callable[[str, str], Iterable[str]]
"""answer(source, statement) -> programs, the likeliest first."""


class WholePrograms:
    """Satisfies `search.interfaces.Proposer`.

    Not asked again when nothing that it wrote in this search was right: who does not understand a program will not
    understand it any better after a small change, and asking takes time.
    """

    def __init__(self, name: str, reason: str, answer: Answering) -> None:
        self.name = name
        self.reason = reason
        self.answer = answer
        self._written: set[str] = set()

    def propose(self, request: Request) -> Iterator[Proposal]:
        if not request.feedback:  # a new search
            self._written.clear()
        fates = [outcome.split()[0] for source, outcome in request.feedback if source in self._written]
        if fates and not any(fate in CORRECT for fate in fates):
            return
        for number, code in enumerate(self.answer(request.source, request.statement), 1):
            self._written.add(code)
            yield Proposal(code, Change(f"{self.name}-{number}", self.reason))
