"""`ecode data export LAYOUT DATASET --out PATH`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.text import Text

from ecode.cli import options
from ecode.cli.main import print_json
from ecode.console import out
from ecode.data.exporters import export_csv, export_gec
from ecode.data.manifest import read_manifest
from ecode.data.schema import SPLITS, VARIANTS
from ecode.data.tables import read_table, splits_in
from ecode.errors import DataError

LAYOUTS = ("gec", "csv")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "layout", choices=LAYOUTS, help="gec: folders from pairs; csv: Prompt_input and Time from times"
    )
    parser.add_argument("dataset", type=Path, help="a folder of pairs (gec) or of times (csv)")
    parser.add_argument("--out", type=Path, required=True, metavar="PATH", help="a new folder (gec) or file (csv)")
    parser.add_argument("--variant", choices=VARIANTS, default="uni", help="of the times (default uni)")
    parser.add_argument("--split", choices=SPLITS, help="only this one (default: all)")
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    read_manifest(args.dataset)
    if args.layout == "csv":
        counts: dict[str, object] = {"rows": export_csv(_rows(args.dataset / args.variant, args.split), args.out)}
    else:
        done = export_gec(_rows(args.dataset, args.split), args.out)
        counts = {"problems": done.problems, "pairs": done.pairs}
    if args.json:
        print_json(counts | {"out": str(args.out)})
    else:
        listed = ", ".join(f"{count} {name}" for name, count in counts.items())
        out().print(Text.assemble(f"{listed} in ", (str(args.out), "bold")))
    return 0


def _rows(folder: Path, split: str | None) -> Iterator[dict[str, Any]]:
    """Rows of one split or of all that there are. Raises `DataError` where there are none."""
    wanted = [split] if split else splits_in(folder)
    if not wanted:
        raise DataError(f"{folder} holds no tables: looked for {', '.join(f'{name}-*.parquet' for name in SPLITS)}.")
    for name in wanted:
        yield from read_table(folder, name)
