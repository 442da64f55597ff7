"""Tables come whole or not at all, in every format, with their columns explained."""

import csv
import json
from pathlib import Path

import pytest

from ecode.data import tables
from ecode.data.schema import Column
from ecode.data.tables import read_table, replacing, write_table
from ecode.errors import DataError

COLUMNS = (
    Column("id", "str", "who"),
    Column("n", "int", "how many"),
    Column("x", "float", "how much"),
    Column("parts", "[[float]]", "of what"),
)
ROWS = [
    {"id": "a", "n": 1, "x": 0.5, "parts": [[1.0, 2.0], []]},
    {"id": "é\n", "n": None, "x": None, "parts": []},
]


def test_parquet_round_trip(tmp_path: Path) -> None:
    entries = write_table(tmp_path, "train", COLUMNS, ROWS)
    assert list(read_table(tmp_path, "train")) == ROWS
    assert [(entry["file"], entry["rows"]) for entry in entries] == [("train-00000.parquet", 2)]


def test_columns_carry_their_meaning(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow.parquet

    write_table(tmp_path, "train", COLUMNS, ROWS)
    schema = pyarrow.parquet.read_schema(tmp_path / "train-00000.parquet")
    assert schema.field("n").metadata[b"description"] == b"how many"


def test_csv_and_jsonl(tmp_path: Path) -> None:
    write_table(tmp_path, "t", COLUMNS, ROWS, formats=("csv", "jsonl"))
    with (tmp_path / "t-00000.csv").open(newline="") as file:
        assert list(csv.reader(file))[1:] == [["a", "1", "0.5", "[[1.0, 2.0], []]"], ["é\n", "", "", "[]"]]
    assert [json.loads(line) for line in (tmp_path / "t-00000.jsonl").read_text().splitlines()] == ROWS


def test_shards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "SHARD_ROWS", 2)
    rows = [{"id": str(i), "n": i, "x": 0.0, "parts": []} for i in range(5)]
    entries = write_table(tmp_path, "t", COLUMNS, rows)
    assert [entry["rows"] for entry in entries] == [2, 2, 1]
    assert list(read_table(tmp_path, "t")) == rows


def test_an_empty_table_is_a_table(tmp_path: Path) -> None:
    write_table(tmp_path, "t", COLUMNS, [])
    assert list(read_table(tmp_path, "t")) == []


def test_a_lone_surrogate_does_not_stop_a_build(tmp_path: Path) -> None:
    write_table(tmp_path, "t", COLUMNS[:1], [{"id": "a\ud800b"}], formats=("parquet", "csv", "jsonl"))
    assert list(read_table(tmp_path, "t")) == [{"id": "a?b"}]


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "table"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(path) as temporary:
        temporary.write_text("half of the ne")
        raise ZeroDivisionError
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="No space left"), replacing(tmp_path / "table") as temporary:
        temporary.symlink_to("/dev/full")
        temporary.write_text("x")
