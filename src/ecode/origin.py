"""Which code, on which machine: what every table and dataset says of itself."""

from __future__ import annotations

import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ecode.machine import fingerprint


def package_version() -> str:
    try:
        return version("ecode-lm")
    except PackageNotFoundError:
        return "unknown"


def commit() -> str:
    """The commit of the source tree that this code runs from, empty for an installed package."""
    try:
        answer = subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=Path(__file__).parent, capture_output=True, text=True, timeout=5
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.strip()


def signature() -> str:
    """One line: package, commit, machine, interpreter."""
    code = f"ecode {package_version()}" + (f" at {hash_[:10]}" if (hash_ := commit()) else "")
    machine = fingerprint()
    return f"{code}; {machine}; Python {machine.python}"
