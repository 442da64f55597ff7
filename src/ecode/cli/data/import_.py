"""`ecode data import FORMAT PATH --out DIR`."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from rich.text import Text

from ecode.cli import options
from ecode.cli.data.progress import StepProgress
from ecode.cli.main import print_json
from ecode.console import out
from ecode.data.publish import publish
from ecode.data.sources.registry import IMPORTERS, importer_for
from ecode.data.tables import FORMATS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("format", help=", ".join(importer.name for importer in IMPORTERS))
    parser.add_argument("path", type=Path, help="the dataset, unpacked")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="of the tables")
    parser.add_argument("--write", choices=FORMATS, nargs="+", default=["parquet"], help="file formats")
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    importer = importer_for(args.path, args.format)
    with StepProgress(quiet=args.json) as progress:
        report = publish(
            importer.read(args.path), args.out, f"{args.path} ({importer.name})", formats=args.write, progress=progress
        )
    if args.json:
        print_json({"folder": str(args.out)} | asdict(report))
        return 0
    screen = out()
    screen.print(Text(f"{report.pairs} pairs and {report.times} times from {report.problems} problems"))
    if report.bad_rows:
        screen.print(Text(f"{report.bad_rows} rows could not be read: see {args.out / 'bad_rows.txt'}", "yellow"))
    screen.print(Text.assemble("tables in ", (str(args.out), "bold")))
    return 0
