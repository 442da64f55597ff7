"""A folder that is there whole or not at all: written beside its place, then renamed into it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """An empty folder to write; it becomes `out`, in place of an older one, once the block ends without an error."""
    unfinished, old = out.with_name(f"{out.name}.new"), out.with_name(f"{out.name}.old")
    shutil.rmtree(unfinished, ignore_errors=True)  # of a run that was killed
    unfinished.mkdir(parents=True)
    try:
        yield unfinished
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        os.replace(out, old)
    os.replace(unfinished, out)
    shutil.rmtree(old, ignore_errors=True)
