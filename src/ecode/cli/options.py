"""Options that several verbs share, and what they stand for."""

from __future__ import annotations

import argparse
import math
from dataclasses import replace
from pathlib import Path

from ecode.errors import UsageError
from ecode.formats import load_inputs, load_statement, load_tests
from ecode.judge.run import Judge
from ecode.records import CheckerSpec, TestSuite

CHECKERS = ("exact", "tokens", "floats", "unordered")


def add_tests(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("tests")
    group.add_argument(
        "--tests",
        "-t",
        type=Path,
        metavar="PATH",
        action="append",
        help="problem package, folder of N.in + N.out|.ans, or JSON/JSONL of {input, output}; may be repeated",
    )
    group.add_argument(
        "--inputs",
        type=Path,
        metavar="FILE",
        nargs="+",
        help="inputs alone: what the (first) program prints is the expected output",
    )
    group.add_argument(
        "--checker", choices=CHECKERS, help="how outputs are compared (default: the package's, or tokens)"
    )
    group.add_argument(
        "--tolerance", type=float, metavar="X", help="absolute and relative tolerance of --checker floats"
    )
    group.add_argument(
        "--time-limit", type=float, metavar="S", help="CPU seconds per test (default: the package's, or 10)"
    )
    group.add_argument(
        "--memory-limit", type=float, metavar="MB", help="memory per test (default: the package's, or 1024)"
    )


def add_judge(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("running programs")
    group.add_argument("--python", metavar="EXE", help="the interpreter that runs the programs (default: this one)")
    group.add_argument(
        "--backend",
        choices=("bubblewrap", "rlimit"),
        default="bubblewrap",
        help="rlimit is no isolation: trusted programs only",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object on stdout, errors included")


def read_source(path: Path, what: str = "program") -> str:
    """The text of a program, or of something else such as a statement.

    Raises `UsageError` where there is none or it is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"There is no {what} at {path}.") from None
    except IsADirectoryError:
        raise UsageError(f"{path} is a folder; give the {what}'s file.") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text (byte {error.start}): save it as UTF-8 first.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None


def read_tests(args: argparse.Namespace) -> TestSuite:
    """The suite that --tests, --inputs, --checker and the limits describe."""
    suites = [load_tests(path) for path in args.tests or []]
    if args.inputs:
        suites.append(load_inputs(args.inputs))
    if not suites:
        raise UsageError("Give --tests PATH (inputs with expected outputs) or --inputs FILE (inputs alone).")
    suite = suites[0]
    if len(suites) > 1:
        tests = tuple(
            replace(test, name=f"{number}/{test.name}") for number, s in enumerate(suites, 1) for test in s.tests
        )
        suite = replace(suite, tests=tests, origin=", ".join(s.origin for s in suites))
    return _with_options(suite, args)


def read_statement(args: argparse.Namespace) -> str:
    """The text of --statement, else that of the problem package that --tests names."""
    if args.statement:
        return read_source(args.statement, "statement")
    return next(filter(None, map(load_statement, args.tests or [])), "")


def _with_options(suite: TestSuite, args: argparse.Namespace) -> TestSuite:
    limits = suite.limits
    if args.time_limit is not None:
        limits = replace(limits, cpu_s=positive(args.time_limit, "--time-limit"))
    if args.memory_limit is not None:
        limits = replace(limits, memory_bytes=round(positive(args.memory_limit, "--memory-limit") * 2**20))
    checker = CheckerSpec(args.checker) if args.checker else suite.checker
    if args.tolerance is not None:
        if checker.kind != "floats":
            raise UsageError("--tolerance goes with --checker floats.")
        checker = replace(checker, absolute=args.tolerance, relative=args.tolerance)
    return replace(suite, limits=limits, checker=checker)


def positive(value: float, option: str) -> float:
    """`value`, if it is a finite number above zero; raises `UsageError` otherwise."""
    if not 0 < value < math.inf:
        raise UsageError(f"{option} must be more than 0 and finite, not {value:g}.")
    return value


def make_judge(args: argparse.Namespace, workers: int = 1) -> Judge:
    return Judge(workers, backend=args.backend, python=args.python)
