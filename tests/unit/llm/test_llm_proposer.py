"""The proposer over a scripted model: which questions it asks, and what it makes of the answers."""

from __future__ import annotations

import pytest
from scripted_llm import FAST, SLOW, ScriptedModel, block

from ecode.errors import ModelError, UsageError
from ecode.llm.proposer import LanguageModelProposer
from ecode.search.interfaces import Proposer, Request

MEDIUM = "print(sum(range(int(input()))))\n"
WRONG = "n = int(input())\nprint(n * (n + 1) // 2)\n"
BROKEN = "print(sum(range(int(input())))\n"


def sources(proposer: Proposer, request: Request) -> list[str]:
    return [proposal.source for proposal in proposer.propose(request)]


def test_the_first_round_asks_for_a_faster_program() -> None:
    model = ScriptedModel([block(FAST), "no idea", block(BROKEN), block(SLOW), block(FAST)])
    proposer = LanguageModelProposer(model, samples=5)
    proposals = list(proposer.propose(Request(SLOW, "Add up.")))
    assert [one.source for one in proposals] == [FAST, BROKEN]  # no copy, nothing twice
    assert all(one.apply is None and one.parts is None and one.change.speculative for one in proposals)
    assert [one.change.name for one in proposals] == ["scripted propose 1", "scripted propose 3"]
    [(question, samples)] = model.asked
    assert samples == 5
    assert SLOW in question.user
    assert "Add up." in question.user
    assert proposer.fates == {"program": 2, "no program": 1, "broken": 1, "copy": 1}


def test_later_rounds_improve_the_best_and_repair_what_failed() -> None:
    model = ScriptedModel([block(MEDIUM), block(WRONG), block(BROKEN)], [block(FAST)], ["sorry"], [block(FAST)])
    proposer = LanguageModelProposer(model, samples=3)
    sources(proposer, Request(SLOW))
    feedback = (
        (BROKEN, "failed CE '(' was never closed"),
        ("print(0)\n", "wrong WA sample: not written by this model"),
        (WRONG, "wrong WA sample: expected 3, got 6"),
        (MEDIUM, "kept 2.50x"),
    )
    assert sources(proposer, Request(MEDIUM, feedback=feedback)) == [FAST]
    improve, *repairs = model.asked[1:]
    assert improve[1] == 3
    assert improve[0].user.index(SLOW) < improve[0].user.index("2.50 times as fast") < improve[0].user.index(MEDIUM)
    assert [samples for _, samples in repairs] == [1, 1]
    assert "'(' was never closed" in repairs[0][0].user
    assert "expected 3, got 6" in repairs[1][0].user
    assert all(SLOW in question.user for question, _ in repairs)


def test_no_more_repairs_than_allowed_and_none_twice() -> None:
    wrong = [WRONG.replace("1", str(number)) for number in range(3, 8)]
    model = ScriptedModel([block(one) for one in wrong], *([block(FAST)] for _ in range(9)))
    proposer = LanguageModelProposer(model, samples=5, repairs=2)
    sources(proposer, Request(SLOW))
    feedback = tuple((one, "wrong WA") for one in wrong)
    for asked in (3, 5, 6, 6):  # the main question, and 2, 2, 1 repairs
        sources(proposer, Request(SLOW, feedback=feedback))
        assert len(model.asked) == asked


def test_what_is_only_slow_is_not_repaired() -> None:
    model = ScriptedModel([block(WRONG)])
    proposer = LanguageModelProposer(model)
    sources(proposer, Request(SLOW))
    for fate in ("too_slow stopped", "no_gain 1.00x", "untested out of time", "kept 1.2x"):
        assert sources(proposer, Request(SLOW, feedback=((WRONG, fate),))) == []
    assert len(model.asked) == 1


def test_no_question_is_asked_twice() -> None:
    model = ScriptedModel([block(FAST)], [block(FAST)])
    proposer = LanguageModelProposer(model)
    assert sources(proposer, Request(SLOW)) == [FAST]
    assert sources(proposer, Request(SLOW, feedback=(("x", "no_gain"),))) == []  # nothing new in the same search
    assert sources(proposer, Request(SLOW)) == [FAST]  # a new search: from memory
    assert len(model.asked) == 1
    assert sources(proposer, Request(SLOW, "another statement")) == [FAST]
    assert len(model.asked) == 2


def test_a_model_that_does_not_work_at_all_is_an_error() -> None:
    proposer = LanguageModelProposer(ScriptedModel(ModelError("no key")))
    with pytest.raises(ModelError, match="no key"):
        sources(proposer, Request(SLOW))


def test_a_model_that_fails_later_only_stops() -> None:
    model = ScriptedModel([block(MEDIUM), block(WRONG)], ModelError("the limit is reached"))
    proposer = LanguageModelProposer(model)
    sources(proposer, Request(SLOW))
    assert sources(proposer, Request(MEDIUM, feedback=((WRONG, "wrong WA"),))) == []
    assert len(model.asked) == 2  # no repair is asked for any more
    assert proposer.problem == "the limit is reached"
    assert proposer.summary().endswith("0 out, 0.0 s; stopped: the limit is reached")
    assert "1 questions; answers: 2 program;" in proposer.summary()


@pytest.mark.parametrize(("samples", "repairs"), [(0, 0), (1, -1)])
def test_numbers_that_make_no_sense(samples: int, repairs: int) -> None:
    with pytest.raises(UsageError):
        LanguageModelProposer(ScriptedModel(), samples=samples, repairs=repairs)
