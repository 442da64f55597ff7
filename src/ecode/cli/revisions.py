"""A file as it was at a git revision, for comparing a program with itself."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ecode.errors import UsageError

_TIMEOUT_S = 30


def source_at(path: Path, revision: str) -> str:
    """The text of `path` at `revision` (a branch, a tag, a commit, `HEAD~1`).

    Raises `UsageError` where git is missing, the folder is no checkout, or the revision does not exist or has no such
    file.
    """
    _git(path, "rev-parse", "--is-inside-work-tree", problem=f"{path.resolve().parent} is in no git checkout")
    commit = _git(
        path,
        *("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"),
        problem=f"There is no revision {revision} here (a shallow clone has few: fetch it first)",
    )
    content = _git(
        path, "show", f"{commit.decode().strip()}:./{path.name}", problem=f"{path} does not exist at {revision}"
    )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text at {revision} (byte {error.start}).") from None


def _git(path: Path, *arguments: str, problem: str) -> bytes:
    command = ["git", "-C", str(path.resolve().parent), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_TIMEOUT_S, check=False)
    except FileNotFoundError:
        missing = not path.resolve().parent.is_dir()
        raise UsageError(f"There is no program at {path}." if missing else "--base needs git: install it.") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"git did not answer within {_TIMEOUT_S} s.") from None
    if done.returncode != 0:
        detail = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise UsageError(f"{problem}{': ' + detail[0] if detail else ''}.")
    return done.stdout
