"""What nobody foresaw, and what would destroy something, is answered in one line."""

import json
from pathlib import Path

import pytest

import ecode.cli.doctor
from ecode.cli.main import main
from ecode.errors import UsageError
from ecode.llm.choose import parse_model


def test_a_fault_of_our_own_is_one_line_and_one_object(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(args: object) -> int:
        raise LookupError("no such\nthing")

    monkeypatch.setattr(ecode.cli.doctor, "run", broken)
    assert main(["doctor", "--json"]) == 3
    said = capsys.readouterr()
    assert json.loads(said.out)["error"]["type"] == "LookupError"
    assert "LookupError: no such thing" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    "content",
    [
        b"notes without a newline",
        b"x = 1\n",
        b"[1, 2]\n",
        b"\xff\x00\n",
        b'{"a": 1}\n',
        b'{"id": "a"}\nnotes',
        b'{"id": "a"}\nx\n',
    ],
)
def test_a_file_that_is_no_list_of_candidates_stays_as_it_is(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "slow.py").write_text("print(input())\n")
    out = tmp_path / "keep.txt"
    out.write_bytes(content)
    assert main(["generate", str(tmp_path / "slow.py"), "-k", "1", "--out", str(out)]) == 2
    assert "holds something else than candidates" in " ".join(capsys.readouterr().err.split())
    assert out.read_bytes() == content


def test_program_and_report_do_not_share_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "slow.py").write_text("print(input())\n")
    (tmp_path / "1.in").write_text("1\n")
    (tmp_path / "1.ans").write_text("1\n")
    same = str(tmp_path / "same.txt")
    given = ["optimize", str(tmp_path / "slow.py"), "--tests", str(tmp_path), "-o", same, "--report", same]
    assert main(given) == 2
    assert "name the same file" in " ".join(capsys.readouterr().err.split())


def test_an_empty_address_is_not_openais() -> None:
    with pytest.raises(UsageError):
        parse_model("openai:x", base_url="")


@pytest.mark.parametrize(
    "options", [("-k", "0"), ("--limit", "0"), ("--temperature", "nan"), ("--temperature", "-1"), ("--budget", "-1")]
)
def test_numbers_that_no_evaluation_can_use(tmp_path: Path, options: tuple[str, ...]) -> None:
    given = ["eval", "optimizer", str(tmp_path), "--system", "identity", "--out", str(tmp_path / "out")]
    assert main([*given, *options]) == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("data", "build-corpus", "--out", "out", "--workers", "0"), "--workers must be between 1 and"),
        (("compare", "a.py", "b.py", "--max-seconds", "-1"), "--max-seconds must be more than 0, not -1"),
        (("compare", "a.py", "b.py", "--max-seconds", "nan"), "--max-seconds must be more than 0, not nan"),
        (("generate", "a.py", "--limit", "0"), "--limit must be at least 1, not 0"),
        (("generate", "a.py", "--limit", "-1"), "--limit must be at least 1, not -1"),
        (
            (
                "train",
                "optimizer",
                "--data",
                "a",
                "--out",
                "out",
                "--init",
                "bundled",
                "--heads",
                "8",
                "--no-copy-head",
            ),
            "--init brings the model's settings with it: leave out --heads, --copy-head",
        ),
    ],
)
def test_options_are_refused_before_any_work(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    given: tuple[str, ...],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(given) == 2
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
