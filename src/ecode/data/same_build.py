"""Whether pairs that are there are of the build that new ones are asked of: one program tells, by how long it took."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from ecode.data.ledger import MEASURED, Ledger
from ecode.data.manifest import MANIFEST, PAIRS_KIND, read_manifest
from ecode.errors import DataError

BUILD = "build"
"""The key in the manifest's settings."""


def mark_of(ledger: Ledger) -> dict[str, str]:
    """What tells the build from every other one, and stays as it is when the build goes on with more programs."""
    query = "SELECT id, code, result FROM programs WHERE status = ? ORDER BY seq LIMIT 1"
    for program, code, result in ledger.select(query, MEASURED):
        return {"program": program, "measured": _digest(code, result)}
    return {}


def check_same_build(out: Path, ledger: Ledger) -> None:
    """Raises `DataError` where `out` holds the finished pairs of another build, so that they are not replaced. Pairs of
    a version that did not write it down may be of any."""
    if not (out / MANIFEST).is_file():
        return
    manifest = read_manifest(out)
    mark = manifest["config"].get(BUILD) if manifest["kind"] == PAIRS_KIND else None
    if mark and not _has(ledger, mark):
        raise DataError(f"{out} holds the pairs of another build than {ledger.folder}: use another --out.")


def _has(ledger: Ledger, mark: dict[str, Any]) -> bool:
    rows = ledger.select("SELECT code, result FROM programs WHERE id = ?", mark["program"])
    return any(result and _digest(code, result) == mark["measured"] for code, result in rows)


def _digest(code: str, result: str) -> str:
    """Times are never the same twice; how the machine is rated may change later."""
    measured = json.dumps([code, json.loads(result)["samples_us"]])
    return hashlib.sha256(measured.encode("utf-8", "surrogatepass")).hexdigest()[:16]
