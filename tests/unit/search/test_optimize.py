"""The search with scripted proposers on a real judge: every kind of candidate meets its fate."""

import time
from collections.abc import Iterator, Sequence

import pytest

from ecode.errors import DataError, UsageError
from ecode.judge.run import Judge
from ecode.records import Limits, TestCase, TestSuite
from ecode.search.config import Observer, OptimizeConfig
from ecode.search.interfaces import Change, Proposal, Request
from ecode.search.optimize import optimize
from ecode.search.outcome import Outcome

pytestmark = pytest.mark.sandbox

SLOW = "n = int(input())\ntotal = 0\nfor i in range(n):\n    total += i * i % 7\nprint(total)\n"
FAST = (
    "n = int(input())\nfull, rest = divmod(n, 7)\n"
    "print(full * sum(i * i % 7 for i in range(7)) + sum(i * i % 7 for i in range(rest)))\n"
)
RENAMED = SLOW.replace("total", "answer").replace("for i in", "for  i  in")
WRONG = SLOW.replace("% 7", "% 6")
CRASHES = SLOW + "1 / 0\n"
SLOWER = SLOW.replace("total += i * i % 7", "total += sum([i * i % 7 for _ in range(9)]) // 9")
HARD_CODED = "n = int(input())\nprint({5: 9, 200000: 399999}.get(n, 0))\n"
HUNGRY = FAST + "xs = bytearray(300 << 20)\nfor i in range(0, len(xs), 4096):\n    xs[i] = 1\n"
BROKEN = "print((\n"


def value(n: int) -> int:
    return sum(i * i % 7 for i in range(n))


TESTS = TestSuite(
    tuple(TestCase(str(n), b"%d\n" % n, b"%d\n" % value(n)) for n in (5, 200_000)), limits=Limits(memory_bytes=1 << 30)
)
CONFIG = OptimizeConfig(budget_s=6, hidden_inputs=6, max_rounds=2)


class Scripted:
    """Proposes the given programs, once."""

    name = "scripted"

    def __init__(self, **programs: str) -> None:
        self._programs = programs

    def propose(self, request: Request) -> Iterator[Proposal]:
        for name, source in self._programs.items():
            yield Proposal(source, Change(name, "It was said to be."))
        self._programs = {}


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as judge:
        yield judge


def search(judge: Judge, source: str = SLOW, tests: TestSuite = TESTS, **programs: str) -> Outcome:
    return optimize(judge, source, tests, CONFIG, proposers=[Scripted(**programs)])


def fates(outcome: Outcome) -> dict[str, str]:
    return {candidate.changes[-1].name: candidate.fate for candidate in outcome.candidates}


def test_a_faster_program_wins_and_the_rest_meet_their_fates(judge: Judge) -> None:
    outcome = search(judge, wrong=WRONG, crashes=CRASHES, slower=SLOWER, broken=BROKEN, fast=FAST)
    assert outcome.improved
    assert outcome.program == FAST
    assert outcome.final is not None
    assert outcome.ratio > 3
    assert outcome.final.low <= outcome.ratio <= outcome.final.high
    found = fates(outcome)
    assert found["wrong"] == "wrong"
    assert found["crashes"] == found["broken"] == "failed"
    assert found["slower"] == "too_slow"
    assert found["fast"] == "kept"
    assert outcome.checked.tests == 2
    assert outcome.checked.hidden_inputs > 0


class ByLength:
    """A ranker that takes a character for a microsecond."""

    def predict(self, sources: Sequence[str], inputs: Sequence[bytes]) -> list[float]:
        assert inputs
        return [1e3 * len(source) for source in sources]


def test_a_ranker_says_what_is_tried_first_and_how_long_a_broken_program_would_take(judge: Judge) -> None:
    programs = {"long": BROKEN * 20, "short": BROKEN, "wrong": WRONG}
    outcome = optimize(judge, SLOW, TESTS, CONFIG, proposers=[Scripted(**programs)], ranker=ByLength())
    tried = {candidate.changes[-1].name: candidate for candidate in outcome.candidates}
    assert [candidate.changes[-1].name for candidate in outcome.candidates] == ["short", "wrong", "long"]
    assert [tried[name].fate for name in ("short", "wrong", "long")] == ["failed", "wrong", "failed"]
    short, long = tried["short"].predicted_ns, tried["long"].predicted_ns
    assert short
    assert long == pytest.approx(20 * short, rel=1e-3)
    assert short * len(SLOW) / len(BROKEN) > 1e6  # the original's own time, which is some milliseconds
    assert tried["wrong"].predicted_ns is None


def test_copies_never_win(judge: Judge) -> None:
    outcome = search(judge, renamed=RENAMED, same=SLOW)
    assert not outcome.improved
    assert outcome.program == SLOW
    assert outcome.ratio == 1.0
    assert outcome.candidates == ()


def test_an_answer_for_the_shown_tests_alone_is_caught_by_hidden_inputs(judge: Judge) -> None:
    assert value(5) == 9
    hard_coded = HARD_CODED.replace("399999", str(value(200_000)))
    outcome = search(judge, hard_coded=hard_coded)
    assert not outcome.improved
    assert fates(outcome) == {"hard_coded": "wrong"}
    assert "hidden" in outcome.candidates[0].detail
    assert " on the input '" in outcome.candidates[0].detail  # the reader sees what it was


def test_memory_is_guarded(judge: Judge) -> None:
    outcome = search(judge, hungry=HUNGRY)
    assert not outcome.improved
    assert fates(outcome)["hungry"] in ("too_much_memory", "too_slow")


def test_what_earns_nothing_is_taken_out(judge: Judge) -> None:
    class Two:
        name = "two"

        def propose(self, request: Request) -> Iterator[Proposal]:
            def idle(source: str) -> str | None:
                return None if "idle" in source else "idle = 0\n" + source

            def quick(source: str) -> str | None:
                return source.replace(SLOW, FAST) if SLOW in source else None

            for name, apply in (("idle", idle), ("quick", quick)):
                changed = apply(request.source)
                if changed:
                    yield Proposal(changed, Change(name, "Perhaps."), apply)

    # On a busy machine the idle change can be measured as a gain by chance, hardly three times in a row.
    outcomes = (optimize(judge, SLOW, TESTS, CONFIG, proposers=[Two()]) for _ in range(3))
    outcome = next(found for found in outcomes if [change.name for change in found.changes] == ["quick"])
    assert outcome.improved
    assert outcome.program == FAST


def test_outputs_may_be_missing(judge: Judge) -> None:
    inputs = TestSuite(tuple(TestCase(t.name, t.input) for t in TESTS.tests))
    outcome = search(judge, tests=inputs, fast=FAST, wrong=WRONG)
    assert outcome.improved
    assert outcome.checked.oracle


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (WRONG, "fails its own test"),
        (BROKEN, "does not compile"),
        (CRASHES, "ZeroDivisionError"),
        ("import sys\nprint(sys.argv[1])\n", "command-line arguments"),
        ("print(open('data.txt').read())\n", "opens a file"),
    ],
)
def test_a_program_that_fails_its_tests_is_refused(judge: Judge, source: str, expected: str) -> None:
    with pytest.raises(UsageError, match=expected):
        search(judge, source)


def test_a_program_that_prints_something_else_every_time_is_no_oracle(judge: Judge) -> None:
    inputs = TestSuite(tuple(TestCase(t.name, t.input) for t in TESTS.tests))
    with pytest.raises(DataError, match="something else every time"):
        search(judge, "import random\nprint(random.random())\n", inputs)


def test_when_the_time_is_up_the_answer_says_so(judge: Judge) -> None:
    config = OptimizeConfig(budget_s=0.001, hidden_inputs=0)
    outcome = optimize(judge, SLOW, TESTS, config, proposers=[Scripted(broken=BROKEN, wrong=WRONG)])
    assert not outcome.improved
    assert {candidate.detail for candidate in outcome.candidates} == {"out of time"}
    assert "2 candidates" in outcome.note


def test_a_small_budget_is_not_spent_on_the_original_alone(judge: Judge) -> None:
    config = OptimizeConfig(budget_s=0.8, hidden_inputs=6)  # testing the original takes about as long
    outcome = optimize(judge, SLOW, TESTS, config, proposers=[Scripted(fast=FAST)])
    assert outcome.improved, outcome.note


class Slow:
    """A proposer who takes his time, as a model does: he answers once `enough` of the others' candidates were tried."""

    name = "slow"

    def __init__(self, tried: list[str], enough: int, **programs: str) -> None:
        self._tried, self._enough, self._programs = tried, enough, programs
        self.seen: list[str] | None = None

    def propose(self, request: Request) -> Iterator[Proposal]:
        if self.seen is None:
            deadline = time.monotonic() + 20
            while len(self._tried) < self._enough and time.monotonic() < deadline:
                time.sleep(0.01)
            self.seen = list(self._tried)
            for name, source in self._programs.items():
                yield Proposal(source, Change(name, "It was said to be."))


def with_slow(judge: Judge, budget_s: float, **programs: str) -> tuple[Outcome, Slow]:
    tried: list[str] = []
    observer = Observer(on_candidate=lambda candidate: tried.append(candidate.changes[-1].name))
    slow = Slow(tried, len(programs), wrong=WRONG)
    config = OptimizeConfig(budget_s=budget_s, hidden_inputs=6, max_rounds=1)
    quick = Scripted(**programs)
    return optimize(judge, SLOW, TESTS, config, proposers=[quick, slow], ranker=ByLength(), observer=observer), slow


def test_what_is_proposed_at_once_is_tried_while_somebody_else_still_writes(judge: Judge) -> None:
    outcome, slow = with_slow(judge, 12, broken=BROKEN, fast=FAST)
    assert set(slow.seen or ()) == {"broken", "fast"}
    # `fast` is a leap, which does not stop whole programs
    assert fates(outcome) == {"broken": "failed", "fast": "kept", "wrong": "wrong"}
    assert outcome.improved


def test_who_could_not_be_asked_in_time_is_named(judge: Judge) -> None:
    outcome, slow = with_slow(judge, 0.001, broken=BROKEN)
    assert slow.seen is None
    assert outcome.note.startswith("the time was up before 1 candidates were tried and slow could be asked:")
