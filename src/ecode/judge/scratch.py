"""Folders for what a sandbox writes. Their names hold the owner's process, so that those of the dead can be removed."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

_NAME = re.compile(r"ecode-([0-9]+)-")


def scratch_folder() -> tempfile.TemporaryDirectory[str]:
    """A new one of this process."""
    return tempfile.TemporaryDirectory(prefix=f"ecode-{os.getpid()}-")


def sweep() -> None:
    """Remove our user's folders whose process is gone: one that was killed could not do so itself."""
    for folder in Path(tempfile.gettempdir()).glob("ecode-*-*"):
        match = _NAME.match(folder.name)
        try:
            if match and folder.stat().st_uid == os.getuid() and not _alive(int(match[1])):
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            continue  # somebody else was quicker


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
