"""Diff and colours: no character gets lost, whatever the programs look like."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecode.report.diff import changed_words, compare_lines, fold, reassembled
from ecode.report.diff_html import diff_html, listing_html
from ecode.report.escape import visible
from ecode.report.highlight import highlight, line_html

LONG = "".join(f"a{n} = {n}\n" for n in range(50))
PAIRS = [
    ("", ""),
    ("", "print(1)\n"),
    ("print(1)\n", ""),
    ("a\nb\nc\n", "a\nX\nc\n"),
    ("a\nb", "a\nb\n"),
    ("a\r\nb\r\n", "a\nb\n"),
    ("x = '''\n\n'''\n", "x = '''\n'''\n\n\n"),
    ("a\x0cb\u2028c\x1dd\n", "a\x0cb\n"),
    (LONG, LONG.replace("a25 = 25", "a25 = 26")),
    ("same\n" * 40, "same\n" * 40),
    ("def f(:\n  '''unclosed", "\ufeffdef \ud800"),
]
sources = st.text(st.sampled_from("ab \n\t\r#'\"\\(1.<&\x00\ud800é"), max_size=60)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_both_sides_reassemble(old: str, new: str) -> None:
    check_reassembly(old, new)


@settings(max_examples=60, deadline=None)
@given(sources, sources)
def test_both_sides_of_anything_reassemble(old: str, new: str) -> None:
    check_reassembly(old, new)


def check_reassembly(old: str, new: str) -> None:
    rows = compare_lines(old, new)
    assert (reassembled(rows, old, "old"), reassembled(rows, new, "new")) == (old, new)
    assert [row for stretch in fold(rows) for row in stretch.rows] == rows
    text = diff_html(old, new)
    assert shown(text, "old") == visible(old).removesuffix("\n")
    assert shown(text, "new") == visible(new).removesuffix("\n")


def shown(text: str, side: str) -> str:
    """The program as the page shows it on one side."""
    cells = re.findall(rf'<td class="code {side}(?: touched)?">(.*?)</td>', text, re.DOTALL)
    return html.unescape(re.sub("<[^>]*>", "", "\n".join(cells))).removesuffix("\n")


@settings(max_examples=60, deadline=None)
@given(sources)
def test_colours_lose_nothing(source: str) -> None:
    lines = highlight(source)
    assert ["".join(piece.text for piece in line) for line in lines] == source.split("\n")
    assert html.unescape(re.sub("<[^>]*>", "", listing_html(source))) == visible(source).removesuffix("\n")


def test_kinds() -> None:
    source = "def f(x):  # why\n    return print('a\\'b', 0x1F, x.print)\nclass C: pass\ns = '''one\ntwo'''\n"
    found = {(piece.kind, piece.text) for line in highlight(source) for piece in line if piece.kind}
    assert found == {
        ("keyword", "def"), ("defined", "f"), ("comment", "# why"), ("keyword", "return"), ("builtin", "print"),
        ("string", "'a\\'b'"), ("number", "0x1F"), ("keyword", "class"), ("defined", "C"), ("keyword", "pass"),
        ("string", "'''one"), ("string", "two'''"),
    }  # fmt: skip


def test_indented_lines_stand_beside_themselves_and_empty_ones_hold_nothing() -> None:
    old = "a = 1\n\nfor i in x:\n    print(i)\n\nb = 2"
    new = "import sys\n\ndef main():\n    a = 1\n\n    for i in x:\n        print(i)\n    b = 2"
    lines_old, lines_new = old.split("\n"), new.split("\n")
    rows = compare_lines(old, new)
    beside = {lines_old[row.old].strip(): lines_new[row.new].strip() for row in rows if row.old and row.new}
    assert {"for i in x:": "for i in x:", "print(i)": "print(i)", "b = 2": "b = 2"}.items() <= beside.items()
    (moved,) = (row for row in rows if row.old == 2)
    assert (moved.changed, moved.old_marks, moved.new_marks) == (True, (), ((0, 4),))


def test_marks_fall_where_words_changed() -> None:
    old, new = changed_words("    seen.append(name)", "    seen.add(name)")
    assert (old, new) == (((9, 15),), ((9, 12),))
    assert changed_words("a = 1", "for x in y: print(x)") == ((), ())
    (pieces,) = highlight("x = 'abc'")
    assert line_html(pieces, [(0, 1), (5, 7)]) == (
        '<span class="changed">x</span> = <span class="string">&#x27;</span>'
        '<span class="string changed">ab</span><span class="string">c&#x27;</span>'
    )


def test_only_long_unchanged_stretches_fold() -> None:
    stretches = fold(compare_lines(*PAIRS[8]))
    assert [(stretch.folded, len(stretch.rows)) for stretch in stretches] == [(True, 22), (False, 7), (True, 22)]
    assert [stretch.folded for stretch in fold(compare_lines("a\nb\nc\nd\ne\nf", "a\nb\nc\nd\ne\nX"))] == [False]


def test_a_missing_line_feed_is_said() -> None:
    assert "No line feed at the end of the original." in diff_html("a", "b\n")
    assert "No line feed" not in diff_html("a\n", "b\n")
