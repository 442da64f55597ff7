"""Broken rows and files: each is reported with its place and reason, and everything else is read all the same."""

from __future__ import annotations

import contextlib
import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from ecode.data.items import BadRow, PublishedPair, PublishedTime, SourceProblem, Submission
from ecode.data.sources.registry import IMPORTERS, importer_for
from ecode.errors import DataError

Files = dict[str, str | bytes]
CODE = "print(1)\n"


def write(root: Path, files: Files) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return root


def outcome(root: Path, name: str) -> tuple[list[str], list[str]]:
    """(ids of what was read, `place: reason` of what was not)."""
    items = list(importer_for(root, name).read(root))
    kinds = (SourceProblem, Submission, PublishedPair, PublishedTime)
    bad = [f"{item.origin.rpartition('/')[2]}: {item.reason}" for item in items if isinstance(item, BadRow)]
    return [item.id for item in items if isinstance(item, kinds)], bad


def lines(*rows: Any) -> str:
    return "".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows)


def table(**change: Any) -> dict[str, Any]:
    return {"id": "a", "problem_id": "p", "code": CODE} | change


TABLE_ROWS: dict[str, tuple[Any, str]] = {
    "broken JSON": ("{broken\n", "broken JSON: Expecting property name"),
    "no object": ("[1, 2]\n", "expected an object, found a list"),
    "nested without end": ("[" * 100_000 + "\n", "broken JSON: nested too deeply"),
    "no code": ({"problem_id": "p"}, "no code"),
    "no problem": ({"code": CODE}, "no problem_id"),
    "empty code": (table(code=" \n"), "code is empty"),
    "code of another type": (table(code=7), "code must be text, not a number"),
    "half a letter": (table(code="print('\ud800')"), "code is not UTF-8: half of a surrogate pair"),
    "negative time": (table(reported_time_us=-1), "reported_time_us is negative: -1"),
    "time that is no number": (table(reported_time_us="fast"), "reported_time_us must be a number, not 'fast'"),
    "time without end": ('{"problem_id": "p", "code": "1", "reported_time_us": NaN}\n', "must be a finite number"),
    "time that is a truth": (table(reported_time_us=True), "must be a number, not true or false"),
    "another language": (table(language="Ruby"), "not Python 3: Ruby"),
    "Python 2": (table(language="PyPy 2"), "not Python 3: PyPy 2"),
    "unknown role": (table(role="best"), "role must be label, fast or slow, not 'best'"),
    "id that came before": (table(id="good"), "the id 'good' came before"),
}


@pytest.mark.parametrize("case", TABLE_ROWS)
def test_a_broken_row_of_a_table(case: str, tmp_path: Path) -> None:
    row, reason = TABLE_ROWS[case]
    text = lines(table(id="good"), row, table(id="other"))
    read, bad = outcome(write(tmp_path, {"t.jsonl": text}), "table")
    assert read == ["p", "good", "other"]
    assert len(bad) == 1
    assert bad[0].startswith("t.jsonl, line 2: ")
    assert reason in bad[0]


DATES = {
    "2019-05-06": ("2019-05-06", ""),
    "2019-05-06T07:08:09": ("2019-05-06T07:08:09Z", ""),
    "2019-05-06 07:08:09+02:00": ("2019-05-06T05:08:09Z", ""),
    "": ("", ""),
    "yesterday": ("", "absurd date: 'yesterday'"),
    "1970-01-01": ("", "absurd date: 1970-01-01 is before 1990"),
    "2999-01-01": ("", "future date: 2999-01-01"),
}


@pytest.mark.parametrize("given", DATES)
def test_a_date_that_cannot_be_is_reported_and_the_program_kept(given: str, tmp_path: Path) -> None:
    root = write(tmp_path, {"t.jsonl": lines(table(submitted_at=given))})
    items = list(importer_for(root, "table").read(root))
    dates = [item.submitted_at for item in items if isinstance(item, Submission)]
    reasons = [item.reason for item in items if isinstance(item, BadRow)]
    kept, reason = DATES[given]
    assert (dates, reasons) == ([kept], [reason] if reason else [])


CSV_HEAD = b"id,problem_id,code\n"
CSV_ROWS = {
    "too few cells": (b"b,p\n", "2 cells under 3 columns"),
    "too many cells": (b"b,p,c,d\n", "4 cells under 3 columns"),
    "not UTF-8": (b"b,p,print('\xff')\n", "not UTF-8"),
    "empty cell": (b"b,p,\n", "code is empty"),
}


@pytest.mark.parametrize("case", CSV_ROWS)
def test_a_broken_row_of_a_csv(case: str, tmp_path: Path) -> None:
    row, reason = CSV_ROWS[case]
    read, bad = outcome(write(tmp_path, {"t.csv": CSV_HEAD + b"a,p,1\n" + row + b'c,p,"x\ny"\n'}), "table")
    assert (read, bad) == (["p", "a", "c"], [f"t.csv, line 3: {reason}"])


def test_a_csv_without_its_columns_is_an_error(tmp_path: Path) -> None:
    root = write(tmp_path, {"t.csv": "id,program\na,1\n"})
    with pytest.raises(DataError, match="no column problem_id and no code; it has id, program"):
        list(importer_for(root, "table").read(root))


def test_parquet_names_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    root = write(tmp_path, {"t.parquet": b"PAR1"})
    with pytest.raises(Exception, match=r'pip install "ecode-lm\[data\]"'):
        list(importer_for(root).read(root))


@pytest.mark.parametrize("name", ["../../secret", "/etc", ".", "a\0b", "x" * 300])
def test_tests_are_never_read_from_elsewhere(name: str, tmp_path: Path) -> None:
    write(tmp_path, {"secret/1.in": "1", "data/tests/x/1.in": "1", "data/t.jsonl": lines(table(problem_id=name))})
    problem = next(iter(importer_for(tmp_path / "data", "table").read(tmp_path / "data")))
    assert isinstance(problem, SourceProblem)
    assert problem.problem.secret == ()


def gec(**change: str | bytes) -> Files:
    files: Files = {
        "train/0/Accepted.json": CODE,
        "train/0/Acc_tle_solutions/0,9 ms,0 KB.json": "print(0 + 1)\n",
        "train/0/metadata.json": "{'title': 'T'}",
    }
    return files | change


HERE = "gec/train/0"
EVERYTHING = [HERE, f"{HERE}/label", f"{HERE}/slow0", f"{HERE}/slow0>{HERE}/label"]
FOLDERS: dict[str, tuple[str, Files, list[str], list[str]]] = {
    "gec: metadata with a call in it": (
        "gec",
        gec(**{"train/0/metadata.json": "{'title': open('/etc/passwd').read()}"}),
        EVERYTHING,
        ["0: neither JSON nor a Python literal"],
    ),
    "gec: broken tests": (
        "gec",
        gec(**{"train/0/IO Case Test Dictionary.txt": "{'inputs': ['1'], 'outputs': []}"}),
        EVERYTHING,
        ["0: 1 inputs but 0 outputs"],
    ),
    "gec: tests of a function": (
        "gec",
        gec(**{"train/0/input_output.json": '{"fn_name": "f", "inputs": [], "outputs": []}'}),
        EVERYTHING,
        ["0: tests of the function f, not of a whole program"],
    ),
    "gec: program that is not UTF-8": (
        "gec",
        gec(**{"train/0/Acc_tle_solutions/1,9 ms,0 KB.json": b"\xff"}),
        EVERYTHING,
        ["1,9 ms,0 KB.json: not UTF-8 (byte 0)"],
    ),
    "gec: empty program": (
        "gec",
        gec(**{"train/0/Acc_tle_solutions/1,9 ms,0 KB.json": "\n"}),
        EVERYTHING,
        ["1,9 ms,0 KB.json: empty program"],
    ),
    "gec: negative time": (
        "gec",
        gec(**{"train/0/Acc_tle_solutions/1,-9 ms,0 KB.json": CODE}),
        EVERYTHING,
        ["1,-9 ms,0 KB.json: time is negative: -9"],
    ),
    "gec: empty label": (
        "gec",
        gec(**{"train/0/Accepted.json": ""}),
        [HERE, f"{HERE}/slow0"],
        ["Accepted.json: empty program"],
    ),
    "aceob: half a pair": (
        "aceob",
        {
            "1/efficient-inefficient code pair 0/efficient code.txt": CODE,
            "1/efficient-inefficient code pair 1/efficient code.txt": CODE,
            "1/efficient-inefficient code pair 1/inefficient code.txt": "print(0 + 1)\n",
        },
        ["aceob/1", "aceob/1/pair1/fast", "aceob/1/pair1/slow", "aceob/1/pair1/slow>aceob/1/pair1/fast"],
        ["efficient-inefficient code pair 0: no inefficient program"],
    ),
    "codeexectimedb": (
        "codeexectimedb",
        {"t.csv": 'Prompt_input,Time\nx,-1\ny,soon\nz,1.5\n"### Code Solution:\n\n\n### Predict the running time",2\n'},
        ["codeexectimedb/t/3"],
        [
            "t.csv, line 2: Time is negative: -1",
            "t.csv, line 3: Time must be a number, not 'soon'",
            "t.csv, line 8: no program in the prompt",
        ],
    ),
    "pie": (
        "pie",
        {
            "t.jsonl": lines(
                {"problem_id": "p", "input": "a", "target": "b", "language": "cpp"},
                {"problem_id": "p", "input": "a", "target": "a", "language": "python"},
                {"problem_id": "p", "input": "a", "language": "python"},
                {"problem_id": "p", "input": "a", "target": "b", "cpu_time_v0": -3},
                {"problem_id": "p", "src_code": "int main() {}", "tgt_code": "int main(){}"},
                {"problem_id": "p", "input": "a", "target": "b"},
            )
        },
        ["pie/p", "pie/p/t-6-fast", "pie/p/t-6-slow", "pie/t/6:t-6-slow>t-6-fast"],
        [
            "t.jsonl, line 1: not Python 3: cpp",
            "t.jsonl, line 2: both programs are the same",
            "t.jsonl, line 3: no target or tgt_code or fast_code or code_v1 or code_v1_no_empty_lines",
            "t.jsonl, line 4: cpu_time_v0 is negative: -3",
            "t.jsonl, line 5: not Python 3: C++",
        ],
    ),
    "apps": (
        "apps",
        {
            "1/question.txt": "Q",
            "1/input_output.json": '{"fn_name": "f", "inputs": [[1]], "outputs": [2]}',
            "2/question.txt": "Q",
            "2/input_output.json": "{",
            "3/question.txt": "Q",
            "3/solutions.json": '["print(1)", 7, ""]',
            "4/question.txt": "Q",
            "4/input_output.json": '{"inputs": [1], "outputs": ["1"]}',
        },
        ["apps/3", "apps/3/0"],
        [
            "1: tests of the function f, not of a whole program",
            "2: broken JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
            "3, solution 1: solution must be text, not a number",
            "3, solution 2: solution is empty",
            "4: an input of a test must be text, not a number",
        ],
    ),
    "codecontests": (
        "codecontests",
        {
            "t.jsonl": lines(
                {"name": "a", "description": "D", "public_tests": {"input": ["1"], "output": []}, "solutions": []},
                {"name": "a", "description": "D", "input_file": "in.txt", "solutions": []},
                {"name": "a", "description": "D", "time_limit": {"seconds": -2}, "solutions": []},
                {
                    "name": "a",
                    "description": "D",
                    "solutions": {"language": [1, 3], "solution": ["print 1", "print(1)"]},
                },
                {"name": "a", "description": "D", "solutions": []},
            )
        },
        ["codecontests/a", "codecontests/a/1"],
        [
            "t.jsonl, line 1: the lists in public_tests differ in length",
            "t.jsonl, line 2: reads or writes a named file, not standard input and output",
            "t.jsonl, line 3: seconds is negative: -2",
            "t.jsonl, line 4, solution 0: not Python 3: Python 2",
            "t.jsonl, line 5: a problem called 'a' came before",
        ],
    ),
    "codenet": (
        "codenet",
        {
            "data/p1/Python/s2.py": CODE,
            "metadata/p1.csv": "submission_id,date,language,original_language,status,cpu_time,memory\n"
            "s1,1585000000,Python,Python3,Accepted,1,1\n"
            "../s2,1585000000,Python,Python3,Accepted,1,1\n"
            "s2,1585000000,Python,Python3,Accepted,-1,1\n"
            "s2,99999999999,Python,Python3,Accepted,,1\n",
        },
        ["codenet/p1", "codenet/p1/s2"],
        [
            "p1.csv, line 2: no such file: s1.py",
            "p1.csv, line 3: submission_id is no plain name: '../s2'",
            "p1.csv, line 4: cpu_time is negative: -1",
            "p1.csv, line 5: future date: 5138-11-16T09:46:39Z",
        ],
    ),
    "codeforces": (
        "codeforces",
        {
            "7.py": CODE,
            "a.json": json.dumps(
                {
                    "status": "OK",
                    "result": [
                        {"id": 6, "programmingLanguage": "Python 3", "problem": {"contestId": 1, "index": "A"}},
                        {"id": 7, "programmingLanguage": "Python 3", "problem": {"contestId": 1, "index": "../A"}},
                        *[
                            {
                                "id": 7,
                                "programmingLanguage": "Python 3",
                                "problem": {"contestId": 1, "index": "A"},
                                "verdict": "OK",
                            }
                        ]
                        * 2,
                        5,
                    ],
                }
            ),
            "b.json": '{"status": "FAILED", "comment": "limit", "result": [], "programmingLanguage": 0}',
        },
        ["codeforces/1A", "codeforces/7"],
        [
            "a.json, result 1: no source file 6.py",
            "a.json, result 2: contestId and index are no plain name: '1../A'",
            "a.json, result 4: submission 7 came before",
            "a.json, result 5: a submission must be an object, not a number",
            "b.json: the API answered 'limit'",
        ],
    ),
    "coffe": (
        "coffe",
        {
            "testcases.json": json.dumps({"A": [{"input": "1", "output": "1"}], "B": {"input": "1"}}),
            "solutions.json": json.dumps({"prompt2groundtruth": {"A": [[CODE, True], [7, True]]}}),
        },
        [],
        [
            "{folder}, problem 'A', solution 1: solution must be text, not a number",
            "{folder}, problem 'B': the tests must be a list, not an object",
        ],
    ),
    "kattis": (
        "kattis",
        {
            "a/problem.yaml": "limits:\n  time_limit: soon\n",
            "b/problem.yaml": "name: B\n",
            "b/submissions/accepted/x.py": b"\xff",
            "b/submissions/accepted/y.py": CODE,
        },
        ["b", "b/accepted/y"],
        [
            "problem.yaml: limits.time_limit must be a positive number of seconds, not 'soon'.",
            "x.py: not UTF-8 (byte 0)",
        ],
    ),
    "plain": (
        "plain",
        {"a/x.py": CODE, "b/1.in": "1", "b/x.py": "", "b/y.py": CODE},
        ["b", "b/y"],
        ["a: No tests in the folder", "x.py: empty program"],
    ),
}


@pytest.mark.parametrize("case", FOLDERS)
def test_what_is_broken_is_reported_and_the_rest_is_read(case: str, tmp_path: Path) -> None:
    name, files, ids, reasons = FOLDERS[case]
    read, bad = outcome(write(tmp_path / "data", files), name)
    if ids:
        assert read == ids
    assert len(bad) == len(reasons)
    for found, expected in zip(bad, reasons, strict=True):
        place, _, reason = expected.replace("{folder}", "data").partition(": ")
        assert reason in found
        assert found.startswith(place) or name == "kattis"


def test_programs_spelled_on_one_line_are_left_alone_where_they_run(tmp_path: Path) -> None:
    given = {
        "print('a\\n')": "print('a\\n')",
        "a = 1\\nprint(a)": "a = 1\nprint(a)",
        '"a = 1\\nprint(\\"x\\")"': 'a = 1\nprint("x")',
    }
    for code, expected in given.items():
        root = write(tmp_path / str(len(code)), gec(**{"train/0/Accepted.json": code}))
        label = next(item for item in importer_for(root).read(root) if isinstance(item, Submission))
        assert label.code == expected


LAYOUTS = Path(__file__).parent / "layouts"
JUNK = (
    b"\xff\xfe",
    b"{",
    b'"',
    b"null",
    b"[]",
    b"\0",
    b"-1",
    b"1e999",
    b",",
    b"\n",
    b"'",
    b"\\ud800",
    b"9" * 20,
    b"()",
)


def damage(path: Path, chance: random.Random) -> None:
    content = path.read_bytes()
    match chance.randrange(5):
        case 0:
            path.unlink()
        case 1:
            path.write_bytes(content[: chance.randint(0, len(content))])
        case 2:
            path.unlink()
            path.mkdir()
        case _:
            at = chance.randint(0, len(content))
            path.write_bytes(content[:at] + chance.choice(JUNK) + content[at + chance.randrange(6) :])


@pytest.mark.parametrize("layout", sorted(path.name for path in LAYOUTS.iterdir()))
def test_no_damage_ends_the_reading(layout: str, tmp_path: Path) -> None:
    chance = random.Random(layout)
    for number in range(12):
        root = tmp_path / str(number)
        shutil.copytree(LAYOUTS / layout, root)
        paths = sorted(path for path in root.rglob("*") if path.is_file())
        for path in chance.sample(paths, k=min(2, len(paths))):
            damage(path, chance)
        assert all(not importer.recognises(root) or importer.name for importer in IMPORTERS)
        with contextlib.suppress(DataError):  # allowed only where nothing of the layout is left
            for item in importer_for(root, layout.removesuffix("_rows")).read(root):
                assert item.reason if isinstance(item, BadRow) else item.id
