"""Problem packages in the Kattis/ICPC format: problem.yaml, statement, tests and submissions in one folder."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from ecode.errors import DataError
from ecode.formats.folders import TestFiles, find_test_files, natural_key, read_text
from ecode.formats.problem_yaml import ProblemYaml
from ecode.formats.statement import join_statement, split_statement
from ecode.records import Problem, Statement, TestCase

_STATEMENT_FOLDERS = ("statement", "problem_statement")
_STATEMENT_NAMES = ("problem.en.md", "problem.md", "problem.en.tex", "problem.tex")
_STATEMENT_SUFFIXES = (".md", ".tex", ".txt")
_SAMPLE_TEXT_CHARS = 4000  # of a sample's input or output in the statement's samples section


def load_package(path: str | Path) -> Problem:
    """Read a problem package. `submissions` maps a kind (`accepted`, ...) to its Python files in natural order.

    Raises `DataError` where `path` is no package or its `problem.yaml` is broken. Parts that are missing are empty.
    """
    path = Path(path)
    if not path.exists():
        raise DataError(f"There is no problem package at {path}: no such folder.")
    if path.name == "problem.yaml":
        path = path.parent
    if not is_package(path):
        raise DataError(f"{path} is no problem package: it has neither problem.yaml nor data/sample or data/secret.")
    settings = ProblemYaml.read(path)
    samples, secret = package_tests(path)
    return Problem(
        name=settings.name,
        statement=_statement(path, settings.name, samples),
        samples=samples,
        secret=secret,
        checker=settings.checker,
        limits=settings.limits,
        difficulty=settings.difficulty,
        tags=settings.tags,
        source=settings.source,
        license=settings.license,
        submissions=_submissions(path),
        path=path,
    )


def load_statement(path: str | Path) -> str:
    """The text of the statement of the package at `path`, or around it; empty where there is none."""
    path = Path(path)
    package = path if is_package(path) else enclosing_package(path)
    return join_statement(asdict(load_package(package).statement)) if package else ""


def is_package(path: Path) -> bool:
    """Whether a folder is laid out as a problem package."""
    return (path / "problem.yaml").is_file() or any((path / "data" / kind).is_dir() for kind in ("sample", "secret"))


def enclosing_package(path: Path) -> Path | None:
    """The package whose `data` folder holds `path`, if there is one with a `problem.yaml`."""
    for folder in path.resolve().parents:
        if folder.name == "data" and (folder.parent / "problem.yaml").is_file():
            return folder.parent
    return _package_of_data(path.resolve())


def package_tests(path: Path) -> tuple[tuple[TestCase, ...], tuple[TestCase, ...]]:
    """(samples, secret tests) of a package; names are paths below `data`."""
    return _tests(path, "sample"), _tests(path, "secret")


def _package_of_data(path: Path) -> Path | None:
    return path.parent if path.name == "data" and (path.parent / "problem.yaml").is_file() else None


def _tests(package: Path, kind: str) -> tuple[TestCase, ...]:
    folder = package / "data" / kind
    if not folder.is_dir():
        return ()
    files, _ = find_test_files(folder)
    return tuple(TestFiles(f"{kind}/{test.name}", test.input, test.output).read() for test in files)


def _statement(package: Path, name: str, samples: tuple[TestCase, ...]) -> Statement:
    """The statement; its samples section comes from the sample tests where the text has none, as the format wants."""
    file = _statement_file(package)
    statement = split_statement(read_text(file), title=name) if file else Statement(title=name)
    if statement.samples or not samples:
        return statement
    shown = "\n\n".join(_sample_text(number, test) for number, test in enumerate(samples, 1))
    return Statement(statement.title, statement.body, statement.input, statement.output, shown)


def _sample_text(number: int, test: TestCase) -> str:
    parts = [f"Sample Input {number}", _excerpt(test.input)]
    if test.output is not None:
        parts += [f"Sample Output {number}", _excerpt(test.output)]
    return "\n".join(parts)


def _excerpt(content: bytes) -> str:
    text = content.decode("utf-8", "replace").rstrip("\n")
    return text if len(text) <= _SAMPLE_TEXT_CHARS else text[:_SAMPLE_TEXT_CHARS] + "\n..."


def _statement_file(package: Path) -> Path | None:
    """The English statement if there is one, Markdown before TeX; else any."""
    for folder in (package / name for name in _STATEMENT_FOLDERS):
        if not folder.is_dir():
            continue
        for name in _STATEMENT_NAMES:
            if (folder / name).is_file():
                return folder / name
        others = sorted(f for f in folder.iterdir() if f.is_file() and f.suffix in _STATEMENT_SUFFIXES)
        if others:
            return others[0]
    return None


def _submissions(package: Path) -> dict[str, tuple[Path, ...]]:
    found: dict[str, tuple[Path, ...]] = {}
    root = package / "submissions"
    kinds = sorted(folder for folder in root.iterdir() if folder.is_dir()) if root.is_dir() else []
    for folder in kinds:
        files = [file for file in folder.glob("*.py") if file.is_file()]
        if files:
            found[folder.name] = tuple(sorted(files, key=lambda file: natural_key(file.name)))
    return found
