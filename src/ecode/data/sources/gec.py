"""GEC, also called ECG: a folder per problem with the fastest program, other fast ones, and slow ones.

`Accepted` is the label, `Acc_solutions` has up to five fast alternatives, `Acc_tle_solutions` up to ten slow programs.
Times are what Codeforces printed, in steps of 15 or 31 ms, so pairs made of them are "published", not measured.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecode.data.items import BadRow, Item, PublishedPair, SourceProblem, Submission
from ecode.data.sources import facts, fields, gec_files
from ecode.data.sources.fields import BadField
from ecode.data.sources.files import LOOK, SPLITS, descend, files, name_below
from ecode.errors import DataError
from ecode.records import Problem, Statement

SOURCE, LICENSE = "GEC", "unclear (no licence file)"
_DEEPEST = 3  # GEC/train/0006, with room for one folder around it


@dataclass(frozen=True, slots=True)
class _Problem:
    """A problem's folder on the way through the importer."""

    id: str
    folder: gec_files.Folder
    times_us: dict[str, Any]
    """Exact times by file name, which only our own exporter writes."""


class GecImporter:
    """Problems, programs with their roles, and a pair of the label with each slow program."""

    name = "gec"
    layout = "GEC/ECG folders: <split>/<problem>/ with Accepted, Acc_solutions/, Acc_tle_solutions/, metadata.json"

    def recognises(self, path: Path) -> bool:
        return any(True for _ in descend(path, _DEEPEST, _is_problem, LOOK))

    def read(self, path: Path) -> Iterator[Item]:
        found = False
        for folder in descend(path, _DEEPEST, _is_problem):
            found = True
            yield from _read_problem(path, folder)
        if not found:
            raise DataError(f"No GEC problem in {path}: looked for folders with Accepted and Acc_tle_solutions.")


def _is_problem(path: Path) -> bool:
    folder = gec_files.Folder(path)
    programs = folder.folder((*gec_files.SLOW_FOLDERS, *gec_files.FAST_FOLDERS))
    return programs is not None and (folder.file(gec_files.LABEL) or folder.file(("metadata",))) is not None


def _read_problem(root: Path, path: Path) -> Iterator[Item]:
    folder = gec_files.Folder(path)
    name = f"gec/{name_below(root, path)}"
    reasons: list[str] = []
    metadata = fields.or_else(reasons, dict[str, Any](), lambda: folder.values("metadata"))
    problem = _problem(path.name, folder, metadata, reasons)
    yield from (BadRow(str(path), reason) for reason in reasons)  # its programs are of use all the same
    yield SourceProblem(name, problem)
    times = metadata.get("times_us")
    here = _Problem(name, folder, times if isinstance(times, dict) else {})
    label = yield from _label(here)
    fast = yield from _programs(here, gec_files.FAST_FOLDERS, "fast")
    slow = yield from _programs(here, gec_files.SLOW_FOLDERS, "slow")
    if label is not None:
        fast.sort(key=lambda one: one.reported_time_us if one.reported_time_us is not None else float("inf"))
        for program in slow:
            yield _pair(label, program, tuple(one.code for one in fast), split_of(path))


def _problem(name: str, folder: gec_files.Folder, metadata: dict[str, Any], reasons: list[str]) -> Problem:
    tags = fields.or_else(reasons, (), lambda: _tags(folder, metadata))
    ratings = [word for word in tags if word.isdigit()]  # the last tag is the difficulty
    title = fields.or_else(reasons, name, lambda: fields.text_or(metadata, "title") or folder.text(("title",)) or name)
    difficulty = fields.or_else(reasons, "", lambda: fields.text_or(metadata, "difficulty"))
    return facts.make_problem(
        title,
        fields.or_else(reasons, Statement(title), lambda: gec_files.statement(folder, title)),
        secret=fields.or_else(reasons, (), lambda: gec_files.tests(folder)),
        difficulty=difficulty or (ratings[-1] if ratings else ""),
        tags=tuple(word for word in tags if not word.isdigit()),
        source=SOURCE,
        license=LICENSE,
    )


def _tags(folder: gec_files.Folder, metadata: dict[str, Any]) -> tuple[str, ...]:
    words = re.split(r"[,\n]", folder.text(("tags", "tag")))
    return tuple(filter(None, (word.strip(" *'\"[]") for word in words))) or fields.words(metadata, "tags")


def _label(here: _Problem) -> Generator[Item, None, Submission | None]:
    path = here.folder.file(gec_files.LABEL)
    if path is None:
        yield BadRow(str(here.folder.path), "no Accepted file, so its slow programs have no label")
        return None
    try:
        cost = gec_files.label_cost(here.folder)
        label = _submission(here, path, f"{here.id}/label", "label", cost)
    except BadField as error:
        yield BadRow(str(path), str(error))
        return None
    yield label
    return label


def _programs(here: _Problem, names: tuple[str, ...], role: str) -> Generator[Item, None, list[Submission]]:
    folder = here.folder.folder(names)
    found = []
    for number, path in enumerate(files(folder) if folder else []):
        try:
            cost = gec_files.cost_of(path.name)
            program = _submission(here, path, f"{here.id}/{role}{number}", role, cost)
        except BadField as error:
            yield BadRow(str(path), str(error))
        else:
            found.append(program)
            yield program
    return found


def _submission(here: _Problem, path: Path, id: str, role: str, cost: gec_files.Cost) -> Submission:
    exact = here.times_us.get(path.relative_to(here.folder.path).as_posix())
    return Submission(
        id=id,
        problem_id=here.id,
        code=gec_files.read_code(path),
        source=SOURCE,
        license=LICENSE,
        origin=str(path),
        verdict="AC",
        role=role,
        reported_time_us=cost.time_us if exact is None else fields.checked_number(exact, "time"),
        reported_memory_bytes=cost.memory_bytes,
    )


def _pair(label: Submission, slow: Submission, alternatives: tuple[str, ...], split: str) -> PublishedPair:
    return PublishedPair(
        id=f"{slow.id}>{label.id}",
        problem_id=slow.problem_id,
        slow_code=slow.code,
        fast_code=label.code,
        source=SOURCE,
        license=LICENSE,
        origin=slow.origin,
        slow_time_us=slow.reported_time_us,
        fast_time_us=label.reported_time_us,
        alternatives=alternatives,
        split=split,
    )


def split_of(path: Path) -> str:
    """The split that the folder above a problem says; empty where it says none."""
    name = path.parent.name.lower()
    return name if name in SPLITS else ""
