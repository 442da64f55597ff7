"""Which interpreter runs the programs, and which folders of the system it needs to see."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecode.errors import UsageError

_PROBE = """
import json, site, sys
sites = list(getattr(site, "getsitepackages", list)())
print(json.dumps({"version": list(sys.version_info[:3]), "implementation": sys.implementation.name,
    "executable": sys.executable, "prefixes": [sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix],
    "sites": sites}))
"""
_WANTED = "Give --python the path of a Python 3.8 or newer."


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A Python that can run programs. `folders` are what must be readable for it to start and import."""

    executable: Path
    version: tuple[int, int, int]
    folders: tuple[Path, ...]

    @property
    def version_text(self) -> str:
        return ".".join(map(str, self.version))


def find_interpreter(python: str | Path | None = None) -> Interpreter:
    """Ask `python` (default: the one that runs us) where it lives.

    Raises `UsageError` when it is no interpreter, too old or not CPython.
    """
    executable = shutil.which(str(python)) if python else sys.executable
    if executable is None:
        raise UsageError(f"No interpreter at {python}. {_WANTED}")
    # Absolute, but not resolved: a virtual environment is recognised by the path of its link.
    path = Path(executable).absolute()
    if ".." in path.parts:  # the sandbox is built without the folders that such a path goes through
        path = path.parent.resolve() / path.name
    facts = _ask(str(path))
    version = tuple(facts["version"])
    if version < (3, 8, 0) or facts["implementation"] != "cpython":
        found = f"{facts['implementation']} {'.'.join(map(str, version))}"
        raise UsageError(f"{executable} is {found}; programs are run by CPython 3.8 or newer.")
    return Interpreter(path, version, _needed_folders(path, facts))


def _ask(executable: str) -> dict[str, Any]:
    """What the interpreter says of itself. The error names what it said last, never the question put to it."""
    command = [executable, "-I", "-c", _PROBE]
    try:
        answer = subprocess.run(command, capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        raise UsageError(f"{executable} does not run as a Python interpreter: no answer in 60 s. {_WANTED}") from None
    except OSError as error:
        raise UsageError(f"{executable} does not run: {error.strerror}. {_WANTED}") from None
    try:
        facts: dict[str, Any] = json.loads(answer.stdout) if answer.returncode == 0 else {}
    except ValueError:
        facts = {}
    if not isinstance(facts, dict) or "version" not in facts:
        raise UsageError(f"{executable} is no Python interpreter (exit status {answer.returncode}). {_WANTED}")
    return facts


def _needed_folders(executable: Path, facts: dict[str, list[str]]) -> tuple[Path, ...]:
    """Prefixes, site folders and the executable's own links, without what lies in /usr or in another of them."""
    wanted = [Path(p) for p in (*facts["prefixes"], *facts["sites"])]
    wanted += _link_chain(executable)
    system = [Path("/usr"), Path("/lib"), Path("/lib64"), Path("/bin")]
    kept: list[Path] = []
    for path in sorted({p for p in wanted if p.exists()}, key=lambda p: len(p.parts)):
        if any(path.is_relative_to(parent) for parent in (*system, *kept)):
            continue
        if path == Path("/") or Path.home().is_relative_to(path):
            raise UsageError(
                f"{executable} needs all of {path}, which holds your home folder: the sandbox will not show that to "
                "programs. Choose an interpreter with a prefix of its own (python -m venv makes one)."
            )
        kept.append(path)
    return tuple(kept)


def _link_chain(executable: Path) -> list[Path]:
    """The executable, if it is not inside a prefix, and every file that its symbolic links go through."""
    chain = [executable]
    while chain[-1].is_symlink() and len(chain) < 20:
        target = chain[-1].readlink()
        chain.append(target if target.is_absolute() else chain[-1].parent / target)
    return chain
