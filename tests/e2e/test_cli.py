"""The command line as people and machines meet it: answers, exit codes, JSON, and what bad input is told."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ecode.cli.main import main

pytestmark = pytest.mark.sandbox

SLOW = "n = int(input())\ntotal = 0\nfor i in range(n):\n    total += i * i % 7\nprint(total)\n"
FAST = "n = int(input())\nprint(sum([0, 1, 4, 2, 2, 4, 1][i % 7] for i in range(min(n, 7))) * 0 + 0)\n"
SIZES = (3, 300_000)


def value(n: int) -> int:
    return sum(i * i % 7 for i in range(n))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tests").mkdir()
    for number, n in enumerate(SIZES, start=1):
        (tmp_path / "tests" / f"{number}.in").write_text(f"{n}\n")
        (tmp_path / "tests" / f"{number}.ans").write_text(f"{value(n)}\n")
    (tmp_path / "slow.py").write_text(SLOW)
    (tmp_path / "fast.py").write_text(
        "n = int(input())\nf, r = divmod(n, 7)\nprint(f * 14 + sum([0, 1, 4, 2, 2, 4, 1][:r]))\n"
    )
    (tmp_path / "wrong.py").write_text(SLOW.replace("% 7", "% 5"))
    return tmp_path


def ecode(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    """The one JSON object on stdout, and nothing else there."""
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    parsed: dict[str, object] = json.loads(lines[0])
    assert parsed["schema_version"] == 1
    return parsed


def test_judge(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ecode("judge", folder / "slow.py", "--tests", folder / "tests", "--json") == 0
    report = answer(capsys)
    assert report["verdict"] == "AC"
    assert [set(t) >= {"name", "verdict", "cpu_ns", "wall_ns", "memory_bytes"} for t in report["tests"]] == [True] * 2  # type: ignore[attr-defined]
    assert ecode("judge", folder / "wrong.py", "--tests", folder / "tests") == 1
    assert "WA" in capsys.readouterr().out


def test_compare(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ecode("compare", folder / "slow.py", folder / "fast.py", "--tests", folder / "tests", "--json") == 0
    comparison = answer(capsys)
    assert comparison["answer"] == "faster"
    assert comparison["low"] <= comparison["ratio"] <= comparison["high"]  # type: ignore[operator]
    assert comparison["pairs"] == 8
    assert ecode("compare", folder / "fast.py", folder / "slow.py", "--tests", folder / "tests") == 1
    assert "slower" in capsys.readouterr().out


def test_compare_refuses_a_wrong_program(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ecode("compare", folder / "slow.py", folder / "wrong.py", "--tests", folder / "tests") == 2
    assert "is not correct" in capsys.readouterr().err


@pytest.mark.parametrize("mode", [[], ["--warm"]])
def test_time(folder: Path, capsys: pytest.CaptureFixture[str], mode: list[str]) -> None:
    assert ecode("time", folder / "slow.py", "--tests", folder / "tests", "--repeats", 3, "--json", *mode) == 0
    timing = answer(capsys)
    assert timing["mode"] == ("warm" if mode else "cold")
    large = timing["tests"][1]  # type: ignore[index]
    assert len(large["samples_ns"]) == 3
    assert large["median_ns"] > 1e6


def test_instructions_are_the_same_every_time(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = []
    for _ in range(2):
        arguments = ["--inputs", folder / "tests" / "1.in", "--metric", "instructions", "--json"]
        assert ecode("time", folder / "slow.py", *arguments) == 0
        counts.append(answer(capsys)["tests"][0]["instructions"])  # type: ignore[index]
    assert counts[0] == counts[1] > 0


def test_optimize_writes_a_faster_program(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = folder / "faster.py"
    code = ecode("optimize", folder / "slow.py", "--tests", folder / "tests", "--budget", 10, "-o", output, "--json")
    outcome = answer(capsys)
    assert code == 0
    assert outcome["outcome"] == "improved"
    assert outcome["ratio"] > 1.1  # type: ignore[operator]
    assert outcome["program"] == output.read_text()
    assert outcome["changes"]
    assert ecode("judge", output, "--tests", folder / "tests") == 0


def test_optimize_says_honestly_that_nothing_won(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = folder / "faster.py"
    (folder / "least.py").write_text("print(input())\n")
    arguments = ["--inputs", folder / "tests" / "1.in", "--budget", 5, "-o", output]
    assert ecode("optimize", folder / "least.py", *arguments) == 1
    assert "no improvement found" in capsys.readouterr().out
    assert not output.exists()


def test_doctor(capsys: pytest.CaptureFixture[str]) -> None:
    assert ecode("doctor", "--json") == 0
    findings = {finding["what"]: finding["ok"] for finding in answer(capsys)["findings"]}  # type: ignore[attr-defined]
    assert findings["sandbox"]
    assert findings["judge"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["judge", "nowhere.py", "--tests", "tests"], "There is no program at nowhere.py"),
        (["judge", "tests", "--tests", "tests"], "is a folder"),
        (["judge", "slow.py"], "Give --tests PATH"),
        (["judge", "slow.py", "--tests", "nothing"], "nothing"),
        (["judge", "slow.py", "--tests", "empty"], "empty"),
        (["judge", "slow.py", "--tests", "broken.json"], "broken.json"),
        (["judge", "latin.py", "--tests", "tests"], "not UTF-8"),
        (["judge", "slow.py", "--tests", "tests", "--time-limit", "0"], "must be more than 0"),
        (["judge", "slow.py", "--tests", "tests", "--tolerance", "0.1"], "--checker floats"),
        (["judge", "slow.py", "--tests", "tests", "--python", "nosuchpython"], "No interpreter at nosuchpython"),
        (["optimize", "wrong.py", "--tests", "tests"], "fails its own test"),
        (["optimize", "slow.py", "--tests", "tests", "-o", "no/folder/x.py"], "no folder"),
        (["optimize", "unparsable.py", "--tests", "tests"], "does not compile"),
        (["time", "slow.py", "--tests", "tests", "--repeats", "0"], "--repeats"),
        (["judge", "slow.py", "--tests", "tests", "--time-limit", "inf"], "finite"),
        (["optimize", "slow.py", "--tests", "tests", "--budget", "nan"], "--budget must be more than 0"),
        (["optimize", "slow.py", "--tests", "tests", "--workers", "0"], "at least one worker"),
    ],
)
def test_bad_input_is_told_what_is_wrong(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    expected: str,
) -> None:
    monkeypatch.chdir(folder)
    (folder / "empty").mkdir()
    (folder / "broken.json").write_text("[{")
    (folder / "latin.py").write_bytes(b"x = '\xe9'\n")
    (folder / "unparsable.py").write_text("print((\n")
    code = ecode(*arguments, "--json")
    captured = capsys.readouterr()
    assert code in (2, 3)
    assert expected in json.loads(captured.out)["error"]["message"]
    assert expected in captured.err


def test_missing_bubblewrap_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert ecode("judge", folder / "slow.py", "--tests", folder / "tests") == 3
    assert "apt install bubblewrap" in capsys.readouterr().err


def test_rlimit_backend_works_without_bubblewrap(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert ecode("judge", folder / "slow.py", "--tests", folder / "tests", "--backend", "rlimit") == 0


def test_a_full_disk_loses_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """/dev/full refuses every byte: what stood at the output before must still stand there."""
    output = folder / "faster.py"
    output.write_text("what was there before\n")
    partial = folder / ".faster.py.partial"
    partial.symlink_to("/dev/full")
    arguments = ["--tests", folder / "tests", "--budget", 8, "-o", output]
    assert ecode("optimize", folder / "slow.py", *arguments) == 3
    assert "No space left on device" in capsys.readouterr().err
    assert output.read_text() == "what was there before\n"


def test_ctrl_c_still_answers_with_the_best_so_far(folder: Path) -> None:
    command = [sys.executable, "-m", "ecode", "optimize", "slow.py", "--tests", "tests", "--budget", "60", "--json"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, env=dict(os.environ)) as process:
        time.sleep(4)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert process.returncode in (0, 1, 130)
    assert b"schema_version" in out
