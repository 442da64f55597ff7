"""The record: there and back again, and clear words where it does not fit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ecode.errors import DataError
from ecode.report import ReportData, from_json, read_report, render_page, to_json
from ecode.report.data import TestRow


@pytest.mark.parametrize("name", ["improved", "fruitless", "hostile"])
def test_round_trip(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    data: ReportData = request.getfixturevalue(name)
    path = tmp_path / "results.json"
    path.write_text(to_json(data), "utf-8")
    assert read_report(path) == data


def test_keys_that_scripts_rely_on(improved: ReportData, fruitless: ReportData) -> None:
    found = json.loads(to_json(improved))
    assert found["outcome"] == "improved"
    assert (found["ratio"], found["low"], found["high"], found["pairs"]) == (15.14, 14.16, 16.15, 8)
    assert found["changes"][0] == {
        "name": "list-of-range",
        "reason": "One call instead of a loop.",
        "speculative": False,
        "share": 0.75,
    }
    assert found["candidates"][0]["changes"] == ["list-of-range", "model"]
    assert found["checked"]["timed_tests"] == ["large/2", "large/1"]
    assert (json.loads(to_json(fruitless))["outcome"], json.loads(to_json(fruitless))["ratio"]) == (
        "no_improvement",
        1.0,
    )


def test_each_change_once_and_tests_side_by_side(improved: ReportData) -> None:
    assert [change.name for change in improved.changes] == ["list-of-range", "model"]
    assert [change.share for change in improved.changes] == [0.75, None]
    assert improved.tests[2] == TestRow("3", "AC", None, 138_000_000, None, 8_998_912, 0)


def test_unknown_and_missing_keys(improved: ReportData) -> None:
    value = json.loads(to_json(improved)) | {"schema_version": 1, "something_new": [1]}
    del value["warnings"], value["changes"][0]["share"]
    found = from_json(json.dumps(value))
    assert found.warnings == ()
    assert found.changes[0].share is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"report_version": 2}, "report version 2, but this ecode reads version 1"),
        ({"report_version": "x"}, "report version 'x'"),
        ({"name": 5}, r"r\.json\.name should be a text"),
        ({"warm": 1}, r"warm should be true or false"),
        ({"seconds": True}, r"seconds should be a number"),
        ({"candidates": [{"fate": "kept"}]}, r"candidates\[0\] has no 'changes'"),
        ({"candidates": {}}, "candidates should be a list"),
        ({"machine": None}, "machine should be an object"),
        ({"outcome": "great"}, "unknown outcome 'great'"),
        ({"race": None}, "without the race"),
        ({"seconds": 1e999}, "seconds is out of range"),
    ],
)
def test_what_does_not_fit_is_named(improved: ReportData, change: dict[str, object], message: str) -> None:
    text = json.dumps(json.loads(to_json(improved)) | change)
    with pytest.raises(DataError, match=message):
        from_json(text, "r.json")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"a_ns": []}, "not pairs"),
        ({"b_ns": [1]}, "not pairs"),
        ({"low": 20.0}, "not within its interval"),
        ({"low": 0.0}, "not within its interval"),
        ({"a_ns": [10**30] * 8}, r"race\.a_ns\[0\] is out of range"),
    ],
)
def test_a_race_that_is_none(improved: ReportData, change: dict[str, object], message: str) -> None:
    value = json.loads(to_json(improved))
    value["race"] |= change
    with pytest.raises(DataError, match=message):
        from_json(json.dumps(value))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", "[" * 100_000, '{"outcome": "improved"}', '{"error": {"type": "UsageError"}}']
)
def test_no_results_at_all(text: str) -> None:
    with pytest.raises(DataError, match=r"not JSON|not the results of an optimisation"):
        from_json(text)


def test_not_even_text(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="not JSON"):
        read_report(path)


def test_a_page_of_what_was_read_back(improved: ReportData) -> None:
    assert render_page(from_json(to_json(improved))) == render_page(improved)
