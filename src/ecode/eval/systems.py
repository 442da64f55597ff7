"""Systems made of the search: what `ecode optimize` returns for a task, with proposers of one's choice."""

from __future__ import annotations

from collections.abc import Sequence

from ecode.errors import UsageError
from ecode.eval.results import Proposed
from ecode.eval.tasks import Task
from ecode.formats import join_statement
from ecode.judge.run import Judge
from ecode.search.config import OptimizeConfig
from ecode.search.interfaces import Proposer
from ecode.search.optimize import optimize


class Searching:
    """One candidate for each task: the outcome of a search with these proposers, nothing where it found nothing."""

    def __init__(self, judge: Judge, proposers: Sequence[Proposer], budget_s: float = 60.0) -> None:
        self._judge, self._proposers = judge, proposers
        self._config = OptimizeConfig(budget_s=budget_s)

    def __call__(self, tasks: Sequence[Task]) -> list[list[Proposed]]:
        return [[self._searched(task)] for task in tasks]

    def _searched(self, task: Task) -> Proposed:
        statement = join_statement(task.statement)
        try:
            outcome = optimize(
                self._judge, task.code, task.suite, self._config, proposers=self._proposers, statement=statement
            )
        except UsageError as error:  # the slow program fails its own tests
            return Proposed("", str(error))
        return Proposed(outcome.program) if outcome.improved else Proposed("", "no improvement found")
