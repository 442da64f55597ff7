"""A language model as a proposer of a search."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ecode.errors import ModelError, UsageError
from ecode.llm.answer import parse_answer
from ecode.llm.chat import ChatModel, Completion, Question
from ecode.llm.questions import REPAIRED, improve_question, propose_question, repair_question
from ecode.llm.usage import Usage
from ecode.search.interfaces import Change, Proposal, Request

_KEPT = re.compile(r"kept ([0-9]+(?:\.[0-9]+)?)x")


class LanguageModelProposer:
    """Satisfies `search.interfaces.Proposer`, for one search at a time.

    In the first round it is asked for a faster version of the program (`samples` answers); later it is shown the best
    program so far as well, and up to `repairs` of its own programs that failed, with what the tests said (one answer
    each). A request without feedback starts a new search. No question is asked twice: its answers are remembered.

    Where the model cannot answer its first question, `propose` raises that `ModelError`; a later one only ends its part
    in the search, and stays in `problem`.
    """

    learns = True
    """A round that brought nothing is not the last: what failed can be repaired."""

    def __init__(self, model: ChatModel, *, samples: int = 4, repairs: int = 2) -> None:
        if samples < 1 or repairs < 0:
            raise UsageError(f"A model is asked for at least 1 sample and 0 repairs, not {samples} and {repairs}.")
        self.model, self.samples, self.repairs = model, samples, repairs
        self.problem = ""
        self.fates: Counter[str] = Counter()
        """What its answers were, as `llm.answer` says."""
        self._remembered: dict[Question, list[Completion]] = {}
        self._begin("")

    @property
    def name(self) -> str:
        return self.model.name

    @property
    def usage(self) -> Usage:
        return self.model.usage

    def propose(self, request: Request) -> Iterator[Proposal]:
        if not request.feedback or not self._original:
            self._begin(request.source)
        kind, question = self._main_question(request)
        yield from self._proposals(kind, question, self.samples, request.source)
        for candidate, fate, report in self._failed(request):
            self._repaired.add(candidate)
            question = repair_question(self._original, candidate, fate, report, request.statement)
            yield from self._proposals("repair", question, 1, candidate)

    def summary(self) -> str:
        """One line for people: what was asked, what came back, what it cost."""
        fates = ", ".join(f"{count} {fate}" for fate, count in self.fates.most_common())
        problem = f"; stopped: {self.problem}" if self.problem else ""
        return f"{self.name}: {len(self._remembered)} questions; answers: {fates or 'none'}; {self.usage}{problem}"

    def _begin(self, original: str) -> None:
        self._original = original
        self._written: set[str] = set()
        self._repaired: set[str] = set()
        self.problem = ""

    def _main_question(self, request: Request) -> tuple[str, Question]:
        if request.source == self._original:
            return "propose", propose_question(request.source, request.statement)
        return "improve", improve_question(self._original, request.source, _ratio(request), request.statement)

    def _failed(self, request: Request) -> list[tuple[str, str, str]]:
        """Programs of its own that failed and were not repaired yet, the latest first: with fate and report."""
        found = []
        for source, outcome in request.feedback:
            fate, _, report = outcome.partition(" ")
            if fate in REPAIRED and source in self._written and source not in self._repaired:
                found.append((source, fate, report))
        return found[: self.repairs]

    def _proposals(self, kind: str, question: Question, samples: int, shown: str) -> Iterator[Proposal]:
        for number, completion in enumerate(self._ask(question, samples), 1):
            answer = parse_answer(completion.text, shown, finished=completion.finished)
            self.fates[answer.fate] += 1
            if answer.fate not in ("program", "broken") or answer.code in self._written:
                continue  # broken ones are proposed, too: their time is predicted, and they can be repaired
            self._written.add(answer.code)
            change = Change(f"{self.name} {kind} {number}", f"The language model {self.name} wrote it.")
            yield Proposal(answer.code, change)

    def _ask(self, question: Question, samples: int) -> list[Completion]:
        if question in self._remembered:
            return self._remembered[question]
        if self.problem:
            return []
        try:
            found = list(self.model.ask(question, samples))
        except ModelError as error:
            if not self._remembered:
                raise
            self.problem = str(error)
            return []
        self._remembered[question] = found
        return found


def _ratio(request: Request) -> float | None:
    """How much faster the program to improve is than the one it was made from, as far as the search said."""
    for source, outcome in request.feedback:
        if source == request.source and (kept := _KEPT.match(outcome)):
            return float(kept[1])
    return None
