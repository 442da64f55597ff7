"""`ecode doctor`: what works on this machine, and how to get the rest."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from rich.text import Text

from ecode.cli import options
from ecode.cli.main import print_json
from ecode.console import out
from ecode.errors import EcodeError
from ecode.judge.run import Judge
from ecode.judge.sandbox import why_not_isolated
from ecode.judge.timing import calibrate
from ecode.machine import fingerprint, noise_warnings
from ecode.records import TestCase

_DISTRIBUTION = "ecode-lm"
_REQUIREMENT = re.compile(r"\s*(?P<name>[\w.-]+)\s*(?:\[(?P<extras>[^\]]*)\])?")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `needed` ones that are not `ok` make the exit code 1."""

    what: str
    ok: bool
    detail: str
    needed: bool = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    options.add_judge(parser)
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    findings = examine(args.python, args.backend)
    if args.json:
        print_json({"findings": [asdict(finding) for finding in findings]})
    else:
        screen = out()
        for finding in findings:
            mark, style = ("ok", "green") if finding.ok else (("missing", "red") if finding.needed else ("-", "yellow"))
            screen.print(Text.assemble((f"{mark:>8}", style), f"  {finding.what:<14} {finding.detail}"))
    return 0 if all(finding.ok for finding in findings if finding.needed) else 1


def examine(python: str | None, backend: str) -> list[Finding]:
    """Every check, in the order in which one rests on another."""
    findings = [Finding("machine", True, str(fingerprint()))]
    findings.append(
        Finding("platform", sys.platform == "linux", "Linux" if sys.platform == "linux" else "needs Linux (WSL)")
    )
    reason = why_not_isolated()
    who = "root" if os.geteuid() == 0 else "an ordinary user"
    findings.append(
        Finding("sandbox", reason is None, reason or f"bubblewrap works here, as {who}", backend != "rlimit")
    )
    findings.append(_judged(python, backend))
    valgrind = shutil.which("valgrind")
    hint = "`sudo apt install valgrind` for --metric instructions"
    findings.append(Finding("valgrind", valgrind is not None, valgrind or hint, needed=False))
    findings += extras()
    warnings = noise_warnings()
    findings.append(Finding("quiet", not warnings, " ".join(warnings) or "timings will be steady", needed=False))
    return findings


def extras(distribution: str = _DISTRIBUTION) -> list[Finding]:
    """The extras that the installed distribution declares (`dev` is for working on it), and what each still lacks."""
    try:
        metadata = importlib.metadata.distribution(distribution)
    except importlib.metadata.PackageNotFoundError:  # run from a checkout that was never installed
        return []
    findings = []
    for extra in metadata.metadata.get_all("Provides-Extra") or []:
        needs = dict.fromkeys(_needs(metadata.requires or [], extra, distribution))
        missing = [name for name in needs if not _is_installed(name)]
        detail = f"pip install '{distribution}[{extra}]'" if missing else f"{', '.join(needs)}: installed"
        if extra != "dev" and needs:
            findings.append(Finding(f"extra {extra}", not missing, detail, needed=False))
    return findings


def _needs(requires: Sequence[str], extra: str, distribution: str) -> Iterator[str]:
    """The distributions that an extra asks for, those of an extra that it includes among them."""
    for line in requires:
        requirement, _, marker = line.partition(";")
        found = _REQUIREMENT.match(requirement)
        if found is None or not re.search(rf"""extra\s*==\s*['"]{re.escape(extra)}['"]""", marker):
            continue
        if found["name"] != distribution:
            yield found["name"]
        for included in (found["extras"] or "").split(",") if found["name"] == distribution else ():
            yield from _needs(requires, included.strip(), distribution)


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _judged(python: str | None, backend: str) -> Finding:
    """A program really run: the only proof that counts."""
    try:
        with Judge(backend=backend, python=python) as judge:
            report = judge.judge("print(int(input()) + 1)", [TestCase("1", b"41\n", b"42\n")])
            with judge.lease() as worker:
                floor = calibrate(worker)
    except EcodeError as error:
        return Finding("judge", False, str(error))
    version = judge.interpreter.version_text
    detail = (
        f"Python {version} in the sandbox; clock floor {floor.median_ns / 1e3:.0f} µs ± {floor.resolution_ns / 3e3:.0f}"
    )
    return Finding("judge", report.accepted, detail if report.accepted else f"{report.verdict}: {report.feedback}")
