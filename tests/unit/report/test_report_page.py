"""The page: well-formed, self-contained, honest, and out of reach of what it shows."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from ecode.report import ReportData, render_page
from ecode.report.escape import escaped, shortened
from ecode.report.page import _style

VOID = {"meta", "link", "col"}
LOADING = {"src", "href", "action", "data", "poster", "srcset", "formaction", "ping", "background"}


class Page(HTMLParser):
    """Keeps books of what is open, and of all attributes and texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    @property
    def said(self) -> str:
        return " ".join("".join(self.text).split())


@pytest.fixture(params=["improved", "fruitless", "hostile"])
def any_report(request: pytest.FixtureRequest) -> ReportData:
    data: ReportData = request.getfixturevalue(request.param)
    return data


def test_tags_close_ids_are_unique_and_nothing_is_loaded(any_report: ReportData) -> None:
    page = Page(render_page(any_report))
    assert page.open == []
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    labelled = {attributes["aria-labelledby"] for _, attributes in page.tags if "aria-labelledby" in attributes}
    assert labelled == set(ids)
    loaded = {value for _, attributes in page.tags for name, value in attributes.items() if name in LOADING}
    assert loaded == {"data:,"}
    assert not re.search(r"url\(|@import|https?:", _style())


def test_nothing_hostile_gets_through(hostile: ReportData) -> None:
    text = render_page(hostile)
    text.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    page = Page(text)
    assert {"script", "iframe", "img", "object", "base"}.isdisjoint(tag for tag, _ in page.tags)
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert "<script>alert(1)</script>" in page.said  # shown, as text
    assert r"\ud800" in page.said
    assert r"\u202e" in page.said


def test_landmarks_headings_and_charts_are_named(improved: ReportData) -> None:
    tags = Page(render_page(improved)).tags
    names = [tag for tag, _ in tags]
    assert [names.count(tag) for tag in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    charts = [attributes for tag, attributes in tags if tag == "svg"]
    assert len(charts) == 2
    assert all(chart["role"] == "img" and chart["aria-label"] for chart in charts)
    assert all(attributes.get("scope") in ("col", "row") for tag, attributes in tags if tag == "th")


def test_an_improvement_is_said_in_words(improved: ReportData) -> None:
    said = Page(render_page(improved)).said
    for part in (
        "15.1× faster",
        "takes 9.35 ms where the original takes 138 ms: 93.4 % less time",
        "From 8 pairs of runs",
        "between 14.2× and 16.1× (95 % confidence interval)",
        "8.6 MB → 9.6 MB",
        "75 % of the saved time",
        "size^2.00, about quadratic",
        "wrong answer (original: passed)",
        "did not run (original: passed)",
        "3 given tests, outputs compared word by word",
        "40 hidden inputs",
        "ecode optimize slow.py --tests 'a folder'",
        "Some CPU (R) 2.0, 2 cores",
        "2 candidates in 9 seconds",
        "test 2: 5 instead of 6",
        "27 unchanged lines",
    ):
        assert part in said, part
    assert "1 of 3" in said


def test_no_improvement_is_said_plainly_with_all_candidates(fruitless: ReportData) -> None:
    text = render_page(fruitless)
    said = Page(text).said
    for part in (
        "No faster program found",
        "stays as it is",
        "no significant difference",
        "0.95× to 1.07×",
        "wrong output",
        "looked faster",
    ):
        assert part in said, part
    assert '<details class="more" open>' in text
    assert "× faster" not in said
    assert "Side by side" not in said


def test_nothing_tried_and_nothing_measured(fruitless: ReportData) -> None:
    said = Page(render_page(replace(fruitless, candidates=(), race=None, note=""))).said
    assert "No change was found to try" in said
    assert "nothing to try" in said
    assert "No candidate came as far as the final race" in said


def test_what_was_not_measured_is_said(improved: ReportData) -> None:
    checked = replace(improved.checked, hidden_inputs=0, oracle=True)
    said = Page(render_page(replace(improved, scaling=None, checked=checked))).said
    assert "How the times grow with the input was not measured." in said
    assert "no hidden inputs were made" in said
    assert "what the original prints counted as right" in said
    assert "its mistakes would be kept" in said


def test_many_tests_are_folded(improved: ReportData) -> None:
    rows = tuple(replace(improved.tests[0], name=f"case-{n}", before_ns=n) for n in range(500))
    said = Page(render_page(replace(improved, tests=rows))).said
    assert "488 shorter tests" in said
    assert all(f"case-{n}" in said for n in (0, 250, 499))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a<b & c>\"'", "a&lt;b &amp; c&gt;&quot;&#x27;"),
        ("a\tb\nc", "a\tb\nc"),
        ("\r\x00\x1b\x7f\x85", "\\r\\x00\\x1b\\x7f\\x85"),
        ("\u202eabc\u2066", "\\u202eabc\\u2066"),
        ("\udc80\ud83d", "\\udc80\\ud83d"),
        ("é😀字", "é😀字"),
    ],
)
def test_escaping(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_shortening_keeps_letters_whole() -> None:
    assert shortened("ab  c\nd", 10) == "ab c d"
    assert shortened("abcdefgh", 5) == "abcd…"
    assert shortened("abcde\u0301fgh", 6) == "abcd…"


def themes() -> list[dict[str, str]]:
    """The colours of the light theme and those of the dark one."""
    blocks = re.findall(r":root \{([^}]*)\}", _style())[:2]
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in blocks]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", themes(), ids=["light", "dark"])
def test_contrast_is_at_least_four_and_a_half(theme: dict[str, str]) -> None:
    code = ("ink", "keyword", "string", "number", "builtin", "comment")
    pairs = [(ink, paper) for ink in ("ink", "quiet", "accent", "old", "bad") for paper in ("page", "surface")]
    pairs += [(ink, paper) for ink in code for paper in ("surface", "removed", "removed-more", "added", "added-more")]
    pairs += [("quiet", "removed"), ("quiet", "added")]
    for ink, paper in pairs:
        light, dark = sorted((luminance(theme[ink]), luminance(theme[paper])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, paper)
