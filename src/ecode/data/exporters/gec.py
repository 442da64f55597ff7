"""GEC folders from the pairs table: what E-code's own training script reads, and our importer reads back.

`metadata.json` says more than GEC's own: the exact times (file names hold whole milliseconds), source and licence.
Every dictionary is JSON that is a Python literal too, because GEC's readers evaluate it as one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ecode.errors import DataError
from ecode.records import TestCase

Row = Mapping[str, Any]
_OWN_FOLDERS = re.compile(r"(?:gec/)?(?:(?:train|test|dev|unseen)/)?")  # how the ids of our GEC importer begin


@dataclass(slots=True)
class GecExport:
    """What was written, and what has no place in GEC: tests without output or not UTF-8."""

    problems: int = 0
    pairs: int = 0
    tests_left_out: int = 0


@dataclass(slots=True)
class _Written:
    """A problem's folder while its rows come in."""

    path: Path
    times_us: dict[str, float] = field(default_factory=dict)
    slow: int = 0


def export_gec(
    pairs: Iterable[Row], out: str | Path, *, tests_of: Callable[[str], Sequence[TestCase]] = lambda _: ()
) -> GecExport:
    """Write a folder for each problem and label among `pairs`, rows of the pairs table in any order.

    `tests_of` gives the tests by problem id. `out` must be new or empty.
    """
    root = Path(out)
    if root.exists() and any(root.iterdir()):
        raise DataError(f"{root} is not empty; choose a new folder, so that old problems do not mix with these.")
    done = GecExport()
    known: dict[tuple[str, str, str], _Written] = {}
    names: set[str] = set()
    for row in pairs:
        key = (row["split"], row["problem_id"], row["fast_code"])
        if key not in known:
            known[key] = _start(root, row, names, tests_of(row["problem_id"]), done)
            done.problems += 1
        _add_slow(known[key], row)
        done.pairs += 1
        _write_metadata(known[key], row)
    return done


def _start(root: Path, row: Row, names: set[str], tests: Sequence[TestCase], done: GecExport) -> _Written:
    """The folder with everything that does not depend on the slow program."""
    here = _Written(root / _folder_name(row, names))
    here.path.mkdir(parents=True)
    _write(here.path / "Accepted.json", row["fast_code"])
    if row["fast_time_us"] is not None:
        _write(here.path / "Accepted run time.txt", f"accepted,{_milliseconds(row['fast_time_us'])} ms,0 KB")
        here.times_us["Accepted.json"] = row["fast_time_us"]
    for number, code in enumerate(row["alternatives"] or ()):
        _write(here.path / "Acc_solutions" / f"{number}.json", code)  # their times are not in the table
    question = {"NL": "body", "input": "input", "output": "output", "IO test samples": "samples"}
    sections: dict[str, str] = {key: row[column] or "" for key, column in question.items()}
    _write_dictionary(here.path / "question dictionary.txt", {**sections, "note": ""})
    _write(here.path / "tags.txt", ",".join(row["tags"] or ()))
    _write_dictionary(here.path / "IO Case Test Dictionary.txt", _tests(tests, done))
    return here


def _add_slow(here: _Written, row: Row) -> None:
    time_us = row["slow_time_us"]
    name = f"{here.slow},{_milliseconds(time_us)} ms,0 KB.json" if time_us is not None else f"{here.slow}.json"
    _write(here.path / "Acc_tle_solutions" / name, row["slow_code"])
    if time_us is not None:
        here.times_us[f"Acc_tle_solutions/{name}"] = time_us
    here.slow += 1


def _write_metadata(here: _Written, row: Row) -> None:
    metadata = {key: row[key] or "" for key in ("title", "difficulty", "source", "license")}
    _write_dictionary(here.path / "metadata.json", {**metadata, "times_us": here.times_us})


def _folder_name(row: Row, names: set[str]) -> str:
    """`<split>/<problem>`; a problem that came from GEC gets its folder's name back."""
    problem = _OWN_FOLDERS.sub("", row["problem_id"], count=1)
    stem = f"{row['split']}/{re.sub(r'[^A-Za-z0-9-]+', '_', problem).strip('_') or 'problem'}"
    name, number = stem, 1
    while name in names:  # another label, or another spelling of the name
        number += 1
        name = f"{stem}-{number}"
    names.add(name)
    return name


def _tests(tests: Sequence[TestCase], done: GecExport) -> dict[str, list[str]]:
    inputs: list[str] = []
    outputs: list[str] = []
    for test in tests:
        try:
            given, printed = test.input.decode(), None if test.output is None else test.output.decode()
        except UnicodeDecodeError:
            printed = None
        if printed is None:
            done.tests_left_out += 1
            continue
        inputs.append(given)
        outputs.append(printed)
    return {"inputs": inputs, "outputs": outputs}


def _milliseconds(time_us: float) -> int:
    return round(time_us / 1000)


def _write_dictionary(path: Path, value: Mapping[str, Any]) -> None:
    _write(path, json.dumps(value, ensure_ascii=False))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
