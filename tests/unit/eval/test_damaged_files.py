"""Lists of slow programs and results of earlier runs that are damaged: one line that names the place, exit code 2."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from ecode.cli.main import main

pytest.importorskip("pyarrow")
PROBLEMS = Path(__file__).parents[3] / "problems"
COLUMNS = b"problem,program,baseline_cpu_s,best_human_cpu_s,best_human_program\n"
GOOD = COLUMNS + b"beadrings,slow_count.py,3,1.5,fast_turned.py\n"


@pytest.fixture(autouse=True)
def _usual_limit() -> Iterator[None]:
    """Of the length of a field: importers raise it for the whole process."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


def run(folder: Path, table: bytes) -> int:
    if not (folder / "beadrings").exists():
        (folder / "beadrings").symlink_to(PROBLEMS / "beadrings")
    (folder / "slow.csv").write_bytes(table)
    return main(["eval", "optimizer", str(folder / "slow.csv"), "--system", "identity", "--out", str(folder / "out")])


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (b"name,file\na,b\n", "slow.csv, row 1: nothing in the column `problem`"),
        (COLUMNS + b"beadrings\n", "slow.csv, row 1: nothing in the column `program`"),
        (COLUMNS + b"beadrings,slow_count.py,fast,1,\n", "slow.csv, row 1: `baseline_cpu_s` is no number of seconds"),
        (COLUMNS + b"beadrings,slow_count.py,3,nan,\n", "`best_human_cpu_s` is no number of seconds: 'nan'"),
        (COLUMNS + b"beadrings,slow_\xff.py,3,1,\n", "slow.csv is not UTF-8 text"),
        (COLUMNS + b'"' + b"x" * 200_000 + b'",a,1,1,\n', "slow.csv is no CSV file"),
        (COLUMNS + b"beadrings,missing.py,3,1,\n", "No such file or directory"),
        (COLUMNS + b"nowhere,slow.py,3,1,\n", "nowhere"),
    ],
)
def test_a_damaged_list(tmp_path: Path, table: bytes, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, table) == 2
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("identity.json", b'{"system": ', "identity.json is broken"),
        ("identity.json", b"[1]\n", "identity.json is broken"),
        ("identity.json", b"\xff\n", "identity.json is broken"),
        ("identity.jsonl", b"{}\n", "identity.jsonl, line 1 is no result"),
        ("identity.jsonl", b"[1]\n", "identity.jsonl, line 1 is no result"),
    ],
)
def test_damaged_results(
    tmp_path: Path, name: str, content: bytes, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_bytes(content)
    assert run(tmp_path, GOOD) == 2
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1
    assert (tmp_path / "out" / name).read_bytes() == content
