"""`ecode data build-pairs BUILD --out DIR`."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.text import Text

from ecode.cli import options
from ecode.cli.data.progress import StepProgress
from ecode.cli.main import print_json
from ecode.console import out
from ecode.data.pairs import PairsConfig, build_pairs
from ecode.data.races import Races
from ecode.data.tables import FORMATS
from ecode.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    defaults = PairsConfig()
    parser.add_argument("build", type=Path, help="the folder that `ecode data build-times` wrote")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="of the tables")
    parser.add_argument("--slow", type=int, default=defaults.slow, metavar="N", help="slow programs per problem")
    parser.add_argument(
        "--alternatives", type=int, default=defaults.alternatives, metavar="N", help="other fast programs per pair"
    )
    parser.add_argument(
        "--race-seconds",
        type=float,
        default=20.0,
        metavar="S",
        help="longest race of a borderline pair (default 20); 0 leaves borderline pairs out",
    )
    parser.add_argument("--write", choices=FORMATS, nargs="+", default=["parquet"], help="file formats")
    options.add_judge(parser)
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    if args.slow < 1 or args.alternatives < 0:
        raise UsageError("--slow must be at least 1 and --alternatives at least 0.")
    if args.race_seconds:
        options.positive(args.race_seconds, "--race-seconds")
    config = PairsConfig(args.alternatives, args.slow)
    with StepProgress(quiet=args.json) as progress, options.make_judge(args) as judge:
        races = Races(judge, args.race_seconds)
        counts = build_pairs(args.build, args.out, config, races, formats=args.write, progress=progress)
    if args.json:
        print_json({"folder": str(args.out), "pairs": counts, "raced": races.held, "too_long_to_race": races.skipped})
    else:
        listed = ", ".join(f"{count} {split}" for split, count in counts.items())
        text = Text.assemble(
            (str(sum(counts.values())), "bold"),
            f" pairs ({listed}), {races.held} raced, {races.skipped} too long to race; in ",
        )
        out().print(text.append(str(args.out), "bold"))
    return 0
