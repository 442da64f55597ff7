"""Tests in every form that people keep them: a problem package, a folder, a JSON file, one file, inputs alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ecode.errors import DataError
from ecode.formats.folders import LOOKED_FOR, TestFiles, find_one, find_test_files, plain_files, read_bytes
from ecode.formats.json_tests import load_json_tests
from ecode.formats.package import enclosing_package, is_package, package_tests
from ecode.formats.problem_yaml import ProblemYaml
from ecode.records import CheckerSpec, Limits, TestCase, TestSuite

_JSON_SUFFIXES = (".json", ".jsonl", ".ndjson")


def load_tests(path: str | Path, *, shown: bool | None = None) -> TestSuite:
    """The tests at `path`, in natural order of their names, with the way to judge them.

    `path` is a problem package (samples first, then secret tests), a folder of inputs and outputs, a JSON or JSONL
    file, or one input file. A test without expected output has `output` None. `shown` chooses tests by whether models
    may see them: True only the samples of a package, False all others, None both; tests in looser forms are never
    samples. A folder or file inside a package is judged as the package says.

    Raises `DataError` where there is nothing at `path`, no test in it, or something broken.
    """
    path = Path(path)
    if path.name == "problem.yaml" and path.is_file():
        path = path.parent
    if not path.exists():
        raise DataError(f"There are no tests at {path}: no such file or folder.")
    if is_package(path):
        return _package_suite(path, shown)
    if shown:
        raise DataError(f"{path} has no samples: only a problem package says which tests may be shown.")
    checker, limits = _rules(path)
    if path.is_dir():
        return TestSuite(_folder_tests(path), checker, limits, str(path))
    if path.suffix.lower() in _JSON_SUFFIXES:
        return TestSuite(_json_tests(path), checker, limits, str(path))
    return TestSuite((_single_test(path),), checker, limits, str(path))


def load_inputs(paths: Iterable[str | Path]) -> TestSuite:
    """Inputs alone, each a file of any name or a folder of them: the original program is the oracle.

    Of a folder, the inputs are the files that are named like inputs, or all files if none is.
    """
    given = [Path(path) for path in paths]
    tests: list[TestCase] = []
    names: set[str] = set()
    for path in given:
        for name, file in _input_files(path):
            if name in names:  # two folders may both have a 1.in
                name = str(file)
            names.add(name)
            tests.append(TestCase(name, read_bytes(file)))
    if not tests:
        raise DataError(
            f"No input in {', '.join(map(str, given)) or 'an empty list'}: name files or folders of inputs."
        )
    return TestSuite(tuple(tests), origin=", ".join(map(str, given)))


def _package_suite(path: Path, shown: bool | None) -> TestSuite:
    settings = ProblemYaml.read(path)
    samples, secret = package_tests(path)
    tests = (samples if shown is not False else ()) + (secret if not shown else ())
    if not tests:
        kind = {None: "test", True: "sample", False: "secret test"}[shown]
        folders = {None: "data/sample and data/secret", True: "data/sample", False: "data/secret"}[shown]
        raise DataError(f"No {kind} in the package {path}: looked in {folders} for N.in with N.ans.")
    return TestSuite(tests, settings.checker, settings.limits, str(path))


def _rules(path: Path) -> tuple[CheckerSpec, Limits]:
    package = enclosing_package(path)
    if package is None:
        return CheckerSpec(), Limits()
    settings = ProblemYaml.read(package)
    return settings.checker, settings.limits


def _folder_tests(path: Path) -> tuple[TestCase, ...]:
    files, orphans = find_test_files(path)
    if not files:
        hint = f" There are {orphans} expected outputs without inputs." if orphans else ""
        raise DataError(
            f"No tests in the folder {path}: looked for {LOOKED_FOR}.{hint} "
            "For inputs under other names, without outputs, use --inputs."
        )
    return tuple(test.read() for test in files)


def _json_tests(path: Path) -> tuple[TestCase, ...]:
    tests = load_json_tests(path)
    if not tests:
        raise DataError(f'No tests in {path}: looked for objects with "input" and "output".')
    return tests


def _single_test(path: Path) -> TestCase:
    found = find_one(path)
    if found is None:
        raise DataError(
            f"{path} is no test: expected an input file (N.in, beside it N.ans or N.out), a JSON or JSONL file, or a "
            "folder. A file of another name, taken as an input, goes to --inputs."
        )
    return TestFiles(path.stem, found.input, found.output).read()


def _input_files(path: Path) -> list[tuple[str, Path]]:
    if path.is_file():
        return [(path.stem, path)]
    if not path.is_dir():
        raise DataError(f"There is no input at {path}: no such file or folder.")
    files, _ = find_test_files(path)
    if files:
        return [(test.name, test.input) for test in files]
    return [(file.relative_to(path).as_posix(), file) for file in plain_files(path)]
