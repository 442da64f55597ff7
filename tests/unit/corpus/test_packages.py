"""`ecode data check`: what is wrong with a package is a finding, not the end of the run."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ecode.cli.main import main
from ecode.corpus.packages import check_package
from ecode.errors import DataError
from ecode.judge.run import Judge

pytestmark = pytest.mark.sandbox

SLOW = "n = int(input())\ntotal = 0\nfor i in range(n):\n    total += i\nprint(total)\n"
FAST = "n = int(input())\nprint(n * (n - 1) // 2)\n"
WRONG = "n = int(input())\nprint(n * n)\n"
GENERATOR = "print(int(input()))\n"
FILES = {
    "problem.yaml": "name: Sums\nlicense: MIT\ndifficulty: 900\nkeywords: [sums]\ntags: [sums]\n",
    "statement/problem.en.md": "# Sums\nAdd.\n## Input\nA number.\n## Output\nA sum.\n",
    "data/sample/1.in": "3\n",
    "data/sample/1.ans": "3\n",
    "data/secret/large/1.in": "300000\n",
    "data/secret/large/1.ans": "44999850000\n",
    "submissions/accepted/slow_loop.py": SLOW,
    "submissions/accepted/fast_formula.py": FAST,
    "submissions/wrong_answer/square.py": WRONG,
    "generators/generate.py": GENERATOR,
    "generators/tests.txt": "large/1 300000\n",
}


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as judge:
        yield judge


def package(folder: Path, **changes: str | None) -> Path:
    """The good package with other files, named by their last part; None leaves one out."""
    for name, text in FILES.items():
        text = changes.pop(Path(name).stem, text)
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
    assert not changes
    return folder


def faults(folder: Path, judge: Judge) -> dict[str, str]:
    return {finding.what: finding.text for finding in check_package(folder, judge) if not finding.good}


def test_a_good_package(tmp_path: Path, judge: Judge) -> None:
    assert faults(package(tmp_path), judge) == {}


@pytest.mark.parametrize(
    ("changes", "what", "says"),
    [
        ({"slow_loop": "print((\n"}, "accepted/slow_loop.py", "CE"),
        ({"slow_loop": f"x = {'-' * 20_000}1\n"}, "accepted/slow_loop.py", "CE"),
        ({"fast_formula": WRONG}, "accepted/fast_formula.py", "where AC is wanted"),
        ({"square": FAST}, "wrong_answer/square.py", "AC, where WA is wanted"),
        ({"slow_loop": FAST.replace("//", "  //")}, "accepted/slow_loop.py", "not significantly slower"),
        ({"generate": "1 / 0\n"}, "generator", "large/1: ended with"),
        ({"generate": "print(input(), end='\\r\\n')\n"}, "generator", "other line ends"),
        ({"generate": "print(5)\n"}, "generator", "prints something else"),
        ({"generate": None}, "generator", "are wanted"),
    ],
)
def test_faults_are_named(tmp_path: Path, judge: Judge, changes: dict, what: str, says: str) -> None:
    found = faults(package(tmp_path, **changes), judge)
    assert says in found[what]


def test_a_file_is_no_package(tmp_path: Path, judge: Judge) -> None:
    with pytest.raises(DataError, match="is no folder"):
        list(check_package(package(tmp_path) / "problem.yaml", judge))


def test_one_broken_package_does_not_hide_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = package(tmp_path / "good")
    broken = package(tmp_path / "broken")
    (broken / "problem.yaml").write_text("name: [\n")
    assert main(["data", "check", str(broken), str(good), "--json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {f["package"] for f in findings if not f["good"]} == {str(broken)}
    assert sum(f["good"] for f in findings if f["package"] == str(good)) >= 6
