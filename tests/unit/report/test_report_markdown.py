"""The summary for a pull request: a table stays a table whatever the names say."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from ecode.report import ReportData, render_markdown
from ecode.report.markdown import inline


def rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("|")]


def test_an_improvement(improved: ReportData) -> None:
    text = render_markdown(improved)
    assert text.startswith(
        "### slow.py: 15.1× faster\n\n**138 ms → 9.35 ms** cold call time, 95 % interval 14.2× – 16.1×"
    )
    assert rows(text)[:3] == [
        "| test | verdict | before | after | memory |",
        "| --- | --- | ---: | ---: | ---: |",
        "| 3 | did not run (original: passed) | 138 ms | – | 8.6 MB → – |",
    ]
    assert "| list-of-range | One call instead of a loop. | for every input | 75 % |" in text
    assert text.endswith("```sh\necode optimize slow.py --tests 'a folder'\n```\n")


def test_no_improvement(fruitless: ReportData) -> None:
    text = render_markdown(fruitless)
    assert text.startswith("### slow.py: No faster program found\n\n2 candidates in 9 seconds. None of them won")
    assert rows(text) == []


def test_hostile_names_do_not_break_out(hostile: ReportData, improved: ReportData) -> None:
    text = render_markdown(hostile)
    text.encode("utf-8")
    assert len(rows(text)) == len(rows(render_markdown(improved)))
    for row in rows(text):
        assert len(re.findall(r"(?<!\\)\|", row)) in (5, 6), row
    outside = text[: text.index("````")]
    assert not re.search(r"(?<!\\)`|<script|@\w|(?<!\\)#\d|://|\x1b", outside)
    assert text.rstrip().endswith("````")
    assert len(re.findall(r"^#", outside, re.MULTILINE)) == 1


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("plain_name.py", r"plain\_name.py"),
        ("a|b\nc", r"a\|b c"),
        ("`x`*y*[l](u)", r"\`x\`\*y\*\[l\](u)"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("@user #12 GH", r"@<!-- -->user \#<!-- -->12 GH"),
        ("see http://x.y www.z", "see http:/<!-- -->/x.y www<!-- -->.z"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("x" * 200, "x" * 119 + "…"),
    ],
)
def test_inline(name: str, written: str) -> None:
    assert inline(name) == written


def test_many_tests_are_cut_and_counted(improved: ReportData) -> None:
    many = tuple(replace(improved.tests[0], name=str(n)) for n in range(500))
    text = render_markdown(replace(improved, tests=many))
    assert len(rows(text)) == 22 + 4
    assert "… and 480 shorter tests, 480 passed." in text
