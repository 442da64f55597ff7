"""Published pairs and times in this project's tables, and the way back, by the commands a user types."""

import json
from pathlib import Path

import pytest
from builds import ecode

from ecode.data.items import BadRow, PublishedPair, PublishedTime
from ecode.data.ledger import LEDGER_NAME
from ecode.data.manifest import TIMES_KIND, claim
from ecode.data.publish import publish, split_of
from ecode.data.schema import PAIRS, TIMES
from ecode.data.tables import read_table
from ecode.errors import DataError

LAYOUTS = Path(__file__).parent / "layouts"


def pair(number: int, **changes: object) -> PublishedPair:
    plain = {"slow_time_us": 300.0, "fast_time_us": 100.0, "split": "train"} | changes
    return PublishedPair(f"x{number}", f"q{number}", f"slow {number}", f"fast {number}", "src", "MIT", "row", **plain)


def test_pairs_keep_their_times_and_splits(tmp_path: Path) -> None:
    items = [pair(1), pair(2, split="dev"), pair(3, fast_time_us=None), BadRow("row 4", "no code")]
    report = publish(items, tmp_path, "made up")
    assert (report.pairs, report.times, report.bad_rows) == (3, 0, 1)
    rows = {row["id"]: row for split in ("train", "valid") for row in read_table(tmp_path, split)}
    assert set(rows["x1"]) == {column.name for column in PAIRS}
    assert (rows["x1"]["ratio"], rows["x2"]["split"], rows["x3"]["ratio"]) == (3.0, "valid", None)
    assert {row["evidence"] for row in rows.values()} == {"published"}
    assert (tmp_path / "bad_rows.txt").read_text() == "row 4: no code\n"


def test_times_keep_their_variant(tmp_path: Path) -> None:
    items = [
        PublishedTime(f"t{v}", "", "x = 1", 8.5, "src", "MIT", "row", variant=v, split="test") for v in ("ori", "uni")
    ]
    assert publish(items, tmp_path, "made up").times == 2
    (row,) = read_table(tmp_path / "uni", "test")
    assert set(row) == {column.name for column in TIMES}
    assert (row["time_us"], row["code_tokens"], row["samples_us"]) == (8.5, 3, None)


def test_nothing_published_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no published pairs or times"):
        publish([BadRow("row 1", "broken")], tmp_path, "made up")


def test_a_problem_without_a_split_always_gets_the_same_one() -> None:
    splits = [split_of("", f"p{n}") for n in range(1000)]
    assert 60 < splits.count("test") < 140
    assert splits == [split_of("", f"p{n}") for n in range(1000)]


@pytest.mark.parametrize("name", ["gec", "pie", "aceob", "codeexectimedb"])
def test_import_and_export(tmp_path: Path, name: str) -> None:
    done = ecode("data", "import", name, LAYOUTS / name, "--out", tmp_path / "in", "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["pairs"] + report["times"] > 0
    layout, format = ("csv", "codeexectimedb") if report["times"] else ("gec", "gec")
    back = ecode("data", "export", layout, tmp_path / "in", "--out", tmp_path / "out", "--json")
    assert back.returncode == 0, back.stderr
    again = ecode("data", "import", format, tmp_path / "out", "--out", tmp_path / "again", "--json")
    assert {key: json.loads(again.stdout)[key] for key in ("pairs", "times")} == {
        key: report[key] for key in ("pairs", "times")
    }
    assert tables(tmp_path / "again") == tables(tmp_path / "in")  # the same splits and variants


def tables(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.parquet")}


def test_another_dataset_is_not_overwritten(tmp_path: Path) -> None:
    publish([pair(1)], tmp_path, "made up")
    publish([pair(1)], tmp_path, "made up again")
    with pytest.raises(DataError, match="holds something else already"):
        claim(tmp_path, TIMES_KIND)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / LEDGER_NAME).touch()
    with pytest.raises(DataError, match="holds something else already"):
        publish([pair(1)], tmp_path / "build", "made up")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("import", "gecc", "."), "did you mean gec"),
        (("import", "gec", "nowhere"), "nothing to import at"),
        (("export", "gec", "nowhere"), "no finished dataset"),
        (("build-pairs", "nowhere"), "holds no build"),
        (("build-times", "nowhere"), "nothing to import at"),
        (("build-times", ".", "--repeats", "1"), "--repeats must be at least 2"),
        (("build-corpus", "--problems", "0"), "--problems must be between 1 and 1000000"),
    ],
)
def test_errors_say_what_to_do(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    done = ecode("data", *arguments, "--out", tmp_path / "out", "--json", cwd=tmp_path)
    assert done.returncode == 2
    assert says in json.loads(done.stdout)["error"]["message"]
