"""Ten ways to break a build: each ends in a clear message and a ledger that can be used again."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builds import FAST_BUILD, ecode, table_row, write_table_source

from ecode.data.ledger import Ledger, open_finished
from ecode.data.manifest import MANIFEST
from ecode.data.tables import read_table
from ecode.errors import DataError

pytestmark = pytest.mark.sandbox


def build(source: Path, out: Path, *more: Path) -> dict:
    """Run a build that succeeds; what it says as JSON."""
    done = ecode("data", "build-times", source, *more, "--out", out, *FAST_BUILD, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def bad_rows(out: Path) -> list[tuple[str, str]]:
    with Ledger(out) as ledger:
        return sorted(ledger.select("SELECT origin, reason FROM bad_rows"))


def test_bad_rows(tmp_path: Path) -> None:
    source = write_table_source(tmp_path / "in", [table_row(n) for n in range(4)])
    with (source / "programs.jsonl").open("a") as file:
        file.write('{"id": "x", "problem_id": "p0"}\n{broken\n[1, 2]\n' + json.dumps(table_row(9)) + "\n")
    report = build(source, tmp_path / "out")
    assert (report["counts"], report["bad_rows"]) == ({"measured": 5}, 3)
    found = bad_rows(tmp_path / "out")
    assert [origin.rpartition("programs.jsonl")[2] for origin, _ in found] == [f", line {n}" for n in (5, 6, 7)]
    assert "code" in found[0][1]


def test_missing_tests(tmp_path: Path) -> None:
    source = write_table_source(tmp_path / "in", [table_row(0), table_row(1, problem_id="untested")])
    assert build(source, tmp_path / "out")["counts"] == {"measured": 1, "no_tests": 1}


def test_a_program_that_floods(tmp_path: Path) -> None:
    flood = "import sys\nwhile True:\n    sys.stdout.write('x' * 65536)\n"
    source = write_table_source(tmp_path / "in", [table_row(0), table_row(3, code=flood)])
    assert build(source, tmp_path / "out")["counts"] == {"measured": 1, "fails_io": 1}


def test_killed_again_and_again(tmp_path: Path) -> None:
    """kill -9 at any moment loses at most the programs in flight."""
    rows = [table_row(n) for n in range(120)]
    source, out = write_table_source(tmp_path / "in", rows), tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "ecode",
        "data",
        "build-times",
        str(source),
        "--out",
        str(out),
        *map(str, FAST_BUILD),
    ]
    kept = []
    for _ in range(4):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        before = kept[-1] if kept else 0
        while process.poll() is None and time.monotonic() < deadline and measured(out) < before + 10:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        kept.append(measured(out))
    assert kept == sorted(kept)
    assert 40 <= kept[-1] < 120
    report = build(source, out)
    assert report["counts"] == {"measured": 120}
    assert report["measured_now"] == 120 - kept[-1]
    ids = [row["id"] for split in ("train", "test") for row in read_table(out / "ori", split)]
    assert sorted(ids) == sorted(row["id"] for row in rows)


def measured(out: Path) -> int:
    """How many programs a build that may be at work has measured: a reader does not need its lock."""
    import sqlite3

    if not (out / "ledger.sqlite").exists():
        return 0
    try:
        with sqlite3.connect(f"file:{out / 'ledger.sqlite'}?mode=ro", uri=True) as db:
            return db.execute("SELECT COUNT(*) FROM programs WHERE status = 'measured'").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def test_a_full_disk(tmp_path: Path) -> None:
    """On a file system of 300 KB; then there is room again."""
    rows = [table_row(n, code=table_row(n)["code"] + f"# {'padding ' * 400}\n") for n in range(120)]
    source, disk = write_table_source(tmp_path / "in", rows), tmp_path / "disk"
    disk.mkdir()
    options = " ".join(map(str, FAST_BUILD))
    command = f"{sys.executable} -m ecode data build-times {source} --out {disk}/out {options}"
    script = (
        f"mount -t tmpfs -o size=300k tmpfs {disk} && {{ {command}; echo first $?; "
        f"mount -o remount,size=60m {disk}; {command} --json; echo second $?; }}"
    )
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True, timeout=300)
    if "first" not in done.stdout:
        pytest.skip(f"no user namespace with a file system of one's own: {done.stderr}")
    assert "first 2" in done.stdout, done.stderr
    assert "full" in done.stderr
    assert "run the same command again" in done.stderr
    assert "second 0" in done.stdout
    assert json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))["counts"] == {
        "measured": 120
    }


def test_two_builds_in_one_folder(tmp_path: Path) -> None:
    source, out = write_table_source(tmp_path / "in", [table_row(0)]), tmp_path / "out"
    with Ledger(out):
        refused = ecode("data", "build-times", source, "--out", out, *FAST_BUILD, "--json")
    assert refused.returncode == 2
    assert f"(process {os.getpid()}) is at work in" in json.loads(refused.stdout)["error"]["message"]
    assert build(source, out)["counts"] == {"measured": 1}


def test_readers_of_a_finished_build_share_it_and_keep_builds_out(tmp_path: Path) -> None:
    source, out = write_table_source(tmp_path / "in", [table_row(0)]), tmp_path / "out"
    build(source, out)
    with open_finished(out), open_finished(out):
        refused = ecode("data", "build-times", source, "--out", out, *FAST_BUILD)
    assert refused.returncode == 2
    assert "is at work in" in refused.stderr
    with Ledger(out), pytest.raises(DataError, match="is at work in"):
        open_finished(out)


def test_a_refused_build_changes_nothing(tmp_path: Path) -> None:
    source, out = write_table_source(tmp_path / "in", [table_row(0)]), tmp_path / "out"
    build(source, out)
    before = {path: path.read_bytes() for path in out.rglob("*.parquet")} | {"manifest": (out / MANIFEST).read_bytes()}
    for other in (("--tests", "1"), ("--slower", "1"), ("--seed", "5")):
        refused = ecode("data", "build-times", source, "--out", out, *FAST_BUILD, *other, "--json")
        assert refused.returncode == 2
        assert "other settings" in json.loads(refused.stdout)["error"]["message"]
    after = {path: path.read_bytes() for path in out.rglob("*.parquet")} | {"manifest": (out / MANIFEST).read_bytes()}
    assert after == before


def test_files_of_somebody_else_are_not_overwritten(tmp_path: Path) -> None:
    source = write_table_source(tmp_path / "in", [table_row(0)])
    out = tmp_path / "mine"
    out.mkdir()
    (out / "README.md").write_text("precious")
    for place in (out, source):
        refused = ecode("data", "build-times", source, "--out", place, *FAST_BUILD, "--json")
        assert refused.returncode == 2
        assert "use another --out" in json.loads(refused.stdout)["error"]["message"]
    assert (out / "README.md").read_text() == "precious"
    assert [path.name for path in out.iterdir()] == ["README.md"]


def test_a_wrongly_typed_table(tmp_path: Path) -> None:
    source = write_table_source(tmp_path / "in", [table_row(0), table_row(1, code=17), table_row(2, problem_id=None)])
    report = build(source, tmp_path / "out")
    assert (report["counts"], report["bad_rows"]) == ({"measured": 1}, 2)


def test_duplicate_ids(tmp_path: Path) -> None:
    source = write_table_source(tmp_path / "in", [table_row(0), table_row(1, id="s0"), table_row(2)])
    report = build(source, tmp_path / "out")
    assert (report["counts"], report["bad_rows"]) == ({"measured": 2}, 1)
    assert "s0" in bad_rows(tmp_path / "out")[0][1]


def test_duplicate_ids_in_two_tables(tmp_path: Path) -> None:
    first = write_table_source(tmp_path / "a", [table_row(0)])
    second = write_table_source(tmp_path / "b", [table_row(1, id="s0")])
    report = build(first, tmp_path / "out", second)
    assert (report["counts"], report["bad_rows"]) == ({"measured": 1}, 1)
    assert "is taken by" in bad_rows(tmp_path / "out")[0][1]


def test_future_dates(tmp_path: Path) -> None:
    rows = [table_row(0, submitted_at="2019-01-01"), table_row(1, submitted_at="2999-01-01")]
    report = build(write_table_source(tmp_path / "in", rows), tmp_path / "out")
    assert report["counts"] == {"measured": 2}
    assert "2999" in bad_rows(tmp_path / "out")[0][1]
    dates = {row["id"]: row["submitted_at"] for row in read_table(tmp_path / "out" / "ori", "train")}
    assert dates["s1"] == ""


def test_not_utf_8(tmp_path: Path) -> None:
    source = write_table_source(tmp_path / "in", [table_row(0)])
    with (source / "programs.jsonl").open("ab") as file:
        file.write(b'{"id": "z", "problem_id": "p0", "code": "print(\xff)"}\n')
    report = build(source, tmp_path / "out")
    assert (report["counts"], report["bad_rows"]) == ({"measured": 1}, 1)
    assert "UTF-8" in bad_rows(tmp_path / "out")[0][1]


def test_a_ledger_that_is_none(tmp_path: Path) -> None:
    source, out = write_table_source(tmp_path / "in", [table_row(0)]), tmp_path / "out"
    out.mkdir()
    (out / "ledger.sqlite").write_text("a shopping list\n" * 500)
    refused = ecode("data", "build-times", source, "--out", out, *FAST_BUILD)
    assert refused.returncode == 2
    assert "is no ledger of a build" in refused.stderr
    assert "Traceback" not in refused.stderr
