"""Tables in formats that are not read back: every command that takes them says so."""

from pathlib import Path

import pytest
from builds import build, submission

from ecode.cli.main import main
from ecode.data.pairs import PairsConfig, build_pairs
from ecode.errors import DataError
from ecode.judge.compare import Comparison
from ecode.records import TestSuite

pytest.importorskip("pyarrow")


def no_race(suite: TestSuite, slow: str, fast: str, pair_us: float) -> Comparison:
    raise DataError("nothing is raced here")


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_what_is_not_read_back_is_said(tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    build(tmp_path / "times", [submission(number) for number in range(12)])
    build_pairs(tmp_path / "times", tmp_path / "pairs", PairsConfig(), no_race, formats=(kind,))
    out = str(tmp_path / "out")
    for given in (
        ("train", "optimizer", "--data", str(tmp_path / "pairs"), "--out", out),
        ("eval", "optimizer", str(tmp_path), "--system", "identity", "--split", "train", "--out", out),
        ("data", "export", "gec", str(tmp_path / "pairs"), "--out", out),
        ("generate", "--data", str(tmp_path / "pairs"), "--split", "train"),
    ):
        assert main(given) == 2, given
        said = capsys.readouterr().err
        assert f"holds the table train as {kind} only, and only Parquet can be read back" in said, given
        assert "--write parquet" in said
