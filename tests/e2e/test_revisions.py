"""`ecode compare FILE --base REV` in a git checkout."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ecode.cli.main import main

pytestmark = pytest.mark.sandbox
ROOT = Path(__file__).parent.parent.parent
SLOW = "n = int(input())\ntotal = 0\nfor i in range(n):\n    total += i\nprint(total)\n"
FAST = "n = int(input())\nprint(n * (n - 1) // 2)\n"


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Slow in the first commit, fast in the second, wrong as it lies there."""
    tests = tmp_path / "tests"
    tests.mkdir()
    (tests / "1.in").write_text("200000\n")
    (tests / "1.out").write_text(f"{200_000 * 199_999 // 2}\n")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    program = tmp_path / "inner" / "sum.py"
    program.parent.mkdir()
    for text in (SLOW, FAST):
        program.write_text(text)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "--quiet", "--message=step")
    program.write_text(FAST.replace("// 2", "// 3"))
    return tmp_path


def compare(checkout: Path, *options: str) -> int:
    return main(["compare", str(checkout / "inner" / "sum.py"), "--tests", str(checkout / "tests"), *options])


def test_two_revisions(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(checkout, "--base", "main~1", "--head", "main") == 0
    assert "sum.py at main: " in capsys.readouterr().out
    assert compare(checkout, "--base", "main", "--head", "main~1") == 1


def test_the_working_tree_is_the_default_head(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(checkout, "--base", "main") == 2
    assert "sum.py is not correct on test 1" in capsys.readouterr().err


def test_only_slower_ones_fail_where_asked(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(checkout, "--base", "main", "--head", "main", "--metric", "instructions") == 1
    assert compare(checkout, "--base", "main", "--head", "main", "--metric", "instructions", "--fail-on", "slower") == 0
    assert compare(checkout, "--base", "main", "--head", "main~1", "--fail-on", "slower") == 1


def test_a_table_for_a_pull_request(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(checkout, "--base", "main~1", "--head", "main", "--markdown") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["| program | cost of a pass over the tests |", "| --- | ---: |"]
    assert "sum.py at main~1 |" in lines[2]
    assert "x faster" in lines[-1]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--base", "nowhere"], "There is no revision nowhere here"),
        (["--base=-n1"], "There is no revision -n1 here"),
        (["--base", "main", "--head", "nowhere"], "There is no revision nowhere here"),
        (["--head", "main"], "Give a second program, or --base REV"),
    ],
)
def test_what_is_refused(checkout: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str) -> None:
    assert compare(checkout, *options) == 2
    assert message in " ".join(capsys.readouterr().err.split())


def test_a_file_that_is_new(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (checkout / "new.py").write_text(FAST)
    arguments = ["compare", str(checkout / "new.py"), "--base", "main", "--tests", str(checkout / "tests")]
    assert main(arguments) == 2
    assert "new.py does not exist at main" in " ".join(capsys.readouterr().err.split())


def test_outside_a_checkout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.py").write_text(FAST)
    (tmp_path / "1.in").write_text("3\n")
    assert main(["compare", str(tmp_path / "a.py"), "--base", "main", "--inputs", str(tmp_path / "1.in")]) == 2
    assert "is in no git checkout" in " ".join(capsys.readouterr().err.split())


def test_the_workflow_in_examples_does_what_it_says(checkout: Path) -> None:
    """Its comparing step, run by a shell as GitHub would run it."""
    workflow = yaml.safe_load((ROOT / "examples" / "github" / "speed.yml").read_text())
    job = workflow["jobs"]["compare"]
    (step,) = [step for step in job["steps"] if step.get("name") == "Compare"]
    program, tests = checkout / "solutions" / "sum.py", checkout / "solutions" / "sum"
    tests.mkdir(parents=True)
    for file in (checkout / "tests").iterdir():
        (tests / file.name).write_bytes(file.read_bytes())
    summary = checkout / "summary.md"
    for text, base, wanted in ((SLOW, "", None), (FAST, "main", 0), (SLOW, "main", 1)):
        program.write_text(text)
        if base:
            environment = {
                "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
                "HOME": str(checkout),
                "PROGRAMS": job["env"]["PROGRAMS"],
                "BASE": base,
                "GITHUB_STEP_SUMMARY": str(summary),
            }
            done = subprocess.run(["bash", "-e", "-c", step["run"]], cwd=checkout, env=environment, check=False)
            assert done.returncode == wanted
        git(checkout, "add", ".")
        git(checkout, "commit", "--quiet", "--message=step")
    assert summary.read_text().count("x faster") == summary.read_text().count("x slower") == 1
