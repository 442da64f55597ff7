"""Races of borderline pairs, on a judge's worker."""

from __future__ import annotations

from ecode.data.measure import choose_tests
from ecode.judge.compare import Comparison, compare_programs
from ecode.judge.run import Judge
from ecode.records import TestSuite

_TESTS = 5  # the largest inputs decide; small ones only add the floor's noise


class Races:
    """Compares two programs of a problem in an interleaved race of at most `seconds`; counts the races `held`."""

    def __init__(self, judge: Judge, seconds: float) -> None:
        self._judge = judge
        self._seconds = seconds
        self.held = 0

    def __call__(self, suite: TestSuite, slow: str, fast: str) -> Comparison:
        """time(slow) / time(fast). Raises `DataError` where one of them does not end normally."""
        self.held += 1
        inputs = [suite.tests[number].input for number in choose_tests(suite.tests, _TESTS, "largest")]
        a, b = (text.encode("utf-8", "surrogatepass") for text in (slow, fast))
        with self._judge.lease() as worker:
            return compare_programs(worker, a, b, inputs, limits=suite.limits, max_seconds=self._seconds)
