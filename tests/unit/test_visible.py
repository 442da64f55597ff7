"""Names of files reach the terminal without what it would obey."""

from pathlib import Path

import pytest

from ecode.cli.main import main
from ecode.console import visible

NAME = "a\x1b[2J\x07\u202e[bold]b.py"
SHOWN = r"a\x1b[2J\x07\u202e[bold]b.py"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (NAME, SHOWN),
        ("é µ 日本 a b", "é µ 日本 a b"),
        ("a\nb\r\t\x9b1m", r"a\nb\r\t\x9b1m"),
        (Path("a/b.py"), "a/b.py"),
    ],
)
def test_visible(text: object, shown: str) -> None:
    assert visible(text) == shown


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "1\x1b[1m.in").write_text("1\n")
    (tmp_path / "tests" / "1\x1b[1m.ans").write_text("1\n")
    (tmp_path / NAME).write_text("print(input())\n")
    return tmp_path


@pytest.mark.sandbox
@pytest.mark.parametrize(
    "given",
    [
        ("judge", NAME, "--tests", "tests"),
        ("compare", NAME, NAME, "--tests", "tests", "--max-seconds", "1"),
        ("optimize", NAME, "--tests", "tests", "--budget", "1", "--model", "none"),
        ("predict", NAME),
        ("generate", NAME, "-k", "1", "--draws", "1"),
    ],
    ids=lambda given: given[0],
)
def test_no_verb_prints_a_name_as_it_is(
    folder: Path, given: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(given) in (0, 1)
    said = capsys.readouterr()
    assert SHOWN in said.out.replace("\n", "")
    assert "\x1b" not in said.out + said.err
    assert "\u202e" not in said.out + said.err


def test_errors_show_names_the_same_way(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge", "no" + NAME, "--tests", "tests"]) == 2
    said = capsys.readouterr().err
    assert SHOWN in said
    assert "\x1b" not in said
