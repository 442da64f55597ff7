"""`ecode data check PACKAGE...`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from rich.text import Text

from ecode.cli import options
from ecode.cli.main import print_json
from ecode.console import Status, out
from ecode.corpus.packages import Finding, check_package
from ecode.errors import DataError
from ecode.judge.run import Judge


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("packages", type=Path, nargs="+", metavar="PACKAGE", help="problem packages")
    options.add_judge(parser)
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    found: dict[str, list[Finding]] = {}
    with options.make_judge(args) as judge, Status("checking", total=len(args.packages), quiet=args.json) as status:
        for package in args.packages:
            found[str(package)] = list(_checked(package, judge))
            status.update(f"checking {package.name}", advance=1)
    if args.json:
        entries = [
            {"package": name, "what": f.what, "good": f.good, "text": f.text} for name, fs in found.items() for f in fs
        ]
        print_json({"good": _all_good(found), "findings": entries})
    else:
        _print(found)
    return 0 if _all_good(found) else 1


def _checked(package: Path, judge: Judge) -> Iterator[Finding]:
    """A package that cannot be read is a fault of its own; the others are checked all the same."""
    try:
        yield from check_package(package, judge)
    except DataError as error:
        yield Finding("package", False, str(error))


def _all_good(found: dict[str, list[Finding]]) -> bool:
    return all(finding.good for findings in found.values() for finding in findings)


def _print(found: dict[str, list[Finding]]) -> None:
    """Every finding of a single package; of several ones only what is wrong, and a line each."""
    screen = out()
    for name, findings in found.items():
        bad = [finding for finding in findings if not finding.good]
        mark = Text("good", "green") if not bad else Text(f"{len(bad)} faults", "red")
        screen.print(Text.assemble((name, "bold"), "  ", mark, f"  {len(findings)} checks"))
        for finding in findings if len(found) == 1 else bad:
            sign = Text("ok   ", "green") if finding.good else Text("FAULT", "red")
            screen.print(Text.assemble("  ", sign, f" {finding.what}: {finding.text}"))
