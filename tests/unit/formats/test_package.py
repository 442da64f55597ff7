"""Problem packages: what problem.yaml may say, and how statements fall into sections."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecode.errors import DataError
from ecode.formats import load_package, split_statement
from ecode.records import CheckerSpec, Limits


def package(root: Path, yaml: str | None = "name: P\n", **files: str) -> Path:
    """A package; in the names of files `__` stands for a slash and `_dot_` for a dot."""
    if yaml is not None:
        (root / "problem.yaml").write_text(yaml)
    for key, content in files.items():
        path = root / key.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return root


def test_a_whole_package(tmp_path: Path) -> None:
    problem = load_package(
        package(
            tmp_path,
            "name: {de: Summe, en: Sum}\nsource: {name: A contest, url: 'x'}\nlicense: MIT\ndifficulty: 3.10\n"
            "tags: [math, easy]\nlimits: {time_limit: 2.5, memory: 256, output: 8}\n",
            statement__problem_dot_en_dot_md="# Sum\n\nAdd up.\n\n## Input\n\nNumbers.\n\n## Output\n\nThe sum.\n",
            data__sample__1_dot_in="1 2\n",
            data__sample__1_dot_ans="3\n",
            data__secret__large__1_dot_in="5\n",
            data__secret__large__1_dot_ans="5\n",
            submissions__accepted__b10_dot_py="",
            submissions__accepted__b9_dot_py="",
            submissions__accepted__c_dot_cpp="",
            submissions__wrong_answer__w_dot_py="",
        )
    )
    assert (problem.name, problem.source, problem.license, problem.difficulty) == ("Sum", "A contest", "MIT", "3.10")
    assert problem.tags == ("math", "easy")
    assert problem.limits == Limits(cpu_s=2.5, memory_bytes=256 << 20, output_bytes=8 << 20)
    assert [test.name for test in problem.samples + problem.secret] == ["sample/1", "secret/large/1"]
    names = {kind: [path.name for path in paths] for kind, paths in problem.submissions.items()}
    assert names == {"accepted": ["b9.py", "b10.py"], "wrong_answer": ["w.py"]}
    shown = "Sample Input 1\n1 2\nSample Output 1\n3"
    assert astuple(problem.statement) == ("Sum", "Add up.", "Numbers.", "The sum.", shown)
    assert problem.path == tmp_path


def test_the_least_package(tmp_path: Path) -> None:
    problem = load_package(package(tmp_path, None, data__secret__1_dot_in="x"))
    assert (problem.name, problem.checker, problem.limits) == (tmp_path.name, CheckerSpec(), Limits())
    assert problem.statement.title == tmp_path.name


@pytest.mark.parametrize(
    ("line", "name"),
    [("name: no", "no"), ("name: 007", "007"), ("name: {fr: Somme}", "Somme"), ("name: 'a: b'", "a: b")],
)
def test_names_are_kept_as_spelled(line: str, name: str, tmp_path: Path) -> None:
    assert load_package(package(tmp_path, line)).name == name


@pytest.mark.parametrize(
    "line", ["tags: [two pointers, dp]", "tags: 'two pointers, dp'", "keywords: [two pointers, dp]"]
)
def test_tags(line: str, tmp_path: Path) -> None:
    assert load_package(package(tmp_path, line)).tags == ("two pointers", "dp")


def test_domjudge_time_limit(tmp_path: Path) -> None:
    assert load_package(package(tmp_path, "name: x", _dot_timelimit="4\n")).limits.cpu_s == 4


CHECKERS = {
    "": CheckerSpec(),
    "validation: default": CheckerSpec(),
    "validator_flags: float_tolerance 1e-4": CheckerSpec("floats", 1e-4, 1e-4, case_sensitive=False),
    "validator_flags: float_absolute_tolerance 1e-9 case_sensitive": CheckerSpec("floats", 1e-9, 0.0),
    "validator_flags: [float_relative_tolerance, 0.5]": CheckerSpec("floats", 0.0, 0.5, case_sensitive=False),
    "validator_flags: case_sensitive": CheckerSpec("tokens"),
    "validator_flags: case_sensitive space_change_sensitive": CheckerSpec("exact"),
}


@pytest.mark.parametrize("line", CHECKERS)
def test_checkers(line: str, tmp_path: Path) -> None:
    assert load_package(package(tmp_path, "name: x\n" + line)).checker == CHECKERS[line]


def test_flags_beside_the_test_data(tmp_path: Path) -> None:
    root = package(tmp_path, data__testdata_dot_yaml="output_validator_flags: float_tolerance 0.25")
    assert load_package(root).checker.absolute == 0.25


@pytest.mark.parametrize(
    ("line", "folder"),
    [("validation: custom", "output_validators"), ("", "output_validators"), ("", "output_validator")],
)
def test_custom_validator(line: str, folder: str, tmp_path: Path) -> None:
    root = package(tmp_path, f"name: x\n{line}", **{f"{folder}__check_dot_py": ""})
    assert load_package(root).checker == CheckerSpec(kind="validator", validator=root / folder)


def test_an_unused_validator(tmp_path: Path) -> None:
    root = package(tmp_path, "validation: default", output_validators__check_dot_py="")
    assert load_package(root).checker.kind == "tokens"


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("name: [", r"problem\.yaml, line 1: broken YAML"),
        ("a: 1\nb: c: d", r"problem\.yaml, line 2: broken YAML"),
        ("just text", "expected `key: value` lines"),
        ("limits: 5", "limits must be a mapping"),
        ("limits: {time_limit: ten}", r"limits\.time_limit must be a positive number of seconds, not 'ten'"),
        ("limits: {time_limit: 0}", "must be a positive number"),
        ("limits: {memory: .inf}", r"limits\.memory must be a positive number of MiB"),
        ("validation: custom", "there is no output_validator or output_validators folder"),
        ("validation: custom interactive", "interactive problems are not supported"),
        ("type: [pass-fail, interactive]", "interactive problems are not supported"),
        ("validator_flags: loose", "no flag 'loose'; it knows float_tolerance"),
        ("validator_flags: float_tolerance", "float_tolerance must be a positive number"),
        ("validator_flags: float_tolerance -1", "float_tolerance must be a positive number"),
    ],
)
def test_broken_packages(yaml: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=message):
        load_package(package(tmp_path, yaml))


@pytest.mark.parametrize(("path", "message"), [("nowhere", "no such folder"), ("", "is no problem package")])
def test_no_package(path: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=message):
        load_package(tmp_path / path)


@pytest.mark.parametrize(
    ("folder", "name"),
    [("statement", "problem.md"), ("problem_statement", "problem.en.tex"), ("statement", "problem.sv.md")],
)
def test_where_statements_are(folder: str, name: str, tmp_path: Path) -> None:
    root = package(tmp_path)
    (root / folder).mkdir()
    (root / folder / name).write_text("The body.")
    assert load_package(root).statement.body == "The body."


PLAIN = """
Count the stars.

Input

One number n.

Output

The stars.

Examples

Input

3

Output

***

Note

Three of them.
"""
MARKDOWN = """# Stars

Count the stars.

## Input
One number n.

### Format
Decimal.

## Output
The stars.

## Sample Input 1
```
# Input
3
```
## Sample Output 1
    ***
"""
TEX = r"""\problemname{Stars}
Count the stars.
\section*{Input}
One number n.
\section*{Output}
The stars.
"""
# fmt: off
STATEMENTS: dict[str, tuple[str, tuple[str, str, str, str, str]]] = {
    "plain": (PLAIN, ("T", "Count the stars.", "One number n.", "The stars.",
                      "Examples\n\nInput\n\n3\n\nOutput\n\n***\n\nNote\n\nThree of them.")),
    "markdown": (MARKDOWN, ("Stars", "Count the stars.", "One number n.\n\n### Format\nDecimal.", "The stars.",
                            "## Sample Input 1\n```\n# Input\n3\n```\n## Sample Output 1\n    ***")),
    "tex": (TEX, ("Stars", "Count the stars.", "One number n.", "The stars.", "")),
    "dashes": ("Body.\n\n-----Input-----\nI\n\n-----Output-----\nO\n\n-----Examples-----\nInput\n1\n\nOutput\n2",
               ("T", "Body.", "I", "O", "-----Examples-----\nInput\n1\n\nOutput\n2")),
    "bold": ("Body.\n\n**Input:**\nI\n\n**Output Format**\nO", ("T", "Body.", "I", "O", "")),
    "underlined": ("Stars\n=====\nBody.\n\nInput\n-----\nI\n\nOutput\n------\nO", ("Stars", "Body.", "I", "O", "")),
    "unknown heading": ("Body.\n\n## Input\nI\n\n## Scoring\nPoints.\n",
                        ("T", "Body.\n\n## Scoring\nPoints.", "I", "", "")),
    "constraints first": ("B\n\n## Constraints\nn < 9\n\n## Input\nI",
                          ("T", "B", "## Constraints\nn < 9\n\n## Input\nI", "", "")),
    "samples first": ("B\n## Samples\n1\n## Input\nI\n## Output\nO", ("T", "B", "I", "O", "1")),
    "no sections": ("Words about the\nInput\nof things.", ("T", "Words about the\nInput\nof things.", "", "", "")),
    "codeforces, pasted": ("Add them.\nInput\nTwo numbers.\nOutput\nTheir sum.\nExamples\nInput\n1 2\nOutput\n3\nNote\n1 + 2.",
                           ("T", "Add them.", "Two numbers.", "Their sum.",
                            "Examples\nInput\n1 2\nOutput\n3\nNote\n1 + 2.")),
    "atcoder": ("## Problem Statement\nAdd.\n\n## Constraints\n* n < 9\n\n## Input\nN\n\n## Output\nSum.\n\n## Sample Input 1\n1 2",
                ("T", "Add.", "## Constraints\n* n < 9\n\n## Input\nN", "Sum.", "## Sample Input 1\n1 2")),
    "codechef": ("B\n-----Input:-----\nI\n-----Output:-----\nO\n-----Sample Input:-----\n1\n-----EXPLANATION:-----\nE",
                 ("T", "B", "I", "O", "-----Sample Input:-----\n1\n-----EXPLANATION:-----\nE")),
    "hackerrank": ("B\n=====Input Format=====\nI\n=====Output Format=====\nO", ("T", "B", "I", "O", "")),
    "windows": ("B\r\n\r\nInput\r\n\r\nI\r\n", ("T", "B", "I", "", "")),
    "empty": ("", ("T", "", "", "", "")),
}
# fmt: on


@pytest.mark.parametrize("name", STATEMENTS)
def test_statements(name: str) -> None:
    text, expected = STATEMENTS[name]
    assert astuple(split_statement(text, title="T")) == expected


@given(
    st.lists(st.sampled_from(["# A", "## Input", "Output", "Example", "", "words", "```", "---", "**Note**", "1 2"]))
)
def test_no_word_gets_lost(lines: list[str]) -> None:
    text = "\n".join(astuple(split_statement("\n".join(lines))))
    assert text.count("words") == lines.count("words")
    assert text.count("1 2") == lines.count("1 2")


EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.mark.parametrize("name", ["badgelog", "rainbarrel", "toollibrary"])
def test_examples(name: str) -> None:
    problem = load_package(EXAMPLES / name)
    assert all(astuple(problem.statement))
    assert problem.license == "MIT"
    assert problem.difficulty
    assert problem.tags
    assert all(test.output for test in problem.samples + problem.secret)
    assert {path.name for path in problem.submissions["accepted"]} == {"fast.py", "slow.py"}
    assert problem.submissions["wrong_answer"]
    sample = problem.samples[0].input.decode().strip()
    assert sample in problem.statement.samples, "the statement shows the sample as it is"
