"""`ecode data export LAYOUT DATASET --out DIR`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from rich.text import Text

from ecode.cli import options
from ecode.cli.main import print_json
from ecode.console import out
from ecode.data.exporters import export_csv, export_gec
from ecode.data.ledger import open_finished
from ecode.data.manifest import read_manifest
from ecode.data.schema import SPLITS, VARIANTS
from ecode.data.tables import read_table, splits_in
from ecode.errors import DataError

LAYOUTS = ("gec", "csv")
_FOLDERS = {"ori": "Ori", "uni": "Uni", "loop_rec": "Loop&Rec", "rand_del": "RandDel"}  # as published


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "layout", choices=LAYOUTS, help="gec: folders from pairs; csv: Prompt_input and Time from times"
    )
    parser.add_argument("dataset", type=Path, help="a folder of pairs (gec) or of times (csv)")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder")
    parser.add_argument("--variant", choices=VARIANTS, help="only this one of the times (default: all)")
    parser.add_argument("--split", choices=SPLITS, help="only this one (default: all)")
    parser.add_argument(
        "--build", type=Path, metavar="DIR", help="gec: the build that the pairs came from, for the problems' tests"
    )
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    read_manifest(args.dataset)
    counts = _export_times(args) if args.layout == "csv" else _export_pairs(args)
    if args.json:
        print_json(counts | {"out": str(args.out)})
    else:
        listed = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())
        out().print(Text.assemble(f"{listed} in ", (str(args.out), "bold")))
    return 0


def _export_times(args: argparse.Namespace) -> dict[str, int]:
    """One file for each variant and split, in folders named as the published ones."""
    variants = [args.variant] if args.variant else [v for v in VARIANTS if splits_in(args.dataset / v)]
    if not variants:
        raise DataError(f"{args.dataset} holds no tables of times: looked for <variant>/<split>-*.parquet.")
    if args.out.exists() and any(args.out.iterdir()):
        raise DataError(f"{args.out} is not empty; choose a new folder, so that old tables do not mix with these.")
    written = {"rows": 0}
    for variant in variants:
        folder = args.out / f"CodeExecTimeDB-{_FOLDERS[variant]}"
        for split in _splits(args.dataset / variant, args.split):
            written["rows"] += export_csv(read_table(args.dataset / variant, split), folder / f"{split}.csv")
    return written


def _export_pairs(args: argparse.Namespace) -> dict[str, int]:
    with ExitStack() as stack:
        more = {}
        if args.build:
            ledger = stack.enter_context(open_finished(args.build))
            more["tests_of"] = lambda problem_id: ledger.suite(problem_id).tests
        done = export_gec(_rows(args.dataset, args.split), args.out, **more)
    return {"problems": done.problems, "pairs": done.pairs, "tests_left_out": done.tests_left_out}


def _rows(folder: Path, split: str | None) -> Iterator[dict[str, Any]]:
    for name in _splits(folder, split):
        yield from read_table(folder, name)


def _splits(folder: Path, split: str | None) -> list[str]:
    """The one that is asked for, or all that there are. Raises `DataError` where there are none."""
    wanted = [split] if split else splits_in(folder)
    if not wanted:
        raise DataError(f"{folder} holds no tables: looked for {', '.join(f'{name}-*.parquet' for name in SPLITS)}.")
    return wanted
