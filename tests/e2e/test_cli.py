"""The command line as people and machines meet it: answers, exit codes, JSON, and what bad input is told."""

import importlib.metadata
import json
import os
import re
import signal
import subprocess
import sys
import time
from email.message import Message
from pathlib import Path

import pytest

from ecode.cli.doctor import extras
from ecode.cli.main import main
from ecode.cli.optimize import checked_text
from ecode.search.outcome import Checked

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
        (["optimize", "slow.py", "--tests", "tests", "--workers", "0"], "between 1 and 256 workers"),
        (["optimize", "slow.py", "--tests", "tests", "--hidden", "-1"], "--hidden must be at least 0"),
        (["judge", "slow.py", "--tests", "tests", "--python", "/bin/ls"], "/bin/ls is no Python interpreter"),
        (["time", "unparsable.py", "--tests", "tests"], "unparsable.py does not compile: SyntaxError"),
        (
            ["time", "unparsable.py", "--tests", "tests", "--metric", "instructions"],
            "unparsable.py does not compile: SyntaxError",
        ),
        (["compare", "unparsable.py", "slow.py", "--tests", "tests"], "unparsable.py does not compile: SyntaxError"),
        (["compare", "slow.py", "unparsable.py", "--tests", "tests"], "unparsable.py does not compile: SyntaxError"),
        (["compare", "wrong.py", "slow.py", "--tests", "tests"], "wrong.py fails its own test 2 (WA)"),
        (["compare", "slow.py", "wrong.py", "--tests", "tests"], "wrong.py is not correct on test 2 (WA)"),
        ([], "required: VERB"),
        (["juge", "slow.py"], "invalid choice: 'juge'"),
        (["judge"], "required: program"),
        (["judge", "slow.py", "--checker", "magic"], "invalid choice: 'magic'"),
        (["judge", "slow.py", "--nonsense"], "--nonsense"),
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
    assert code == 2
    assert expected in json.loads(captured.out)["error"]["message"]
    assert expected in captured.err
    assert "import " not in captured.err  # no source of ours


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
    arguments = ["--tests", folder / "tests", "--budget", 20, "-o", output]
    assert ecode("optimize", folder / "slow.py", *arguments) == 3
    assert "No space left on device" in capsys.readouterr().err
    assert output.read_text() == "what was there before\n"


def test_a_test_without_expected_output_is_told_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tests" / "2.ans").unlink()
    told = "1 of 2 tests has no expected output: only a normal end was checked"
    assert ecode("judge", folder / "slow.py", "--tests", folder / "tests") == 0
    assert told in capsys.readouterr().out
    assert ecode("judge", folder / "slow.py", "--tests", folder / "tests", "--json") == 0
    report = answer(capsys)
    assert (report["without_expected_output"], report["note"]) == (1, told)


@pytest.mark.parametrize(
    ("checked", "expected"),
    [
        (Checked(1, 1, "tokens", False, ("1",)), "1 test (tokens, against the expected output) and 1 hidden input"),
        (
            Checked(3, 0, "exact", True, ("1",), 3),
            "3 tests (exact, against the original's own output) and 0 hidden inputs",
        ),
        (
            Checked(3, 2, "tokens", True, ("1",), 1),
            "3 tests (tokens, against the expected output in 2, the original's own in 1) and 2 hidden inputs",
        ),
    ],
)
def test_what_was_checked(checked: Checked, expected: str) -> None:
    assert checked_text(checked) == expected


def test_optimize_counts_and_words_what_it_did(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tests" / "1.ans").unlink()
    arguments = ["--tests", folder / "tests", "--budget", 8]
    code = ecode("optimize", folder / "slow.py", *arguments, "--hidden", 0)
    text = capsys.readouterr().out
    assert code in (0, 1)
    assert "against the expected output in 1, the original's own in 1) and 0 hidden inputs" in text
    assert "the answer rests on the given tests alone" in text
    assert not re.search(r"\b1 candidates", text)
    ecode("optimize", folder / "slow.py", *arguments, "--json")
    outcome = answer(capsys)
    assert outcome["checked"]["oracle_tests"] == 1  # type: ignore[index]
    assert [set(change) for change in outcome["changes"]] == [{"name", "reason", "speculative", "share"}] * len(
        outcome["changes"]
    )  # type: ignore[attr-defined,arg-type]


def test_piped_lines_have_no_trailing_blanks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for verb, *more in (("judge",), ("time", "--repeats", "1")):
        assert ecode(verb, folder / "slow.py", "--tests", folder / "tests", *more) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines == [line.rstrip() for line in lines]


def shell(folder: Path, command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = command.replace("ecode", f"{sys.executable} -m ecode")
    return subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, env=dict(os.environ) | environment)


def test_output_without_utf8(folder: Path) -> None:
    (folder / "quick.py").write_text("print(input())\n")
    done = shell(folder, "ecode time quick.py --inputs tests/1.in --repeats 2", PYTHONIOENCODING="ascii")
    assert (done.returncode, b"Error" in done.stderr) == (0, False)
    assert b"?s" in done.stdout


@pytest.mark.parametrize(("program", "code"), [("slow.py", 0), ("wrong.py", 1)])
def test_a_reader_that_goes_away_changes_no_exit_code(folder: Path, program: str, code: int) -> None:
    command = f"ecode judge {program} --tests tests | true; echo ${{PIPESTATUS[0]}}"
    done = shell(folder, command)
    assert done.stdout.split() == [str(code).encode()]
    assert b"Broken" not in done.stderr


@pytest.mark.parametrize(("sign", "code", "told"), [("SIGINT", 130, "Interrupted"), ("SIGTERM", 143, "Terminated")])
def test_an_end_from_outside_is_told_as_such(folder: Path, sign: str, code: int, told: str) -> None:
    (folder / "sleeper.py").write_text("import time\ntime.sleep(30)\n")
    command = [sys.executable, "-m", "ecode", "judge", "sleeper.py", "--tests", "tests", "--json"]

    def heed_ctrl_c() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # background jobs of a shell ignore it

    scratch = folder / "scratch"
    scratch.mkdir()
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": os.environ | {"TMPDIR": str(scratch)}}
    with subprocess.Popen(command, cwd=folder, preexec_fn=heed_ctrl_c, **pipes) as process:  # type: ignore[call-overload]
        time.sleep(4)
        process.send_signal(getattr(signal, sign))
        out, _ = process.communicate(timeout=60)
    assert process.returncode == code
    assert json.loads(out)["error"]["type"] == told
    assert list(scratch.iterdir()) == []


def test_nobody_hears_the_error(folder: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ecode", "judge", "nothing.py", "--tests", "tests", "--json"],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "nothing.py" in done.stderr


class FakeDistribution:
    """An installed distribution with two extras, one of which includes the other."""

    requires = ("rich>=13", "pytest; extra == 'dev'", "rich; extra == 'data'", "nosuchthing>=2; extra == 'ray'", "ecode-lm[data]; extra == 'ray'")  # fmt: skip
    metadata = Message()


def test_doctor_lists_the_extras_that_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    for extra in ("data", "ray", "dev"):
        FakeDistribution.metadata["Provides-Extra"] = extra
    known = importlib.metadata.distribution

    def distribution(name: str) -> object:
        return FakeDistribution if name == "ecode-lm" else known(name)

    monkeypatch.setattr("importlib.metadata.distribution", distribution)
    found = {finding.what: (finding.ok, finding.detail) for finding in extras()}
    assert found == {
        "extra data": (True, "rich: installed"),
        "extra ray": (False, "pip install 'ecode-lm[ray]'"),
    }


def test_ctrl_c_still_answers_with_the_best_so_far(folder: Path) -> None:
    command = [sys.executable, "-m", "ecode", "optimize", "slow.py", "--tests", "tests", "--budget", "60", "--json"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, env=dict(os.environ)) as process:
        time.sleep(4)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert process.returncode in (0, 1, 130)
    assert b"schema_version" in out
