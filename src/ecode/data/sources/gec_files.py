"""A problem's folder in the GEC family (ECG, GEC, ACEOB): which file is what, whatever its spelling.

No complete sample is public, and the published loaders disagree on suffixes, blanks and capitals (`accepted.txt`,
`Accepted.json`; `acc_tle_soltuions`, `Acc_tle_solutions`), so names are compared by their letters and digits alone.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecode.data.sources import facts, fields
from ecode.data.sources.fields import BadField
from ecode.data.sources.files import files, folders, parse_literal, read_program, read_text
from ecode.formats import split_statement
from ecode.records import Statement, TestCase
from ecode.syntax.strict import parses

LABEL = ("accepted",)
FAST_FOLDERS = ("accsolutions", "accsoltuions", "accsoltutions", "accsolution")
SLOW_FOLDERS = ("acctlesolutions", "acctlesoltuions", "acctlesoltutions", "acctlesolution")
_LABEL_TIME = ("acceptedruntime", "acceptedruntimes")
_TESTS = ("iocasetestdictionary", "iotestcasedictionary", "inputoutput")
_TITLE = ("title", "标题")
_BODY = ("problemdescriptionbody", "questiondescriptionbody", "问题描述主体")
_INPUT = ("inputdescription", "inputdescribing", "input描述")
_OUTPUT = ("outputdescription", "outputdescribing", "output描述")
_SAMPLES = (
    "iosampletestsandnotedescription",
    "iosampletestingandnotedescription",
    "iosampletestandnotedescription",
    "iosampletests",
    "输入输出样例测试",
)
_NOTE = ("notedescription", "note描述")
_COST = re.compile(r"(?:^|,)\s*(-?\d+(?:\.\d+)?)\s*(?:ms)?\s*,\s*(-?\d+(?:\.\d+)?)\s*(?:KB)?\s*(?:,|$)", re.IGNORECASE)
_SUFFIXES = (".txt", ".json", ".py")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a file's name or `Accepted run time.txt` says a program used."""

    time_us: float | None = None
    memory_bytes: int | None = None


def plain_name(name: str) -> str:
    """A name's letters and digits in lower case, without the suffix: `Acc_tle_solutions` -> `acctlesolutions`."""
    for suffix in _SUFFIXES:
        name = name.removesuffix(suffix)
    return re.sub(r"[\W_]+", "", name.lower())


class Folder:
    """The entries of a problem's folder by their plain names."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files = {plain_name(file.name): file for file in reversed(files(path))}
        self._folders = {plain_name(folder.name): folder for folder in reversed(folders(path))}

    def file(self, names: tuple[str, ...]) -> Path | None:
        """The first file of that name."""
        return next((self._files[name] for name in names if name in self._files), None)

    def folder(self, names: tuple[str, ...]) -> Path | None:
        """The first folder of that name."""
        return next((self._folders[name] for name in names if name in self._folders), None)

    def text(self, names: tuple[str, ...]) -> str:
        """The text of the first file of that name; empty where there is none."""
        path = self.file(names)
        return read_text(path).strip() if path else ""

    def values(self, *names: str) -> dict[str, Any]:
        """The dictionary in the first file of that name; empty where there is none."""
        text = self.text(names)
        return fields.mapping(parse_literal(text), names[0]) if text else {}


def read_code(path: Path) -> str:
    """A program. Files called `.json` may hold it as one line with its line ends spelled `\\n`; then it is unfolded."""
    code = read_program(path)
    bare = code.strip()
    if "\n" in bare or "\\n" not in bare or (parses(bare) and not bare.startswith('"')):
        return code
    for folded in (bare, f'"{bare}"'):
        try:
            unfolded = json.loads(folded)
        except ValueError:
            continue
        if isinstance(unfolded, str):
            return unfolded.replace("\r\n", "\n")
    return code.replace("\\r", "").replace("\\n", "\n").replace("\\t", "\t")


def cost_of(name: str) -> Cost:
    """Time and memory from `0,374 ms,1480 KB.json`; the units may be missing."""
    stem = name
    for suffix in _SUFFIXES:
        stem = stem.removesuffix(suffix)
    found = _COST.search(stem.partition(",")[2].strip())
    if found is None:
        return Cost()
    time_ms = fields.checked_number(found[1], "time")
    return Cost(time_ms * 1000, round(fields.checked_number(found[2], "memory") * 1024))


def label_cost(folder: Folder) -> Cost:
    """Time and memory of the label, from `Accepted run time.txt`: `accepted,77 ms,284 KB`."""
    return cost_of(folder.text(_LABEL_TIME))


def statement(folder: Folder, title: str) -> Statement:
    """From the question dictionary, else from one file a section, else from the whole question."""
    question = folder.values("questiondictionary")
    if question:
        note = _joined(question.get("note"))
        samples = "\n\n".join(part for part in (_joined(question.get("IO test samples")), note) if part)
        body, given, printed = (_joined(question.get(key)) for key in ("NL", "input", "output"))
        return Statement(title, body, given, printed, samples)
    if folder.file((*_BODY, *_INPUT)):
        samples = "\n\n".join(filter(None, (folder.text(_SAMPLES), folder.text(_NOTE))))
        title = folder.text(_TITLE) or title
        return Statement(title, folder.text(_BODY), folder.text(_INPUT), folder.text(_OUTPUT), samples)
    return split_statement(folder.text(("question",)), title=title)


def tests(folder: Folder) -> tuple[TestCase, ...]:
    """The tests of the problem, a dictionary of inputs and outputs; empty where there are none."""
    values = folder.values(*_TESTS)
    if not values:
        return ()
    if values.get("fn_name"):
        raise BadField(f"tests of the function {values['fn_name']}, not of a whole program")
    return facts.cases(values.get("inputs"), values.get("outputs"), "secret/")


def _joined(value: Any) -> str:
    """Text as it is, a list as its lines."""
    if isinstance(value, list | tuple):
        return "\n".join(_joined(item) for item in value)
    return "" if value is None else str(value).strip()
