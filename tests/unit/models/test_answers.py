"""From what a model writes to candidates: what may run comes first, and forgotten imports are added."""

from collections.abc import Sequence

from ecode.api import model_proposer
from ecode.models.answers import Written, answers
from ecode.models.imports import with_imports
from ecode.search.interfaces import Request

SLOW = "n = int(input())\nprint(n + 1)\n"


class Scripted:
    """Writes what it is told: the greedy answer, then the draws with their log probabilities."""

    output = "program"
    normalise_names = False

    def __init__(self, greedy: str, *drawn: tuple[str, float]) -> None:
        self.greedy, self.drawn, self.asked = greedy, drawn, 0

    def generate(
        self,
        sources: Sequence[str],
        statements: object = None,
        *,
        samples: int = 1,
        temperature: float = 0,
        **_: object,
    ) -> object:
        if temperature == 0:
            return [[Written(marked(self.greedy), -1.0, True)] for _ in sources]
        self.asked = samples
        made = [Written(marked(code), logprob, True) for code, logprob in self.drawn]
        return [(made * samples)[:samples] for _ in sources]


def marked(code: str) -> str:
    """A program as models write it."""
    return "".join(f"<nl0>{line}" for line in code.splitlines())


def test_programs_that_may_run_come_first_the_greedy_one_then_the_most_probable() -> None:
    writer = Scripted("print(1)", ("print(m)", -0.1), ("print(2)", -3.0), ("print(3)", -2.0), ("print((", -0.2))
    (row,) = answers(writer, [SLOW], samples=5, draws=5)  # type: ignore[arg-type]
    assert [answer.code.strip() for answer in row[:3]] == ["print(1)", "print(3)", "print(2)"]
    assert [answer.fate for answer in row] == ["program", "program", "program", "undefined", "no program"]
    assert row[3].detail == "nothing binds m"


def test_equal_programs_count_once_while_there_are_others() -> None:
    writer = Scripted("print(1)", ("print( 1 )", -0.1), ("print(2)", -3.0), ("print(1)", -0.3))
    (row,) = answers(writer, [SLOW], samples=2, draws=4)  # type: ignore[arg-type]
    assert [answer.code.strip() for answer in row] == ["print(1)", "print(2)"]
    (row,) = answers(writer, [SLOW], samples=3, draws=4)  # type: ignore[arg-type]
    assert len(row) == 3


def test_four_answers_are_drawn_for_each_candidate_and_one_for_one() -> None:
    writer = Scripted("print(1)", ("print(2)", -1.0))
    answers(writer, [SLOW], samples=8)  # type: ignore[arg-type]
    assert writer.asked == 31
    writer = Scripted("print(1)", ("print(2)", -1.0))
    answers(writer, [SLOW], samples=1)  # type: ignore[arg-type]
    assert writer.asked == 0


def test_a_greedy_answer_that_cannot_run_does_not_come_first() -> None:
    (row,) = answers(Scripted("print(m)", ("print(2)", -9.0)), [SLOW], samples=2, draws=2)  # type: ignore[arg-type]
    assert [answer.fate for answer in row] == ["program", "undefined"]


def test_forgotten_imports_are_added() -> None:
    (row,) = answers(Scripted("print(gcd(4, 6), sys.argv)", ("1", -1.0)), [SLOW], samples=1)  # type: ignore[arg-type]
    assert row[0].fate == "program"
    assert row[0].code.startswith("from math import gcd\nimport sys\n")


def test_imports_stand_behind_the_docstring_and_the_future() -> None:
    source = '"""A."""\nfrom __future__ import annotations\nheapify(a)\n'
    expected = '"""A."""\nfrom __future__ import annotations\nfrom heapq import heapify\nheapify(a)\n'
    assert with_imports(source, {"heapify", "a"}) == expected
    assert with_imports("x()\n", {"x"}) == "x()\n"


def test_a_search_tries_every_program_that_was_drawn_and_few_broken_ones() -> None:
    drawn = [(f"print({number})", -1.0 - number) for number in range(2, 7)]
    writer = Scripted("print(1)", *drawn, ("print((", -0.1), ("print(n + 1", -0.2))
    few, many = (
        list(model_proposer(writer, samples=samples, draws=8).propose(Request(SLOW)))  # type: ignore[arg-type]
        for samples in (2, 7)
    )
    programs = [f"print({number})" for number in range(1, 7)]
    assert [proposal.source.strip() for proposal in few] == programs
    assert [proposal.source.strip() for proposal in many] == [*programs, "print(("]
