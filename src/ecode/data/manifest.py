"""The file that is written last: what a finished dataset consists of and how it was made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ecode.data.ledger import LEDGER_NAME
from ecode.data.schema import FORMAT_VERSION
from ecode.data.tables import make_folder, write_text
from ecode.errors import DataError
from ecode.machine import fingerprint
from ecode.origin import commit, package_version

MANIFEST = "manifest.json"
_UNFINISHED = ".unfinished"
"""Marks a folder as ours until its manifest is written."""
_MARKS = (_UNFINISHED, LEDGER_NAME)
TIMES_KIND, PAIRS_KIND, IMPORTED_KIND = "CodeExecTimeDB", "GEC", "imported"


def check_claim(folder: Path, kind: str, *, foreign: str = "") -> None:
    """Raises `DataError` where `folder` holds a dataset of another kind, the file `foreign`, or files that are none of
    ours, so that nothing of anybody's is overwritten. Changes nothing."""
    if (folder / MANIFEST).is_file():
        held = read_manifest(folder)["kind"]
    elif foreign and (folder / foreign).exists():
        held = foreign
    else:
        ours = not folder.is_dir() or any((folder / name).exists() for name in _MARKS) or not any(folder.iterdir())
        held = kind if ours else "files that are no dataset"
    if held != kind:
        raise DataError(f"{folder} holds something else already ({held}): use another --out.")


def claim(folder: Path, kind: str, *, foreign: str = "") -> None:
    """Make `folder` ready for tables of `kind`: what it held of that kind is no longer a finished dataset.

    Raises `DataError` as `check_claim`.
    """
    check_claim(folder, kind, foreign=foreign)
    make_folder(folder)
    write_text(folder / _UNFINISHED, f"{kind}\n")
    (folder / MANIFEST).unlink(missing_ok=True)


def write_manifest(folder: Path, kind: str, config: dict[str, Any], files: list[dict[str, Any]]) -> None:
    manifest = {
        "kind": kind,
        "format_version": FORMAT_VERSION,
        "ecode_version": package_version(),
        "commit": commit(),
        "machine": fingerprint().as_dict(),
        "config": config,
        "files": files,
    }
    write_text(folder / MANIFEST, json.dumps(manifest, indent=1) + "\n")
    (folder / _UNFINISHED).unlink(missing_ok=True)


def read_manifest(folder: Path) -> dict[str, Any]:
    """Raises `DataError` where there is none: the folder holds no finished dataset."""
    path = folder / MANIFEST
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(f"{folder} holds no finished dataset: there is no {MANIFEST}.") from None
    except ValueError as error:
        raise DataError(f"{path} is broken: {error}.") from None
    if manifest.get("format_version") != FORMAT_VERSION:
        raise DataError(f"{path} has format version {manifest.get('format_version')}; this one reads {FORMAT_VERSION}.")
    return manifest
