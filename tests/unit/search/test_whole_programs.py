"""When a proposer of whole programs is asked again."""

import pytest

from ecode.search.interfaces import Request
from ecode.search.proposers.whole_programs import WholePrograms


class Asked:
    def __init__(self) -> None:
        self.sources: list[str] = []

    def __call__(self, source: str, statement: str) -> list[str]:
        self.sources.append(source)
        return [f"{source}-1", f"{source}-2"]


@pytest.mark.parametrize(("fate", "again"), [("failed CE", False), ("wrong WA on 1", False), ("no_gain 1.00x", True)])
def test_it_is_asked_again_only_if_something_was_right(fate: str, again: bool) -> None:
    asked = Asked()
    proposer = WholePrograms("model", "it wrote it", asked)
    assert [p.change.name for p in proposer.propose(Request("a"))] == ["model-1", "model-2"]
    feedback = (("a-1", fate), ("a-2", "failed RTE"), ("another's", "kept 2.00x"))
    assert bool(list(proposer.propose(Request("b", feedback=feedback)))) is again
    assert asked.sources == (["a", "b"] if again else ["a"])


def test_a_new_search_starts_anew() -> None:
    asked = Asked()
    proposer = WholePrograms("model", "it wrote it", asked)
    list(proposer.propose(Request("a")))
    list(proposer.propose(Request("a")))
    assert asked.sources == ["a", "a"]
