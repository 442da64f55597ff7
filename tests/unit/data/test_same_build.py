"""Pairs are replaced by those of the same build only; what a build says at its end."""

from pathlib import Path

import pytest
from builds import build, submission

from ecode.cli.data.build_times import print_report
from ecode.data.exec_time_db import BuildReport
from ecode.data.items import Submission
from ecode.data.manifest import MANIFEST, read_manifest
from ecode.data.pairs import PairsConfig, build_pairs
from ecode.data.splits import SplitReport
from ecode.data.tables import read_table
from ecode.errors import DataError
from ecode.judge.compare import Comparison
from ecode.records import TestSuite

pytest.importorskip("pyarrow")


def no_race(suite: TestSuite, slow: str, fast: str, pair_us: float) -> Comparison:
    raise DataError("nothing is raced here")


def some(*numbers: int) -> list[Submission]:
    return [submission(number) for number in numbers]


def test_pairs_of_another_build_are_not_replaced(tmp_path: Path) -> None:
    build(tmp_path / "a", some(*range(12)))
    build(tmp_path / "b", some(*range(50, 62)))
    build_pairs(tmp_path / "a", tmp_path / "pairs", PairsConfig(), no_race)
    before = list(read_table(tmp_path / "pairs", "train"))
    with pytest.raises(DataError, match=r"holds the pairs of another build than .*b: use another --out"):
        build_pairs(tmp_path / "b", tmp_path / "pairs", PairsConfig(), no_race)
    assert list(read_table(tmp_path / "pairs", "train")) == before
    assert (tmp_path / "pairs" / MANIFEST).is_file()


def test_pairs_of_the_same_build_are(tmp_path: Path) -> None:
    build(tmp_path / "a", some(*range(12)))
    build_pairs(tmp_path / "a", tmp_path / "pairs", PairsConfig(), no_race)
    build(tmp_path / "a", some(*range(24)))  # the build goes on
    (tmp_path / "a").rename(tmp_path / "moved")
    build_pairs(tmp_path / "moved", tmp_path / "pairs", PairsConfig(slow=3), no_race)
    assert read_manifest(tmp_path / "pairs")["config"]["slow"] == 3


@pytest.mark.parametrize(("unseen", "says"), [(0, "100 to test on\n"), (7, "100 to test on, 7 of problems held out")])
def test_a_report_counts_held_out_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], unseen: int, says: str
) -> None:
    split = SplitReport("problem", "", 900, 100, unseen, 0, 0)
    print_report(BuildReport(tmp_path, {"measured": 1007}, 0, split, 0, 0.0))
    assert says in capsys.readouterr().out
