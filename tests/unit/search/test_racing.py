"""Which tests are timed."""

from collections.abc import Iterator

import pytest

from ecode.judge.run import Judge
from ecode.records import TestCase, TestSuite
from ecode.search.racing import prepare_both, timed_tests

pytestmark = pytest.mark.sandbox

SLOW_IF = "n = int(input())\nif n {} 1:\n    for i in range(1_000_000):\n        pass\nprint(n)\n"


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(1) as judge:
        yield judge


def test_a_test_on_which_only_the_second_program_is_slow_is_timed_too(judge: Judge) -> None:
    suite = TestSuite(tuple(TestCase(str(n), b"%d\n" % n, b"%d\n" % n) for n in range(4)))
    both = prepare_both(judge, suite, ("a", SLOW_IF.format("==")), ("b", SLOW_IF.format(">")))
    with judge.lease() as worker:
        assert [test.name for test in timed_tests(worker, both.given, both.reports[0])] == ["1"]
        assert {test.name for test in timed_tests(worker, both.given, *both.reports)} == {"1", "2", "3"}
