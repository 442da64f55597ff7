"""Races of borderline pairs, on a judge's worker."""

from __future__ import annotations

from ecode.data.measure import choose_tests
from ecode.errors import DataError
from ecode.judge.compare import Comparison, compare_programs
from ecode.judge.run import Judge
from ecode.records import TestSuite

_FEWEST_PAIRS = 8  # of the first look
_INPUTS = 5  # the largest ones: as many as a build times


class Races:
    """Compares two programs of a problem on its largest inputs, in an interleaved race of about `seconds` at most.

    Counts the races `held`, and those `skipped` because even the fewest pairs would take longer.
    """

    def __init__(self, judge: Judge, seconds: float) -> None:
        self._judge = judge
        self._seconds = seconds
        self.held = self.skipped = 0

    def __call__(self, suite: TestSuite, slow: str, fast: str, pair_us: float) -> Comparison:
        """time(slow) / time(fast); `pair_us` is about what both take together.

        Raises `DataError` where one of them does not end normally, or the race would be too long.
        """
        if _FEWEST_PAIRS * pair_us / 1e6 >= self._seconds:
            self.skipped += 1
            raise DataError(f"a race of {_FEWEST_PAIRS} pairs would take longer than {self._seconds:g} s")
        self.held += 1
        inputs = [suite.tests[number].input for number in choose_tests(suite.tests, _INPUTS, "largest")]
        a, b = (text.encode("utf-8", "surrogatepass") for text in (slow, fast))
        with self._judge.lease() as worker:
            return compare_programs(worker, a, b, inputs, limits=suite.limits, max_seconds=self._seconds)
