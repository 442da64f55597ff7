"""Programs as the model sees them, and back."""

import pytest

from ecode.errors import ModelError
from ecode.models.program_text import program_text
from ecode.syntax.canonical import canonical_lines, canonical_text
from ecode.syntax.fingerprint import fingerprint

SLOW = """\
size = int(input())  # how many
values = list(map(int, input().split()))
best = 0
for first in range(size):
    for second in range(size):
        if values[first] == values[second]:
            best += 1
print(best)
"""
FAST = """\
from collections import Counter

n = int(input())
a = list(map(int, input().split()))
counts = Counter(a)
ans = 0
for c in counts.values():
    ans += c * c
print(ans)
"""


def test_the_source_is_numbered_lines() -> None:
    text = program_text(SLOW).text
    assert text.startswith("<L0><nl0>var1 = int(input())<L1><nl0>var2 = list(map(int, input().split()))<L2>")
    assert text.endswith("<L7><nl0>print(var3)<L8>")


def test_edits_name_only_what_changes() -> None:
    target = program_text(SLOW).target(program_text(FAST), "edits")
    assert target == (
        "<L0><L0><nl0>from collections import Counter"
        "<L2><L7><nl0>nvar1 = Counter(var2)<nl0>var3 = 0<nl0>for nvar2 in nvar1.values():<nl1>var3 += nvar2 * nvar2"
    )


@pytest.mark.parametrize("output", ["edits", "program"])
def test_an_answer_becomes_a_program_again(output: str) -> None:
    shown = program_text(SLOW)
    program = shown.program(shown.target(program_text(FAST), output), output)
    assert fingerprint(program) == fingerprint(FAST)
    assert "size = int(input())  # how many\n" in program
    assert "best += " in program


def test_nothing_to_do() -> None:
    shown = program_text(SLOW)
    assert shown.target(program_text(SLOW), "edits") == ""
    assert shown.program("", "edits") == SLOW


@pytest.mark.parametrize(
    ("answer", "output", "says"),
    [
        ("<L0>", "edits", "not made of edits"),
        ("<L0><L1>x = 1", "edits", "not made of edits"),
        ("<L5><L2><nl0>x = 1", "edits", "cannot be replaced"),
        ("<L0><L90>", "edits", "cannot be replaced"),
        ("<L0><L1><nl0>x = (", "edits", "no program"),
        ("<nl1>x = 1", "program", "no program"),
        ("hello", "program", "not made of lines"),
        ("<L0><L1><nl0>return 1", "edits", "no program"),
        (f"<L0><L1><nl0>x = {'-' * 20_000}1", "edits", "no program"),  # too much for Python's own parser
        (f"<nl0>x = {'-' * 20_000}1", "program", "no program"),
    ],
)
def test_answers_that_are_no_program(answer: str, output: str, says: str) -> None:
    with pytest.raises(ModelError, match=says):
        program_text(SLOW).program(answer, output)


@pytest.mark.parametrize(
    ("answer", "output", "has", "lacks"),
    [
        ("<L0><L1><nl0>x = (", "edits", "x = (\n", "int(input())"),
        ("<L0><L1><nl0>x = 1<L5><L", "edits", "x = 1\n", "<L"),  # cut off
        ("<nl0>for x in y:<nl3>print(", "program", "for x in y:\n", "nl"),
    ],
)
def test_what_can_be_read_of_an_answer_that_is_no_program(answer: str, output: str, has: str, lacks: str) -> None:
    rough = program_text(SLOW).rough(answer, output)
    assert has in rough
    assert lacks not in rough


@pytest.mark.parametrize(("answer", "output"), [("<L5><L2><nl0>x = 1", "edits"), ("hello", "program"), ("", "edits")])
def test_an_answer_without_a_readable_line(answer: str, output: str) -> None:
    assert program_text(SLOW).rough(answer, output) == ""


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("for", "cannot be read"),
        (f"x = {'-' * 20_000}1\n", "cannot be read"),
        ("x = 1\n" * 200, "200 lines"),
        ("print('<L1>')", "looks like one of the model's marks"),
    ],
)
def test_programs_that_cannot_be_shown(source: str, says: str) -> None:
    with pytest.raises(ModelError, match=says):
        program_text(source)


def test_without_normalised_names() -> None:
    shown = program_text(SLOW, normalise=False)
    assert "size = int(input())" in shown.text
    program = shown.program(shown.target(program_text(FAST, normalise=False), "program"), "program")
    assert canonical_text(canonical_lines(program)) == canonical_text(canonical_lines(FAST))
