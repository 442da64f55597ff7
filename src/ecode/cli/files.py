"""Writing the files that a user names."""

from __future__ import annotations

import os
from pathlib import Path

from ecode.errors import UsageError


def check_writable(path: Path) -> None:
    """Found out before the work, not after it."""
    if not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent} to write {path.name} to.")
    if path.is_dir() or not os.access(path if path.exists() else path.parent, os.W_OK):
        raise UsageError(f"{path} cannot be written.")


def write_atomically(path: Path, text: str) -> None:
    """All or nothing: a full disk leaves what was there before, and a file keeps its mode. Behind a link its target is
    written; a device or a pipe, which nothing may take the place of, is written to."""
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_text(text, "utf-8")
        return
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_text(text, "utf-8")
        if path.exists():
            partial.chmod(path.stat().st_mode & 0o7777)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
