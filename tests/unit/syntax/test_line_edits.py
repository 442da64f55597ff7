"""Edits of lines: found, applied, and brought into a source with its layout."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecode.syntax.alignment import aligned, with_fresh_names
from ecode.syntax.canonical import Line, canonical_lines, canonical_text
from ecode.syntax.line_edits import Hunk, apply_edits, edit_source, line_edits

TEXTS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["a", "b", "c", "d"])), max_size=12)


@given(TEXTS, TEXTS)
@settings(max_examples=300, deadline=None)
def test_edits_lead_from_one_to_the_other(old: list[tuple[int, str]], new: list[tuple[int, str]]) -> None:
    a, b = [Line(*pair) for pair in old], [Line(*pair) for pair in new]
    hunks = line_edits(a, b)
    assert apply_edits(a, hunks) == b
    assert all(first.end < second.start for first, second in itertools.pairwise(hunks))


@pytest.mark.parametrize("hunks", [[Hunk(0, 3, ())], [Hunk(1, 2, ()), Hunk(0, 1, ())], [Hunk(2, 1, ())]])
def test_edits_out_of_range_are_refused(hunks: list[Hunk]) -> None:
    with pytest.raises(ValueError, match="cannot be replaced"):
        apply_edits([Line(0, "a"), Line(0, "b")], hunks)


SOURCE = """\
# counts
n = int(input())   # how many

total = 0
for i in range(n):  # slow
\tfor j in range(n):
\t\ttotal += 1
print( total )  # done
"""


@pytest.mark.parametrize(
    ("hunks", "wanted"),
    [
        ([], SOURCE),
        (
            [Hunk(2, 5, (Line(0, "total = n * n"),))],
            SOURCE.replace(SOURCE[SOURCE.index("for i") : SOURCE.index("print(")], "total = n * n\n"),
        ),
        ([Hunk(0, 0, (Line(0, "import sys"),))], SOURCE.replace("n = int", "import sys\nn = int", 1)),
        ([Hunk(6, 6, (Line(0, "print(1)"),))], SOURCE + "print(1)\n"),
        (
            [Hunk(3, 5, (Line(1, "total += n"),))],
            SOURCE.replace("\tfor j in range(n):\n\t\ttotal += 1\n", "\ttotal += n\n"),
        ),
    ],
)
def test_the_layout_stays(hunks: list[Hunk], wanted: str) -> None:
    assert edit_source(SOURCE, hunks) == wanted


def test_statements_on_one_line_give_the_canonical_text() -> None:
    assert edit_source("a=1; b=2\nprint(a , b)\n", [Hunk(1, 2, (Line(0, "b = 3"),))]) == "a = 1\nb = 3\nprint(a, b)\n"


def test_an_else_without_a_place_is_kept() -> None:
    source = "for i in range(2):\n    x = i\nelse:\n    x = 9\nprint(x)\n"
    edited = edit_source(source, [Hunk(1, 2, (Line(1, "x = 5"),))])
    assert edited == source.replace("x = i", "x = 5")


def lines_of(text: str) -> list[Line]:
    return canonical_lines(text)


READING = "var1 = int(input())\nvar2 = input()\n"
PRINTING = "print(var3)\nprint(var3 + 1)\nprint(var3 + 2)\n"
SLOW = f"{READING}var3 = 0\nfor var4 in range(var1):\n    var3 += var4\n{PRINTING}"


def test_names_are_matched_by_shared_lines() -> None:
    fast = lines_of(
        "var1 = 5\nvar2 = int(input())\nvar3 = input()\nvar4 = sum(range(var2))\n"
        + "print(var4)\nprint(var4 + 1)\nprint(var4 + 2)\n"
    )
    assert canonical_text(aligned(lines_of(SLOW), fast)) == f"nvar1 = 5\n{READING}var3 = sum(range(var1))\n{PRINTING}"


def test_a_name_that_no_kept_line_holds_is_new() -> None:
    # the loop looks like the old one, but is replaced along with all around it: nothing says that its variable is var4
    fast = lines_of(f"{READING}var3 = 1\nfor var4 in range(var1):\n    var3 *= var4 + 1\n{PRINTING}")
    wanted = f"{READING}var3 = 1\nfor nvar1 in range(var1):\n    var3 *= nvar1 + 1\n{PRINTING}"
    assert canonical_text(aligned(lines_of(SLOW), fast)) == wanted


def test_fresh_names_are_not_taken() -> None:
    assert with_fresh_names("nvar1 = var2\nnfunc2(nvar1)", "var2 = 1\nvar7 = func1") == "var8 = var2\nfunc3(var8)"
