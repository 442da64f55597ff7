"""What is measured of a winner after the answer: how the gain grows with the input, and what each change earned."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

from ecode.judge.worker import Worker
from ecode.records import TestSuite
from ecode.search.attribution import earned_shares
from ecode.search.hidden.sizes import sized_inputs
from ecode.search.node import Node
from ecode.search.outcome import Outcome
from ecode.search.rounds import Search
from ecode.search.scaling import Differs, scaling_curve
from ecode.search.screen import screen

_SHARE = 0.1  # of the budget, for each of the two


def with_evidence(search: Search, outcome: Outcome, winner: Node, tests: TestSuite) -> Outcome:
    """The outcome with its curve and shares. An input of another size on which the winner differs undoes it."""
    sized = sized_inputs([test.input for test in tests.tests], search.timed[0].input, seed=search.config.seed)
    with search.judge.lease() as worker:
        try:
            points = scaling_curve(
                worker,
                outcome.original,
                outcome.program,
                sized,
                check=search.verifier.check,
                limits=tests.limits,
                seconds=_SHARE * search.config.budget_s,
                warm=search.config.warm,
            )
        except Differs as difference:
            note = f"the best candidate differs from the original on {difference}"
            return replace(outcome, improved=False, program=outcome.original, changes=(), note=note)
        return replace(outcome, scaling=points, shares=_shares(search, worker, winner, tests))


def _shares(search: Search, worker: Worker, winner: Node, tests: TestSuite) -> Mapping[str, float]:
    deadline = time.monotonic() + _SHARE * search.config.budget_s

    def time_of(source: str) -> float | None:
        if time.monotonic() > deadline:
            return None
        result = screen(
            worker,
            search.original.source,
            source,
            search.timed,
            check=search.verifier.check,
            base_ns=search.original.time_ns,
            limits=tests.limits,
            warm=search.config.warm,
            cut_off=2.0,
        )
        return None if result.failure else 1 / result.ratio

    return earned_shares(search.original.source, winner, time_of)
