"""Questions are filled so that nothing inside a program or a statement can break them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted_llm import FAST, SLOW

from ecode.llm.questions import REPAIRED, fenced, fill, improve_question, propose_question, repair_question

NASTY = "x = {'program': '{statement}'}\ns = '''\n```\n````python\n{best}\n'''\nprint(f'{x}', r'\\1', '\\g<0>')\n"
TEXTS = st.lists(st.sampled_from([*"`{}\\\n ab", "{program}", "{statement}", "```"]), max_size=40).map("".join)


def test_propose_shows_program_and_statement() -> None:
    question = propose_question(SLOW, "Add up all numbers below n.")
    assert f"```python\n{SLOW}```" in question.user
    assert "```text\nAdd up all numbers below n.\n```" in question.user
    assert question.user.index("Add up") < question.user.index(SLOW)
    assert "problem" not in propose_question(SLOW).user


def test_improve_shows_both_programs_and_the_time() -> None:
    user = improve_question(SLOW, FAST, 3.456).user
    assert user.index(SLOW) < user.index("3.46 times as fast") < user.index(FAST)
    assert "was measured faster" in improve_question(SLOW, FAST, None).user


@pytest.mark.parametrize("fate", sorted(REPAIRED))
def test_repair_shows_what_went_wrong(fate: str) -> None:
    user = repair_question(SLOW, FAST, fate, "WA sample-1: expected 3, got 4").user
    assert user.index(SLOW) < user.index(FAST) < user.index("expected 3, got 4")
    assert len(repair_question(SLOW, FAST, fate, "x" * 9999).user) < len(user) + 1000


def test_a_program_comes_through_whatever_it_holds() -> None:
    for question in (
        propose_question(NASTY, NASTY),
        improve_question(NASTY, NASTY, 2.0, NASTY),
        repair_question(NASTY, NASTY, "wrong", NASTY, NASTY),
    ):
        assert f"`````python\n{NASTY}`````" in question.user


@settings(deadline=None)
@given(TEXTS)
def test_a_fence_is_longer_than_what_it_holds(text: str) -> None:
    first, *inside, last = fenced(text, "python").split("\n")
    assert first == f"{last}python"
    assert "\n".join(inside) == text.rstrip()
    assert all(last not in line for line in inside)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_what_is_put_in_is_not_looked_at_again(a: str, b: str) -> None:
    assert fill("<{a}|{b}|{a}>", {"a": a, "b": b}) == f"<{a}|{b}|{a}>"


@pytest.mark.parametrize("values", [{}, {"a": "1"}, {"a": "1", "b": "2", "c": "3"}])
def test_a_template_is_filled_wholly_or_not_at_all(values: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="the template wants"):
        fill("{a} {b}", values)


def test_the_model_is_told_how_to_answer() -> None:
    system = propose_question(SLOW).system
    assert "exactly the same output" in system
    assert "```python" in system
