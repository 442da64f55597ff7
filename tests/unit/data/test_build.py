"""The steps of a build, on scripted times: what is kept, counted, written, and taken up again."""

import json
from pathlib import Path

import pytest
from builds import ScriptedEngine, build, double, source, submission

from ecode.data.exec_time_db import BuildConfig, build_times
from ecode.data.items import BadRow
from ecode.data.manifest import read_manifest
from ecode.data.schema import TIMES, VARIANTS
from ecode.data.tables import read_table
from ecode.errors import DataError
from ecode.formats.input_profile import PROFILE

ROWS = [submission(n) for n in range(40)]


def ids(out: Path, variant: str = "ori") -> list[str]:
    return sorted(row["id"] for split in ("train", "test") for row in read_table(out / variant, split))


def test_every_filter_is_counted(tmp_path: Path) -> None:
    rows = [
        submission(0),
        submission(1),
        submission(50, code="print(("),
        submission(51, code="x = 1\n" * 3000),
        submission(52, code="number = int(input())\nprint(number * 2 + 0 - 0)\n"),
        submission(53, code=double(1) + "# with a comment\n"),
        submission(54, problem_id="nobody knows"),
        submission(55, code="import datetime\nprint(datetime.date.today())\n"),
        BadRow("row 99", "no code"),
    ]
    report = build(tmp_path, rows)
    assert report.counts == {
        "measured": 2,
        "duplicate": 2,
        "no_ast": 1,
        "too_long": 1,
        "no_tests": 1,
        "nondeterministic": 1,
    }
    assert report.bad_rows == 1
    card = (tmp_path / "README.md").read_text()
    assert "equals another program up to names and layout" in card


def test_label_and_split_are_the_same_in_all_variants(tmp_path: Path) -> None:
    build(tmp_path, ROWS)
    tables = {v: [r for s in ("train", "test") for r in read_table(tmp_path / v, s)] for v in VARIANTS}
    labels = {v: [(r["id"], r["split"], r["time_us"], r["samples_us"]) for r in rows] for v, rows in tables.items()}
    assert all(label == labels["ori"] for label in labels.values())
    assert all(set(row) == {column.name for column in TIMES} for row in tables["uni"])
    assert {row["code"].split()[0] for row in tables["uni"]} == {"var1"}


def test_the_manifest_lists_every_file_with_its_rows(tmp_path: Path) -> None:
    build(tmp_path, ROWS)
    manifest = read_manifest(tmp_path)
    rows = dict.fromkeys(("ori", "inputs"), 0)
    for entry in manifest["files"]:
        kind = entry["file"].split("/")[0]
        rows[kind] = rows.get(kind, 0) + entry["rows"] * entry["file"].endswith("parquet")
    assert rows["ori"] == rows["rand_del"] == 40
    assert rows["inputs"] == len(
        {row["problem_id"] for s in ("train", "test") for row in read_table(tmp_path / "ori", s)}
    )
    assert all((tmp_path / entry["file"]).is_file() for entry in manifest["files"])
    assert manifest["config"]["measure"]["repeats"] == 5


def test_the_inputs_of_the_timed_tests_are_described(tmp_path: Path) -> None:
    build(tmp_path, ROWS)
    times = next(iter(read_table(tmp_path / "ori", "train")))
    inputs = {row["problem_id"]: row for row in read_table(tmp_path / "inputs", "inputs")}[times["problem_id"]]
    assert len(inputs["profiles"]) == len(inputs["tests"]) == times["tests"] == len(times["test_times_us"])
    assert all(len(profile) == len(PROFILE) for profile in inputs["profiles"])


def test_an_interrupted_build_goes_on(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    build(whole, ROWS)
    broken, done = tmp_path / "broken", []
    for _ in range(3):
        engine = ScriptedEngine(break_after=11)
        with pytest.raises(KeyboardInterrupt):
            build(broken, ROWS, engine)
        done += engine.measured
        assert not (broken / "manifest.json").exists()
    last = ScriptedEngine()
    build(broken, ROWS, last)
    assert len(done) == 33
    assert sorted(done + last.measured) == list(range(1, 41))
    assert ids(broken) == ids(whole)


def test_a_finished_build_measures_nothing_again(tmp_path: Path) -> None:
    build(tmp_path, ROWS)
    again = ScriptedEngine()
    report = build(tmp_path, ROWS, again)
    assert again.measured == []
    assert (report.measured_now, report.counts["measured"]) == (0, 40)


def test_more_sources_may_be_added(tmp_path: Path) -> None:
    build(tmp_path, ROWS[:20])
    more = source(ROWS[20:])
    second = type(more)("a second table", more.items)
    report = build_times([source(ROWS[:20]), second], tmp_path, BuildConfig(), lambda _: ScriptedEngine())
    assert report.counts["measured"] == 40


def test_other_settings_need_another_folder(tmp_path: Path) -> None:
    build(tmp_path, ROWS, seed=1)
    with pytest.raises(DataError, match=r"other settings \(seed: 1 then, 2 now\)"):
        build(tmp_path, ROWS, seed=2)


def test_the_share_may_grow_and_be_cut_short(tmp_path: Path) -> None:
    build(tmp_path / "whole", ROWS)
    out = tmp_path / "some"
    counts = build(out, ROWS, share=0.5).counts  # the hash puts one of the three problems in it
    assert 0 < counts["measured"] < counts["unmeasured"]
    report = build(out, ROWS, share=1.0)
    assert (report.counts, report.measured_now) == ({"measured": 40}, counts["unmeasured"])
    assert ids(out) == ids(tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "cut", ROWS, ScriptedEngine(break_after=5))
    assert build(tmp_path / "cut", ROWS, share=1e-9).counts == {"unmeasured": 35, "measured": 5}


def test_nothing_to_measure_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="No program was left to measure: 1 no_ast"):
        build(tmp_path, [submission(1, code="((")])


def test_an_older_table_with_more_shards_leaves_nothing_behind(tmp_path: Path) -> None:
    build(tmp_path, ROWS)
    stale = tmp_path / "ori" / "train-00007.parquet"
    stale.write_bytes(b"old")
    build(tmp_path, ROWS)
    assert not stale.exists()


def test_a_broken_manifest_is_named(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(DataError, match="is broken"):
        read_manifest(tmp_path)
    (tmp_path / "manifest.json").write_text(json.dumps({"format_version": 99}))
    with pytest.raises(DataError, match="format version 99"):
        read_manifest(tmp_path)
