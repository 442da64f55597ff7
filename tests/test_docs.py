"""Docs that cannot rot: links lead somewhere, commands exist, examples run, packages hold."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ecode.cli.main import VERBS
from ecode.formats import load_package
from ecode.judge.run import Judge
from ecode.records import TestSuite, Verdict

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "bench").glob("*.md"))]
PACKAGES = sorted(path.parent for path in (ROOT / "examples").glob("*/problem.yaml"))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", page.read_text())
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_commands_exist(page: Path) -> None:
    named = re.findall(r"(?:^\$ |`)ecode ([a-z]+)", page.read_text(), re.MULTILINE)
    assert set(named) <= set(VERBS)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_scripts_that_are_named_exist(page: Path) -> None:
    named = re.findall(r"\b((?:bench|runs|scripts)/[\w/]+\.(?:py|sh))", page.read_text())
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_python_in_the_readme_compiles() -> None:
    for block in re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL):
        compile(block, "README.md", "exec")


@pytest.mark.sandbox
@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_example_package_holds(package: Path) -> None:
    problem = load_package(package)
    suite = TestSuite((*problem.samples, *problem.secret), problem.checker, problem.limits)
    with Judge() as judge:
        for program in problem.submissions["accepted"]:
            assert judge.judge(program.read_bytes(), suite).verdict is Verdict.AC, program
        for program in problem.submissions["wrong_answer"]:
            assert judge.judge(program.read_bytes(), suite).verdict is Verdict.WA, program


@pytest.mark.sandbox
@pytest.mark.slow
def test_the_example_in_python_runs() -> None:
    script = ROOT / "examples" / "from_python.py"
    answer = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert "x faster, 95 % interval" in answer.stdout
