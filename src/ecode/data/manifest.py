"""The file that is written last: what a finished dataset consists of and how it was made."""

from __future__ import annotations

import json
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from ecode.data.schema import FORMAT_VERSION
from ecode.data.tables import make_folder, write_text
from ecode.errors import DataError
from ecode.machine import fingerprint

MANIFEST = "manifest.json"
TIMES_KIND, PAIRS_KIND, IMPORTED_KIND = "CodeExecTimeDB", "GEC", "imported"


def claim(folder: Path, kind: str, *, foreign: str = "") -> None:
    """Make `folder` ready for tables of `kind`: what it held of that kind is no longer a finished dataset.

    Raises `DataError` where it holds a dataset of another kind, or the file `foreign`, so that none is overwritten.
    """
    make_folder(folder)
    path = folder / MANIFEST
    held = (
        read_manifest(folder)["kind"]
        if path.is_file()
        else foreign
        if foreign and (folder / foreign).exists()
        else kind
    )
    if held != kind:
        raise DataError(f"{folder} holds something else already ({held}): use another --out.")
    path.unlink(missing_ok=True)


def write_manifest(folder: Path, kind: str, config: dict[str, Any], files: list[dict[str, Any]]) -> None:
    manifest = {
        "kind": kind,
        "format_version": FORMAT_VERSION,
        "ecode_version": _package_version(),
        "commit": _commit(),
        "machine": fingerprint().as_dict(),
        "config": config,
        "files": files,
    }
    write_text(folder / MANIFEST, json.dumps(manifest, indent=1) + "\n")


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


def _package_version() -> str:
    try:
        return version("ecode-lm")
    except PackageNotFoundError:
        return "unknown"


def _commit() -> str:
    """The commit of the source tree that this code runs from, empty for an installed package."""
    try:
        answer = subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=Path(__file__).parent, capture_output=True, text=True, timeout=5
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.strip()
