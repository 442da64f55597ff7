"""Which importer reads what: by name, or by a look at the files."""

from __future__ import annotations

import difflib
from pathlib import Path

from ecode.data.items import Importer
from ecode.data.sources.aceob import AceobImporter
from ecode.data.sources.apps import AppsImporter
from ecode.data.sources.codecontests import CodeContestsImporter
from ecode.data.sources.codeexectimedb import CodeExecTimeDBImporter
from ecode.data.sources.codeforces import CodeforcesImporter
from ecode.data.sources.codenet import CodeNetImporter
from ecode.data.sources.coffe import CoffeImporter
from ecode.data.sources.gec import GecImporter
from ecode.data.sources.packages import PackageImporter
from ecode.data.sources.pie import PieImporter
from ecode.data.sources.plain import PlainImporter
from ecode.data.sources.table import TableImporter
from ecode.errors import DataError

IMPORTERS: tuple[Importer, ...] = (
    PackageImporter(),
    CodeNetImporter(),
    CoffeImporter(),
    GecImporter(),
    AceobImporter(),
    AppsImporter(),
    CodeforcesImporter(),
    CodeExecTimeDBImporter(),
    PieImporter(),
    CodeContestsImporter(),
    TableImporter(),
    PlainImporter(),
)
"""In the order in which they are asked: the more particular layout first."""


def importer_for(path: str | Path, name: str | None = None) -> Importer:
    """The importer called `name`, or else the first that recognises `path`. Raises `DataError` with what there is."""
    path = Path(path)
    chosen = _by_name(name) if name is not None else None
    if not path.exists():
        raise DataError(f"There is nothing to import at {path}: no such file or folder.")
    found = chosen or next((importer for importer in IMPORTERS if importer.recognises(path)), None)
    if found is None:
        known = "\n".join(f"  {importer.name}: {importer.layout}" for importer in IMPORTERS)
        raise DataError(f"{path} has no layout that I know. Name one of these if it is there all the same:\n{known}")
    return found


def _by_name(name: str) -> Importer:
    by_name = {importer.name: importer for importer in IMPORTERS}
    wanted = name.strip().lower().replace("-", "").replace("_", "")
    if wanted in by_name:
        return by_name[wanted]
    close = difflib.get_close_matches(wanted, by_name, n=1, cutoff=0.6)
    hint = f"did you mean {close[0]}?" if close else "I know:"
    raise DataError(f"There is no format {name!r}; {hint} ({', '.join(by_name)})")
