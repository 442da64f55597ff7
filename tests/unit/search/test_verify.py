"""Which hidden inputs a candidate is tested on."""

from collections.abc import Iterator

import pytest

from ecode.judge.run import Judge
from ecode.records import Limits, TestCase, TestSuite
from ecode.search.verify import prepare

COUNTING = "n = int(input())\nif n < 0:\n    raise SystemExit(1)\nx = 0\nfor i in range(n):\n    x += i\nprint(x)\n"


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(1) as judge:
        yield judge


def test_inputs_on_which_the_original_fails_or_takes_long_are_left_out(judge: Judge) -> None:
    suite = TestSuite((TestCase("given", b"3\n", b"3\n"),), limits=Limits(cpu_s=30))
    verifier = prepare(judge, COUNTING, suite, [b"-1\n", b"4000000000\n", b"5\n"], hidden_budget_s=10)
    assert [(test.input, test.output) for test in verifier.hidden] == [(b"5\n", b"10\n")]


def test_a_candidate_meets_forty_hidden_inputs_first_and_all_before_it_wins(judge: Judge) -> None:
    suite = TestSuite((TestCase("given", b"3\n", b"3\n"),))
    verifier = prepare(judge, COUNTING, suite, [b"%d\n" % number for number in range(10, 130)], hidden_budget_s=60)
    stages = verifier.stages([])
    assert len(verifier.hidden) == 120
    assert [test.name for test in stages.cheap if test.name == "given"] == ["given"]
    assert len(stages.cheap) == 1 + 40
    assert {test.name for test in (*stages.cheap, *stages.dear, *stages.last)} == {
        "given",
        *(test.name for test in verifier.hidden),
    }
