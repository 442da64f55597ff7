"""`ecode data build-corpus --problems N --out DIR`."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from ecode.cli import options
from ecode.cli.data.build_times import print_report, report_as_dict
from ecode.cli.data.progress import StepProgress
from ecode.cli.main import print_json
from ecode.corpus.items import corpus_items, some_kernels
from ecode.data.engines import LocalEngine
from ecode.data.exec_time_db import BuildConfig, Source, build_times
from ecode.data.measure import MeasureConfig
from ecode.data.tables import FORMATS
from ecode.errors import UsageError

_PART = 500  # problems in one source
_MOST = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="of the ledger and the tables")
    parser.add_argument("--problems", type=int, default=1000, metavar="N", help="synthetic problems (default 1000)")
    parser.add_argument("--programs", type=int, default=12, metavar="N", help="programs of each (default 12)")
    parser.add_argument(
        "--slower", type=int, default=2, metavar="N", help="programs of each that get a slower version (default 2)"
    )
    parser.add_argument(
        "--kernels",
        type=int,
        metavar="N",
        help="make problems of N of the kernels, chosen by a hash (default: all): what a small model learns sooner",
    )
    parser.add_argument("--seed", type=int, default=0, help="of everything that is drawn")
    parser.add_argument(
        "--share",
        type=float,
        default=1.0,
        metavar="P",
        help="measure this share of the problems, chosen by a hash (default 1): a sample of a corpus, with its splits;"
        " a build that goes on may be given another share",
    )
    parser.add_argument("--repeats", type=int, default=4, metavar="N", help="fresh processes per test (default 4)")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="programs measured at a time (default 2)")
    parser.add_argument("--write", choices=FORMATS, nargs="+", default=["parquet"], help="file formats")
    options.add_judge(parser)
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    for value, option, least in (
        (args.slower, "--slower", 0),
        (args.problems, "--problems", 1),
        (args.programs, "--programs", 2),
        (args.repeats, "--repeats", 2),
        (args.workers, "--workers", 1),
    ):
        if not least <= value <= _MOST:
            raise UsageError(f"{option} must be between {least} and {_MOST}, not {value}.")
    some_kernels(args.kernels)  # too few are refused before anything is made
    if not 0 < args.share <= 1:
        raise UsageError(f"--share must be above 0 and at most 1, not {args.share}.")
    # warm: on inputs of this size an import of `collections` takes longer (2 ms) than many a fast program's work
    measure = MeasureConfig(repeats=args.repeats, warm=True, backend=args.backend, python=args.python)
    recipe = f"{args.programs} programs and {args.slower} slower ones of each problem"
    recipe += f", {args.kernels} kernels" if args.kernels else ""
    config = BuildConfig(measure, seed=args.seed, recipe=recipe, share=args.share)
    sources = [
        _source(args, range(start, min(start + _PART, args.problems))) for start in range(0, args.problems, _PART)
    ]
    with StepProgress(quiet=args.json) as progress:
        report = build_times(
            sources,
            args.out,
            config,
            partial(LocalEngine, workers=args.workers),
            formats=args.write,
            progress=progress,
        )
    if args.json:
        print_json(report_as_dict(report))
    else:
        print_report(report)
    return 0


def _source(args: argparse.Namespace, problems: range) -> Source:
    """Some of the problems: an interrupted build need not make those again that were read."""
    kind = f"corpus of seed {args.seed}, {args.programs} + {args.slower} programs"
    kind += f", {args.kernels} kernels" if args.kernels else ""
    read = partial(corpus_items, args.seed, problems, args.programs, args.slower, args.workers, args.kernels)
    return Source(f"{kind}, problems {problems.start}-{problems[-1]}", read, fixed=True)
