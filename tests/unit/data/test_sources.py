"""Every layout in a miniature of its own: what its importer finds, in order. And how the layout is recognised."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecode.data.items import BadRow, Item, PublishedPair, PublishedTime, SourceProblem, Submission
from ecode.data.sources.registry import IMPORTERS, importer_for
from ecode.errors import DataError

LAYOUTS = Path(__file__).parent / "layouts"
FAST = "n = int(input())\nprint(n * (n + 1) // 2)\n"
MIDDLE = "print(sum(range(int(input()) + 1)))\n"
SLOW = "n = int(input())\ntotal = 0\nfor i in range(n + 1):\n    total += i\nprint(total)\n"
SLOW_ON_ONE_LINE = SLOW.replace("total", "acc").rstrip("\n")
MIRROR = "print(input()[::-1])\n"
MIRROR_SLOW = 'text = input()\nback = ""\nfor letter in text:\n    back = letter + back\nprint(back)\n'
CODES = {
    "fast": FAST,
    "middle": MIDDLE,
    "slow": SLOW,
    "unfolded": SLOW_ON_ONE_LINE,
    "mirror": MIRROR,
    "mirror slow": MIRROR_SLOW,
}
NAMES = {code.strip(): name for name, code in CODES.items()}


def shape(item: Item) -> tuple[object, ...]:
    """What an item says, without what is the same in a whole layout."""
    match item:
        case SourceProblem():
            problem = item.problem
            names = [test.name for test in (*problem.samples, *problem.secret)]
            return ("problem", item.id, problem.statement.title, " ".join(names), problem.limits.cpu_s)
        case Submission():
            said = (item.submitted_at, item.verdict, item.role, item.reported_time_us, item.reported_memory_bytes)
            return ("program", item.id, NAMES[item.code.strip()], *said)
        case PublishedPair():
            codes = (NAMES[code.strip()] for code in (item.slow_code, item.fast_code, *item.alternatives))
            return ("pair", item.id, " ".join(codes), item.slow_time_us, item.fast_time_us, item.split)
        case PublishedTime():
            return ("time", item.id, NAMES[item.code.strip()], item.time_us, item.variant, item.split)
        case BadRow():
            return ("bad", item.origin.rpartition("/")[2], item.reason)


EXPECTED: dict[str, list[tuple[object, ...]]] = {
    "gec": [
        ("problem", "gec/test/7", "B. Mirror", "", 10.0),
        ("program", "gec/test/7/label", "mirror", "", "AC", "label", None, None),
        ("program", "gec/test/7/slow0", "mirror slow", "", "AC", "slow", 109000.0, 20480),
        ("pair", "gec/test/7/slow0>gec/test/7/label", "mirror slow mirror", 109000.0, None, "test"),
        ("problem", "gec/train/0000", "A. Steps", "secret/1 secret/2", 10.0),
        ("program", "gec/train/0000/label", "fast", "", "AC", "label", 31000.0, 8192),
        ("program", "gec/train/0000/fast0", "middle", "", "AC", "fast", 62000.0, 102400),
        ("program", "gec/train/0000/slow0", "slow", "", "AC", "slow", 374000.0, 1515520),
        ("program", "gec/train/0000/slow1", "unfolded", "", "AC", "slow", 500000.0, 0),
        ("pair", "gec/train/0000/slow0>gec/train/0000/label", "slow fast middle", 374000.0, 31000.0, "train"),
        ("pair", "gec/train/0000/slow1>gec/train/0000/label", "unfolded fast middle", 500000.0, 31000.0, "train"),
    ],
    "aceob": [
        ("problem", "aceob/test/3", "", "", 10.0),
        ("program", "aceob/test/3/pair0/fast", "mirror", "", "AC", "fast", 31000.0, None),
        ("program", "aceob/test/3/pair0/slow", "mirror slow", "", "AC", "slow", 93000.0, None),
        ("pair", "aceob/test/3/pair0/slow>aceob/test/3/pair0/fast", "mirror slow mirror", 93000.0, 31000.0, "test"),
        ("problem", "aceob/train/12", "", "", 10.0),
        ("program", "aceob/train/12/pair0/fast", "fast", "", "AC", "fast", 60000.0, None),
        ("program", "aceob/train/12/pair0/slow", "slow", "", "AC", "slow", 480000.0, None),
        ("pair", "aceob/train/12/pair0/slow>aceob/train/12/pair0/fast", "slow fast middle", 480000.0, 60000.0, "train"),
    ],
    "codeexectimedb": [
        ("time", "codeexectimedb/CodeExecTimeDB-Ori/test/1", "mirror", 3.25, "ori", "test"),
        ("time", "codeexectimedb/CodeExecTimeDB-Uni/train/1", "fast", 12.5, "uni", "train"),
        ("time", "codeexectimedb/CodeExecTimeDB-Uni/train/2", "slow", 80.0, "uni", "train"),
    ],
    "pie": [
        ("problem", "pie/p90001", "p90001", "0", 10.0),
        ("program", "pie/p90001/s2", "fast", "", "AC", "fast", 17000.0, 3137536),
        ("program", "pie/p90001/s1", "slow", "", "AC", "slow", 280000.0, 3133440),
        ("pair", "pie/train/1:s1>s2", "slow fast", 280000.0, 17000.0, "train"),
        ("program", "pie/p90001/s3", "middle", "", "TLE", "slow", None, 3133440),
        ("pair", "pie/train/2:s3>s2", "middle fast", None, 17000.0, "train"),
        ("problem", "pie/p90002", "p90002", "", 10.0),
        ("program", "pie/p90002/s5", "mirror", "", "AC", "fast", 17000.0, 3137536),
        ("program", "pie/p90002/s4", "mirror slow", "", "AC", "slow", 280000.0, 3133440),
        ("pair", "pie/train/3:s4>s5", "mirror slow mirror", 280000.0, 17000.0, "train"),
    ],
    "apps": [
        ("problem", "apps/test/0002", "", "secret/1", 10.0),
        ("problem", "apps/train/0001", "", "secret/1 secret/2", 10.0),
        ("program", "apps/train/0001/0", "fast", "", "AC", "", None, None),
        ("program", "apps/train/0001/1", "slow", "", "AC", "", None, None),
    ],
    "apps_rows": [
        ("problem", "apps/train/0005", "", "secret/1", 10.0),
        ("program", "apps/train/0005/0", "fast", "", "AC", "", None, None),
    ],
    "codecontests": [
        ("problem", "codecontests/1_A. Steps", "Steps", "sample/1 secret/1 secret/generated-1 secret/generated-2", 2.5),
        ("program", "codecontests/1_A. Steps/0", "fast", "", "AC", "", None, None),
        ("bad", "train.jsonl, line 1, solution 1", "not Python 3: C++"),
        ("program", "codecontests/1_A. Steps/2", "slow", "", "AC", "", None, None),
        ("problem", "codecontests/2_B. Mirror", "Mirror", "sample/1", 10.0),
        ("program", "codecontests/2_B. Mirror/0", "mirror", "", "AC", "", None, None),
    ],
    "codenet": [
        ("problem", "codenet/p90001", "Steps", "sample/1", 2.0),
        ("program", "codenet/p90001/s000000001", "fast", "2020-03-23T21:46:40Z", "AC", "", 17000.0, 3133440),
        ("program", "codenet/p90001/s000000002", "slow", "2020-03-23T21:47:40Z", "TLE", "", 2108000.0, 66560000),
        ("bad", "p90001.csv, line 4", "not Python 3: C++"),
        ("problem", "codenet/p90002", "Mirror", "", 1.0),
        ("bad", "p90002.csv, line 2", "not Python 3: Python"),
        ("program", "codenet/p90002/s000000005", "mirror", "2014-05-13T16:53:21Z", "WA", "", 20000.0, 5120000),
    ],
    "coffe": [
        ("problem", "coffe/file/a411210f77f2", "", "secret/1", 10.0),
        ("program", "coffe/file/a411210f77f2/0", "fast", "", "AC", "label", None, None),
        ("program", "coffe/file/a411210f77f2/1", "slow", "", "AC", "", None, None),
        ("problem", "coffe/file/958ecadb75c2", "", "secret/1", 10.0),
        ("program", "coffe/file/958ecadb75c2/0", "mirror", "", "AC", "", None, None),
        (
            "bad",
            "function, problem 'def twice(x): ...'",
            "function-level: its tests call a function, not a whole program",
        ),
    ],
    "codeforces": [
        ("problem", "codeforces/9001A", "Steps", "1", 10.0),
        ("program", "codeforces/11", "fast", "2020-09-13T12:26:40Z", "AC", "", 93000.0, 1024000),
        ("program", "codeforces/12", "slow", "2020-09-13T12:26:40Z", "TLE", "", 1000000.0, 1024000),
        ("bad", "contest-9001.json, result 3", "not Python 3: GNU C++17"),
        ("problem", "codeforces/9001B", "Mirror", "", 10.0),
        ("program", "codeforces/14", "mirror", "2020-09-13T12:26:40Z", "AC", "", 93000.0, 1024000),
    ],
    "kattis": [
        ("problem", "mirror", "Mirror", "secret/1", 10.0),
        ("program", "mirror/accepted/a", "mirror", "", "AC", "", None, None),
        ("problem", "steps", "Steps", "sample/1 secret/1", 2.0),
        ("program", "steps/accepted/fast", "fast", "", "AC", "", None, None),
        ("program", "steps/time_limit_exceeded/slow", "slow", "", "TLE", "slow", None, None),
    ],
    "plain": [
        ("problem", "mirror", "mirror", "1", 10.0),
        ("program", "mirror/solutions/a", "mirror", "", "", "", None, None),
        ("problem", "steps", "Steps", "1", 10.0),
        ("program", "steps/fast", "fast", "", "", "", None, None),
        ("program", "steps/slow", "slow", "", "", "", None, None),
    ],
    "table": [
        ("problem", "steps", "steps", "1", 10.0),
        ("program", "s1", "fast", "2024-03-04T03:06:07Z", "", "", 12.5, None),
        ("program", "s2", "slow", "2024-03-05", "", "", None, None),
        ("problem", "mirror", "mirror", "1", 10.0),
        ("program", "s3", "mirror", "", "", "", None, None),
    ],
}


@pytest.mark.parametrize("layout", EXPECTED)
def test_a_layout_is_recognised_and_read(layout: str) -> None:
    importer = importer_for(LAYOUTS / layout)
    assert importer.name == layout.removesuffix("_rows")
    assert [shape(item) for item in importer.read(LAYOUTS / layout)] == EXPECTED[layout]


@pytest.mark.parametrize("layout", EXPECTED)
def test_problems_come_first_and_ids_are_unique(layout: str) -> None:
    known: set[str] = set()
    ids: list[tuple[type, str]] = []
    for item in importer_for(LAYOUTS / layout).read(LAYOUTS / layout):
        if isinstance(item, BadRow):
            continue
        ids.append((type(item), item.id))
        if isinstance(item, SourceProblem):
            known.add(item.id)
        elif not isinstance(item, PublishedTime):
            assert item.problem_id in known
            assert item.source
            assert item.license
    assert len(set(ids)) == len(ids)


STATEMENTS = {
    "gec": ("Ann climbs n steps.", "One integer n.", "The sum.", "Input\n3\nOutput\n6\n\nIt is 1 + 2 + 3."),
    "apps": ("Ann climbs n steps. How many bricks?", "One integer n.", "Print the sum.", "3\n\nOutput\n6"),
    "codecontests": ("Ann climbs n steps.", "One integer n.", "Print the sum.", "It is 1 + 2 + 3."),
    "codenet": ("Ann climbs n steps.", "1 \\leq n", "Print the sum.", "## Sample Output 1"),
    "coffe": ("Ann climbs n steps.", "One integer n.", "Print the sum.", "It is 1 + 2 + 3."),
    "codeforces": ("Ann climbs n steps.", "One integer n.", "The sum.", ""),
    "kattis": ("Ann climbs $n$ steps.", "One integer.", "The sum.", "Sample Input 1"),
    "plain": ("Ann climbs n steps.", "One integer.", "The sum.", ""),
}


@pytest.mark.parametrize("layout", STATEMENTS)
def test_statements_are_split(layout: str) -> None:
    items = importer_for(LAYOUTS / layout).read(LAYOUTS / layout)
    problems = [item.problem.statement for item in items if isinstance(item, SourceProblem)]
    found = next(statement for statement in problems if "Ann" in statement.body)
    for text, section in zip(STATEMENTS[layout], (found.body, found.input, found.output, found.samples), strict=True):
        assert text in section


def test_details_of_problems_come_along() -> None:
    def problem(layout: str, id: str) -> tuple[str, tuple[str, ...], bytes]:
        items = importer_for(LAYOUTS / layout).read(LAYOUTS / layout)
        found = next(item.problem for item in items if isinstance(item, SourceProblem) and item.id == id)
        return found.difficulty, found.tags, (*found.samples, *found.secret)[-1].input

    assert problem("gec", "gec/train/0000") == ("800", ("math", "sums"), b"10\n")
    assert problem("codecontests", "codecontests/1_A. Steps") == ("800", ("math",), b"6\n")
    assert problem("codeforces", "codeforces/9001A") == ("800", ("math",), b"3\n")
    assert problem("apps", "apps/test/0002") == ("interview", (), b"ab\ncd\n")


def test_a_single_problem_and_a_single_file_are_read() -> None:
    ids = {
        "gec/train": "gec/train/0000",
        "gec/train/0000": "gec/train/0000",
        "kattis/steps": "steps",
        "plain/steps": "steps",
    }
    for path, id in ids.items():
        items = list(importer_for(LAYOUTS / path).read(LAYOUTS / path))
        assert isinstance(items[0], SourceProblem)
        assert items[0].id == id
    assert importer_for(LAYOUTS / "pie" / "train.jsonl").name == "pie"
    times = LAYOUTS / "codeexectimedb" / "CodeExecTimeDB-Uni"
    for path in (times, times / "train.csv"):
        assert next(shape(item) for item in importer_for(path).read(path)) == EXPECTED["codeexectimedb"][1]


def test_names_are_forgiving_and_suggest() -> None:
    assert importer_for(LAYOUTS, "Code-Contests").name == "codecontests"
    with pytest.raises(DataError, match="did you mean codenet"):
        importer_for(LAYOUTS, "codent")
    with pytest.raises(DataError, match=r"no format 'xyz'; I know: \(kattis"):
        importer_for(LAYOUTS, "xyz")


def test_what_has_no_layout_is_said_with_all_that_have_one(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("nothing")
    with pytest.raises(DataError) as told:
        importer_for(tmp_path)
    assert all(f"{importer.name}: " in str(told.value) for importer in IMPORTERS)
    with pytest.raises(DataError, match="no such file or folder"):
        importer_for(tmp_path / "missing")


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.name)
def test_an_empty_place_is_an_error_for_a_named_format(importer: object, tmp_path: Path) -> None:
    assert not importer.recognises(tmp_path)  # type: ignore[attr-defined]
    assert not importer.recognises(tmp_path / "missing")  # type: ignore[attr-defined]
    with pytest.raises(DataError, match=r"looked for|No .* at"):
        list(importer.read(tmp_path))  # type: ignore[attr-defined]
