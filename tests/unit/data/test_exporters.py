"""What the exporters write is what the importers read, and what the original readers expect."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from ecode.data.exporters import card_header, export_csv, export_gec
from ecode.data.items import BadRow, PublishedPair, PublishedTime, SourceProblem
from ecode.data.schema import PAIRS
from ecode.data.sources.registry import importer_for
from ecode.errors import DataError
from ecode.records import Statement, TestCase

FAST = "n = int(input())\nprint(n * (n + 1) // 2)\n"
MIDDLE = "print(sum(range(int(input()) + 1)), end='\\n')\n"
SLOW = 'total = 0\nfor i in range(int(input()) + 1):\n    total += i\nprint(f"{total}\\n", end="")\n# ü 漢\n'


def pair(**change: Any) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(column.name for column in PAIRS)
    row |= {
        "id": "s>f",
        "problem_id": "gec/train/0007",
        "slow_code": SLOW,
        "slow_time_us": 812.5,
        "fast_code": FAST,
        "fast_time_us": 31.25,
        "alternatives": [MIDDLE],
        "title": "Steps",
        "body": 'Ann\'s "n" steps, ü.\n\nNext.',
        "input": "One integer n.",
        "output": "The sum.",
        "samples": "Input\n3\nOutput\n6",
        "difficulty": "800",
        "tags": ["math", "sums"],
        "source": "mine",
        "license": "MIT",
        "split": "train",
    }
    return row | change


TESTS = (
    TestCase("1", b"3\n", b"6\n"),
    TestCase("2", b"0\n", b""),
    TestCase("3", b"\xff", b"?"),
    TestCase("4", b"1", None),
)


def test_gec_is_read_back_as_it_was(tmp_path: Path) -> None:
    rows = [pair(), pair(slow_code=MIDDLE, slow_time_us=None), pair(problem_id="x y/z", split="test", alternatives=[])]
    done = export_gec(
        iter(rows), tmp_path / "GEC", tests_of=lambda problem: TESTS if problem == "gec/train/0007" else ()
    )
    assert (done.problems, done.pairs, done.tests_left_out) == (2, 3, 2)
    items = list(importer_for(tmp_path / "GEC").read(tmp_path / "GEC"))
    assert [item for item in items if isinstance(item, BadRow)] == []
    pairs = [item for item in items if isinstance(item, PublishedPair)]
    assert [(p.problem_id, p.slow_code, p.fast_code, p.slow_time_us, p.fast_time_us, p.split) for p in pairs] == [
        ("gec/test/x_y_z", SLOW, FAST, 812.5, 31.25, "test"),
        ("gec/train/0007", SLOW, FAST, 812.5, 31.25, "train"),
        ("gec/train/0007", MIDDLE, FAST, None, 31.25, "train"),
    ]
    assert pairs[1].alternatives == (MIDDLE,)
    problem = next(i.problem for i in items if isinstance(i, SourceProblem) and i.id == "gec/train/0007")
    row = rows[0]
    assert problem.statement == Statement(*(row[key] for key in ("title", "body", "input", "output", "samples")))
    assert (problem.difficulty, problem.tags) == ("800", ("math", "sums"))
    assert [(test.input, test.output) for test in problem.secret] == [(b"3\n", b"6\n"), (b"0\n", b"")]


def test_gec_is_what_its_own_loader_reads(tmp_path: Path) -> None:
    export_gec([pair()], tmp_path / "GEC", tests_of=lambda problem: TESTS if problem == "gec/train/0007" else ())
    folder = tmp_path / "GEC" / "train" / "0007"
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert names == [
        "Acc_solutions/0.json",
        "Acc_tle_solutions/0,1 ms,0 KB.json",
        "Accepted run time.txt",
        "Accepted.json",
        "IO Case Test Dictionary.txt",
        "metadata.json",
        "question dictionary.txt",
        "tags.txt",
    ]
    for name in ("metadata.json", "question dictionary.txt", "IO Case Test Dictionary.txt"):
        text = (folder / name).read_text(encoding="utf-8")
        assert ast.literal_eval(text) == json.loads(text)  # the loader evaluates these as Python


def test_two_labels_of_a_problem_get_a_folder_each(tmp_path: Path) -> None:
    export_gec([pair(), pair(fast_code=MIDDLE)], tmp_path / "GEC")
    assert sorted(path.name for path in (tmp_path / "GEC" / "train").iterdir()) == ["0007", "0007-2"]


@pytest.mark.parametrize("name", ["..", "../../x", "/etc", "", "a\0b"])
def test_no_problem_is_written_elsewhere(name: str, tmp_path: Path) -> None:
    export_gec([pair(problem_id=name)], tmp_path / "GEC")
    assert [path.name for path in tmp_path.iterdir()] == ["GEC"]
    assert [path.name for path in (tmp_path / "GEC").iterdir()] == ["train"]
    assert len(list((tmp_path / "GEC" / "train").iterdir())) == 1


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(DataError, match="not empty"):
        export_gec([pair()], tmp_path)


def test_csv_is_read_back_as_it_was(tmp_path: Path) -> None:
    codes = [FAST, SLOW, 'x = "a,b"\n', "### Predict the running time\nprint(1)\n", " \n"]
    rows = [{"code": code, "time_us": 0.1 + number} for number, code in enumerate(codes)]
    path = tmp_path / "deep" / "Uni_train.csv"
    assert export_csv(iter(rows), path) == 4
    items = list(importer_for(path).read(path))
    assert [(i.code, i.time_us, i.variant, i.split) for i in items if isinstance(i, PublishedTime)] == [
        (code, 0.1 + number, "uni", "train") for number, code in enumerate(codes[:4])
    ]
    assert len(items) == 4


HEADERS = {
    "variants": (
        ["ori/train-00000.parquet", "ori/test-00000.parquet", "uni/train-00000.parquet"],
        "---\nlicense: other\nconfigs:\n- config_name: ori\n  default: true\n  data_files:\n"
        '  - split: train\n    path: "ori/train-*.parquet"\n  - split: test\n    path: "ori/test-*.parquet"\n'
        '- config_name: uni\n  data_files:\n  - split: train\n    path: "uni/train-*.parquet"\n---\n',
    ),
    "pairs": (
        ["train-00000.parquet", "test-00000.parquet"],
        "---\nlicense: other\nconfigs:\n- config_name: default\n  data_files:\n"
        '  - split: train\n    path: "train-*.parquet"\n  - split: test\n    path: "test-*.parquet"\n---\n',
    ),
}


@pytest.mark.parametrize("case", HEADERS)
def test_the_card_says_which_files_are_which(case: str, tmp_path: Path) -> None:
    files, header = HEADERS[case]
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert card_header(tmp_path) == header


def test_a_card_of_tables_without_parquet_configures_nothing(tmp_path: Path) -> None:
    assert card_header(tmp_path) == "---\nlicense: other\n---\n"
