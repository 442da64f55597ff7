"""Every form in which tests come, and the message for each way in which they can be broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecode.errors import DataError
from ecode.formats import load_inputs, load_tests
from ecode.formats.folders import natural_key

Files = dict[str, str | bytes]


def write(root: Path, files: Files) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def shape(path: Path, shown: bool | None = None) -> dict[str, tuple[bytes, bytes | None]]:
    return {test.name: (test.input, test.output) for test in load_tests(path, shown=shown).tests}


FOLDERS: dict[str, tuple[Files, dict[str, tuple[bytes, bytes | None]]]] = {
    "natural order": (
        {"10.in": "c", "10.out": "C", "2.in": "b", "2.out": "B", "1.in": "a", "1.out": "A"},
        {"1": (b"a", b"A"), "2": (b"b", b"B"), "10": (b"c", b"C")},
    ),
    "ans before out": ({"1.in": "a", "1.out": "o", "1.ans": "A"}, {"1": (b"a", b"A")}),
    "no output": ({"1.in": "a", "2.in": "b", "2.ans": "B"}, {"1": (b"a", None), "2": (b"b", b"B")}),
    "orphan output": ({"1.in": "a", "1.ans": "A", "7.ans": "?"}, {"1": (b"a", b"A")}),
    "nested": (
        {"big/1.in": "b", "big/1.ans": "B", "1.in": "a", "1.ans": "A"},
        {"1": (b"a", b"A"), "big/1": (b"b", b"B")},
    ),
    "sub-folders": (
        {"input/2.txt": "b", "output/2.txt": "B", "input/1.txt": "a", "output/1.txt": "A"},
        {"1": (b"a", b"A"), "2": (b"b", b"B")},
    ),
    "sub-folders with words": (
        {"input/input00.txt": "a", "output/output00.txt": "A"},
        {"00": (b"a", b"A")},
    ),
    "short sub-folders": ({"in/1.txt": "a", "out/1.txt": "A"}, {"1": (b"a", b"A")}),
    "sub-folders with suffixes": ({"inputs/1.in": "a", "outputs/1.out": "A"}, {"1": (b"a", b"A")}),
    "sub-folders further down": (
        {"easy/input/1.txt": "a", "easy/output/1.txt": "A", "hard/input/1.txt": "b", "hard/output/1.txt": "B"},
        {"easy/1": (b"a", b"A"), "hard/1": (b"b", b"B")},
    ),
    "spelled out": (
        {"input1.txt": "a", "output1.txt": "A", "input_2.txt": "b", "output_2.txt": "B"},
        {"1": (b"a", b"A"), "2": (b"b", b"B")},
    ),
    "word at the end": ({"t1-input.txt": "a", "t1-output.txt": "A"}, {"t1": (b"a", b"A")}),
    "one pair": ({"input.txt": "a", "output.txt": "A"}, {"input": (b"a", b"A")}),
    "input1.in with output1.out": ({"input1.in": "a", "output1.out": "A"}, {"input1": (b"a", b"A")}),
    "in as a part of a name": ({"in_order.in": "a", "in_order.ans": "A"}, {"in_order": (b"a", b"A")}),
    "a plain data folder": ({"data/1.in": "a", "data/1.ans": "A"}, {"data/1": (b"a", b"A")}),
    "other files": (
        {"1.in": "a", "1.ans": "A", "README.md": "in", "gen.py": "", "outline.txt": "", ".2.in": "x", ".git/3.in": ""},
        {"1": (b"a", b"A")},
    ),
    "undecodable": ({"1.in": b"\xff\xfe\x00\r\n", "1.ans": b"\x80"}, {"1": (b"\xff\xfe\x00\r\n", b"\x80")}),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_folders(name: str, tmp_path: Path) -> None:
    files, expected = FOLDERS[name]
    found = shape(write(tmp_path, files))
    assert found == expected
    assert list(found) == list(expected), "natural order"


JSON_FORMS: dict[str, tuple[str, str, list[tuple[bytes, bytes | None]]]] = {
    "list": ("t.json", '[{"input": "1\\n", "output": "2\\n"}, {"input": "3"}]', [(b"1\n", b"2\n"), (b"3", None)]),
    "object": ("t.json", '{"input": "1", "output": "2"}', [(b"1", b"2")]),
    "columns": ("t.json", '{"inputs": ["1", "2"], "outputs": ["a", "b"]}', [(b"1", b"a"), (b"2", b"b")]),
    "columns without outputs": ("t.json", '{"inputs": ["1", "2"]}', [(b"1", None), (b"2", None)]),
    "lines": ("t.json", '[{"input": ["1", "2"], "output": ["x"]}]', [(b"1\n2\n", b"x\n")]),
    "numbers keep their spelling": ("t.json", '{"input": 1.10, "output": 7e1}', [(b"1.10", b"7e1")]),
    "wrapped": ("t.json", '{"tests": [{"input": "1", "output": "2"}]}', [(b"1", b"2")]),
    "other keys": ("t.json", '[{"stdin": "1", "expected_output": "2"}]', [(b"1", b"2")]),
    "null output": ("t.json", '[{"input": "1", "output": null}]', [(b"1", None)]),
    "jsonl": ("t.jsonl", '{"input": "1", "output": "2"}\n\n{"input": "3"}\n', [(b"1", b"2"), (b"3", None)]),
    "jsonl of columns": ("t.jsonl", '{"inputs": ["1"], "outputs": ["2"]}\n', [(b"1", b"2")]),
    "jsonl called json": ("t.json", '{"input": "1"}\n{"input": "2"}\n', [(b"1", None), (b"2", None)]),
    "byte order mark": ("t.json", '\ufeff{"input": "1"}', [(b"1", None)]),
    "line separator in a string": ("t.jsonl", '{"input": "a\u2028b"}', [("a\u2028b".encode(), None)]),
}


@pytest.mark.parametrize("form", JSON_FORMS)
def test_json_forms(form: str, tmp_path: Path) -> None:
    name, text, expected = JSON_FORMS[form]
    path = write(tmp_path, {name: text}) / name
    assert [(test.input, test.output) for test in load_tests(path).tests] == expected


@given(st.lists(st.tuples(st.text(), st.none() | st.text()), min_size=1, max_size=5))
def test_json_keeps_every_text(tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str | None]]) -> None:
    path = tmp_path_factory.mktemp("json") / "tests.jsonl"
    path.write_text("".join(json.dumps({"input": i, "output": o}) + "\n" for i, o in pairs))
    found = [(test.input, test.output) for test in load_tests(path).tests]
    assert found == [(i.encode(), None if o is None else o.encode()) for i, o in pairs]


BROKEN: dict[str, tuple[Files, str, str]] = {
    "missing": ({}, "nowhere", "no such file or folder"),
    "empty folder": ({"notes.md": ""}, ".", r"No tests in the folder .*N\.in with N\.ans.*--inputs"),
    "outputs only": ({"1.ans": "A", "2.ans": "B"}, ".", "2 expected outputs without inputs"),
    "same name": ({"1.in": "a", "1.input": "b"}, ".", "Two inputs are called 1"),
    "broken json": ({"t.json": '[\n{"input": }\n]'}, "t.json", r"t\.json, line 2: broken JSON"),
    "broken jsonl": ({"t.jsonl": '{"input": "1"}\n{'}, "t.jsonl", r"t\.jsonl, line 2: broken JSON"),
    "not utf-8": ({"t.json": b'{"input": "\xff"}'}, "t.json", "not UTF-8"),
    "no tests in json": ({"t.json": "[]"}, "t.json", "No tests in .*objects with"),
    "empty jsonl": ({"t.jsonl": "\n"}, "t.jsonl", "No tests in"),
    "no object": ({"t.json": '["1"]'}, "t.json", "item 1 of the list is no object"),
    "a string": ({"t.jsonl": '"1"'}, "t.jsonl", "line 1: expected an object"),
    "no input": ({"t.json": '[{"output": "1"}]'}, "t.json", 'test 1: no "input" in it, only output'),
    "misspelt": ({"t.json": '[{"input": "1", "ouput": "1"}]'}, "t.json", "unknown key 'ouput'; did you mean"),
    "uneven": ({"t.json": '{"inputs": ["1", "2"], "outputs": ["1"]}'}, "t.json", "2 inputs but 1 outputs"),
    "no lists": ({"t.json": '{"inputs": "1"}'}, "t.json", "must be lists"),
    "a function's": ({"t.json": '{"fn_name": "f", "inputs": [[1]], "outputs": [2]}'}, "t.json", "function f"),
    "a flag": ({"t.json": '[{"input": true}]'}, "t.json", "the input must be a string.*not true or false"),
    "too deep": ({"t.json": "[" * 200_000}, "t.json", "nested too deeply"),
    "no test file": ({"prog.py": ""}, "prog.py", r"is no test: expected an input file.*--inputs"),
    "an output": ({"1.in": "a", "1.ans": "A"}, "1.ans", "is no test"),
    "samples of a folder": ({"1.in": "a"}, ".", "has no samples"),
    "empty package": ({"problem.yaml": "name: x"}, ".", r"No test in the package .*data/sample and data/secret"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken(case: str, tmp_path: Path) -> None:
    files, path, message = BROKEN[case]
    with pytest.raises(DataError, match=message):
        load_tests(write(tmp_path, files) / path, shown=True if case == "samples of a folder" else None)


@pytest.mark.parametrize(
    ("files", "path", "output"),
    [
        ({"5.in": "x", "5.ans": "X", "6.in": "y"}, "5.in", b"X"),
        ({"5.in": "x", "5.out": "X"}, "5.in", b"X"),
        ({"5.in": "x", "4.ans": "X"}, "5.in", None),
        ({"input/5.txt": "x", "output/5.txt": "X"}, "input/5.txt", b"X"),
        ({"input5.txt": "x", "output5.txt": "X"}, "input5.txt", b"X"),
    ],
)
def test_single_file(files: Files, path: str, output: bytes | None, tmp_path: Path) -> None:
    (test,) = load_tests(write(tmp_path, files) / path).tests
    assert (test.name, test.input, test.output) == (Path(path).stem, b"x", output)


PACKAGE: Files = {
    "problem.yaml": "name: P\nlimits: {time_limit: 3}\nvalidator_flags: float_tolerance 1e-3\n",
    "data/sample/1.in": "s",
    "data/sample/1.ans": "S",
    "data/secret/big/1.in": "b",
    "data/secret/big/1.ans": "B",
    "data/secret/2.in": "a",
    "submissions/accepted/1.in": "not a test",
}


@pytest.mark.parametrize(
    ("path", "shown", "names"),
    [
        ("", None, ["sample/1", "secret/2", "secret/big/1"]),
        ("problem.yaml", None, ["sample/1", "secret/2", "secret/big/1"]),
        ("", True, ["sample/1"]),
        ("", False, ["secret/2", "secret/big/1"]),
        ("data", None, ["sample/1", "secret/2", "secret/big/1"]),
        ("data/secret/big", None, ["1"]),
        ("data/secret/big/1.in", None, ["1"]),
    ],
)
def test_package_and_its_parts(path: str, shown: bool | None, names: list[str], tmp_path: Path) -> None:
    suite = load_tests(write(tmp_path, PACKAGE) / path, shown=shown)
    assert [test.name for test in suite.tests] == names
    assert (suite.checker.kind, suite.checker.absolute, suite.limits.cpu_s) == ("floats", 1e-3, 3.0)
    assert suite.origin == str(tmp_path / path if path != "problem.yaml" else tmp_path)


def test_inputs_alone(tmp_path: Path) -> None:
    write(tmp_path, {"a/1.in": "1", "a/1.ans": "x", "b/1.in": "2", "c/ten.dat": "10", "c/two.csv": "2", "odd": "odd"})
    suite = load_inputs([tmp_path / "a", tmp_path / "b", tmp_path / "c", str(tmp_path / "odd")])
    assert [test.input for test in suite.tests] == [b"1", b"2", b"10", b"2", b"odd"]
    assert all(test.output is None for test in suite.tests)
    assert len({test.name for test in suite.tests}) == 5


@pytest.mark.parametrize("paths", [[], ["nowhere"], ["empty"]])
def test_no_inputs(paths: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match=r"[Nn]o input"):
        load_inputs([tmp_path / path for path in paths])


@given(st.lists(st.integers(0, 10**6), unique=True))
def test_natural_order(numbers: list[int]) -> None:
    names = [f"case-{number}" for number in numbers]
    assert sorted(names, key=natural_key) == [f"case-{number}" for number in sorted(numbers)]


@given(st.lists(st.text("a1/_"), max_size=8))
def test_any_names_can_be_sorted(names: list[str]) -> None:
    assert sorted(sorted(names, key=natural_key)) == sorted(names)
