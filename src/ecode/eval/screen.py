"""Which candidates of a model are handed in: those that pass the tests that the statement shows come first.

Li et al. filter by example tests in this way (AlphaCode, arXiv 2203.07814). The other tests stay unseen.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ecode.eval.results import Proposed
from ecode.eval.tasks import Task
from ecode.judge.run import Judge
from ecode.records import Limits, TestCase, TestSuite

_LIMITS = Limits(cpu_s=2)  # samples are small


def shown_tests(task: Task) -> tuple[TestCase, ...]:
    """The first tests, as long as their input stands among the statement's samples, up to spaces."""
    samples = " ".join(task.statement.get("samples", "").split())

    def is_shown(test: TestCase) -> bool:
        text = " ".join(test.input.decode("utf-8", "replace").split())
        return bool(text) and text in samples

    return tuple(takewhile(is_shown, task.suite.tests))


def screened(judge: Judge, task: Task, candidates: Sequence[Proposed], keep: int) -> list[Proposed]:
    """The first `keep` candidates after those that fail a shown test went to the end; otherwise in their order."""
    suite = TestSuite(shown_tests(task), task.suite.checker, _LIMITS, task.suite.origin)
    if not suite.tests:
        return list(candidates[:keep])
    failed = {
        number
        for number, candidate in enumerate(candidates)
        if not candidate.code or not judge.judge(candidate.code, suite, stop_early=True).accepted
    }
    order = sorted(range(len(candidates)), key=failed.__contains__)
    return [candidates[number] for number in order[:keep]]
