"""Tests in a folder: which files are inputs, which are expected outputs, and which belong together."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ecode.errors import DataError
from ecode.records import TestCase

LOOKED_FOR = "N.in with N.ans or N.out, input1.txt with output1.txt, or folders input/ and output/"

_INPUT_SUFFIXES = (".in", ".input")
_OUTPUT_SUFFIXES = (".ans", ".out", ".output", ".answer")  # in order of preference, should there be several
_PLAIN_SUFFIXES = ("", ".txt", ".dat")
_INPUT_FOLDERS = ("input", "inputs", "in")
_OUTPUT_FOLDERS = ("output", "outputs", "out", "ans", "answers", "expected")
_NEVER_TESTS = (".md", ".py", ".yaml", ".yml", ".json", ".jsonl", ".sh", ".desc", ".hint", ".png", ".zip")
_SKIPPED_FOLDERS = ("__MACOSX", "__pycache__", "node_modules")
_EDGE = r"(?:^|(?<=[-_.])){}(?=$|[-_.]|\d)"
_INPUT_WORD = re.compile(_EDGE.format("(?:inputs?|in)"), re.IGNORECASE)
_OUTPUT_WORD = re.compile(_EDGE.format("(?:outputs?|out|ans|answers?|expected)"), re.IGNORECASE)

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TestFiles:
    """The files of one test; `name` is its path below the folder without what only says input or output."""

    __test__ = False

    name: str
    input: Path
    output: Path | None

    def read(self) -> TestCase:
        """The test with its bytes as they are on disk."""
        output = None if self.output is None else read_bytes(self.output)
        return TestCase(self.name, read_bytes(self.input), output)


@dataclass(frozen=True, slots=True)
class _File:
    """One file of a folder with its part in a test; partners have the same key, `exact` or else `bare`."""

    path: Path
    is_input: bool
    exact: Key
    bare: Key  # without the words input and output
    name: str


def natural_key(name: str) -> list[list[tuple[str, int]]]:
    """A sort key that puts 2 before 10, folder by folder."""
    return [
        [(text, int(digits or -1)) for text, digits in re.findall(r"([^0-9]*)([0-9]*)", part)]
        for part in name.split("/")
    ]


def read_bytes(path: Path) -> bytes:
    """The content of a file; `DataError` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error.strerror}.") from error


def read_text(path: Path) -> str:
    """The content of a text file; bytes that are not UTF-8 are replaced, since text is only for reading."""
    return read_bytes(path).decode("utf-8-sig", "replace")


def find_test_files(folder: Path) -> tuple[list[TestFiles], int]:
    """The tests below `folder` in natural order, and how many expected outputs had no input.

    Raises `DataError` where two inputs claim the same name.
    """
    return _pair(_classified(folder, list(_walk(folder))))


def find_one(path: Path) -> TestFiles | None:
    """The test whose input is the file `path`, with its expected output from the same folder or the one beside it."""
    around = [path.parent]
    if path.parent.name.lower() in _INPUT_FOLDERS:
        around += [f for f in path.parent.parent.iterdir() if f.is_dir() and f.name.lower() in _OUTPUT_FOLDERS]
    near = [file for folder in around for file in sorted(folder.iterdir()) if file.is_file()]
    files = _classified(path.parent if len(around) == 1 else path.parent.parent, near)
    tests, _ = _pair([file for file in files if not file.is_input or file.path == path])
    return tests[0] if tests else None


def _pair(files: list[_File]) -> tuple[list[TestFiles], int]:
    outputs = sorted((file for file in files if not file.is_input), key=_preference)
    exact, bare = _first_by(outputs, "exact"), _first_by(outputs, "bare")
    found: dict[str, TestFiles] = {}
    used = set()
    for file in files:
        if not file.is_input:
            continue
        if file.name in found:
            raise DataError(f"Two inputs are called {file.name}: {found[file.name].input} and {file.path}.")
        partner = exact.get(file.exact) or bare.get(file.bare)
        found[file.name] = TestFiles(file.name, file.path, partner.path if partner else None)
        if partner:
            used.add(partner.bare)
    orphans = sum(1 for file in outputs if file.bare not in used)
    return sorted(found.values(), key=lambda test: natural_key(test.name)), orphans


def plain_files(folder: Path) -> list[Path]:
    """Every file below `folder` that is not hidden, in natural order."""
    paths = list(_walk(folder))
    return sorted(paths, key=lambda path: natural_key(path.relative_to(folder).as_posix()))


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _SKIPPED_FOLDERS)
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(parent, name)


def _classified(root: Path, paths: list[Path]) -> list[_File]:
    """Those of the files that belong to tests; names and keys are relative to `root`."""
    roles: dict[Key, bool] = {}
    for folder in {path.parent.relative_to(root).parts for path in paths}:
        for depth in range(1, len(folder) + 1):
            role = _folder_role(root, folder[:depth])
            if role is not None:
                roles[folder[:depth]] = role
    files = (_classify(path, path.relative_to(root).parts, roles) for path in paths)
    return [file for file in files if file is not None]


def _folder_role(root: Path, parts: Key) -> bool | None:
    """True for a folder of inputs, False for one of outputs. Short names count only where both stand side by side."""
    name, parent = parts[-1].lower(), root.joinpath(*parts[:-1])
    if name in _INPUT_FOLDERS:
        return True if name.startswith("input") or _has_folder(parent, _OUTPUT_FOLDERS) else None
    if name in _OUTPUT_FOLDERS:
        return False if _has_folder(parent, _INPUT_FOLDERS) else None
    return None


def _has_folder(parent: Path, names: tuple[str, ...]) -> bool:
    return any(entry.name.lower() in names and entry.is_dir() for entry in parent.iterdir())


def _classify(path: Path, parts: Key, roles: dict[Key, bool]) -> _File | None:
    """The part that a file plays: by its suffix, else by its folder, else by its name; None if in no test."""
    suffix = path.suffix.lower()
    above = [roles.get(parts[:depth]) for depth in range(1, len(parts))]
    stem = path.stem
    by_suffix = suffix in _INPUT_SUFFIXES or suffix in _OUTPUT_SUFFIXES
    if by_suffix:
        is_input = suffix in _INPUT_SUFFIXES
    elif suffix in _NEVER_TESTS:
        return None
    elif any(role is not None for role in above):
        is_input = [role for role in above if role is not None][-1]
    elif suffix in _PLAIN_SUFFIXES and (_INPUT_WORD.search(stem) or _OUTPUT_WORD.search(stem)):
        is_input = _INPUT_WORD.search(stem) is not None
    else:
        return None
    folders = tuple(part for part, role in zip(parts, above, strict=False) if role is None)
    bare = _without_word(stem, _INPUT_WORD if is_input else _OUTPUT_WORD)
    shown = stem if by_suffix or not bare else bare
    return _File(path, is_input, (*folders, stem), (*folders, bare), "/".join((*folders, shown)))


def _without_word(stem: str, word: re.Pattern[str]) -> str:
    """`input1` -> `1`, `sample_input_2` -> `sample_2`, `input` -> empty."""
    if word.search(stem) is None:
        return stem
    left, right = word.split(stem, maxsplit=1)
    return left + right.lstrip("-_.") if right else left.rstrip("-_.")


def _preference(file: _File) -> int:
    suffix = file.path.suffix.lower()
    return _OUTPUT_SUFFIXES.index(suffix) if suffix in _OUTPUT_SUFFIXES else len(_OUTPUT_SUFFIXES)


def _first_by(files: list[_File], key: str) -> dict[Key, _File]:
    found: dict[Key, _File] = {}
    for file in files:
        found.setdefault(getattr(file, key), file)
    return found
