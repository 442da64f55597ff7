"""`ecode data build-times SOURCE... --out DIR`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

from rich.table import Table
from rich.text import Text

from ecode.cli import options
from ecode.cli.data.progress import StepProgress
from ecode.cli.main import print_json
from ecode.console import out
from ecode.corpus.slower import with_slower_versions
from ecode.data.engines import Engine, LocalEngine
from ecode.data.exec_time_db import BuildConfig, BuildReport, Source, build_times
from ecode.data.intake import IntakeConfig
from ecode.data.measure import MeasureConfig
from ecode.data.ray_engine import RayEngine
from ecode.data.sources.registry import IMPORTERS, importer_for
from ecode.data.tables import FORMATS
from ecode.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    measure, intake, build = MeasureConfig(), IntakeConfig(), BuildConfig()
    parser.add_argument("sources", type=Path, nargs="+", metavar="SOURCE", help="packages, folders, tables, datasets")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="of the ledger and the tables")
    parser.add_argument(
        "--format", choices=[importer.name for importer in IMPORTERS], help="of the sources (default: found out)"
    )
    group = parser.add_argument_group("measuring")
    group.add_argument(
        "--tests", type=int, default=measure.timed_tests, metavar="N", help="tests to time, of all that are judged"
    )
    group.add_argument(
        "--select", choices=("largest", "spread"), default=measure.select, help="which tests to time, by input size"
    )
    group.add_argument("--repeats", type=int, default=measure.repeats, metavar="N", help="fresh processes per test")
    group.add_argument("--warm", action="store_true", help="preload the programs' imports (default: cold, they count)")
    group.add_argument("--time-limit", type=float, metavar="S", help="CPU seconds per test (default: the problem's)")
    group.add_argument(
        "--budget", type=float, default=measure.budget_s, metavar="S", help="CPU seconds after which repeats end at two"
    )
    group.add_argument(
        "--slower",
        type=int,
        default=0,
        metavar="N",
        help="also measure up to N slower versions of each program, made here",
    )
    group.add_argument("--max-tokens", type=int, default=intake.max_tokens, metavar="N", help="longer ones are dropped")
    group.add_argument("--workers", type=int, default=2, metavar="N", help="programs measured at a time (default 2)")
    group.add_argument(
        "--engine", choices=("local", "ray"), default="local", help="ray: one judge for each core of a cluster"
    )
    group.add_argument(
        "--ray-address", metavar="ADDRESS", help="of a running cluster (default: find one, or start one)"
    )
    group = parser.add_argument_group("tables")
    group.add_argument("--test-share", type=float, default=build.test_share, metavar="X", help="of the programs")
    group.add_argument("--seed", type=int, default=build.seed, help="of the split by problem and of deletions")
    group.add_argument("--write", choices=FORMATS, nargs="+", default=["parquet", "csv"], help="file formats")
    options.add_judge(parser)
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    config = _config(args)
    sources = [_source(path, args) for path in args.sources]
    with StepProgress(quiet=args.json) as progress:
        report = build_times(sources, args.out, config, _engine(args), formats=args.write, progress=progress)
    if args.json:
        print_json(report_as_dict(report))
    else:
        print_report(report)
    return 0


def _config(args: argparse.Namespace) -> BuildConfig:
    for value, option, least in (
        (args.tests, "--tests", 1),
        (args.repeats, "--repeats", 2),
        (args.max_tokens, "--max-tokens", 1),
        (args.workers, "--workers", 1),
        (args.slower, "--slower", 0),
    ):
        if value < least:
            raise UsageError(f"{option} must be at least {least}, not {value}.")
    if not 0 <= args.test_share < 1:
        raise UsageError(f"--test-share must be from 0 to below 1, not {args.test_share:g}.")
    limit = None if args.time_limit is None else options.positive(args.time_limit, "--time-limit")
    measure = MeasureConfig(
        timed_tests=args.tests,
        repeats=args.repeats,
        select=args.select,
        warm=args.warm,
        budget_s=options.positive(args.budget, "--budget"),
        time_limit_s=limit,
        backend=args.backend,
        python=args.python,
    )
    recipe = f"up to {args.slower} slower versions of each" if args.slower else ""
    return BuildConfig(measure, IntakeConfig(args.max_tokens), args.test_share, args.seed, recipe)


def _engine(args: argparse.Namespace) -> Callable[[MeasureConfig], Engine]:
    if args.engine == "ray":
        return partial(RayEngine, address=args.ray_address)
    return partial(LocalEngine, workers=args.workers)


def _source(path: Path, args: argparse.Namespace) -> Source:
    importer = importer_for(path, args.format)
    path = path.resolve()
    if not args.slower:
        return Source(f"{path} ({importer.name})", partial(importer.read, path))
    name = f"{path} ({importer.name}, up to {args.slower} slower versions each)"
    return Source(name, lambda: with_slower_versions(importer.read(path), args.slower, args.seed))


def report_as_dict(report: BuildReport) -> dict[str, object]:
    split = report.split
    return {
        "folder": str(report.folder),
        "counts": report.counts,
        "bad_rows": report.bad_rows,
        "split": {
            "by": split.by,
            "cutoff": split.cutoff,
            "train": split.train,
            "test": split.test,
            "unseen": split.unseen,
            "dropped": split.dropped,
            "problems_on_both_sides": split.problems_on_both_sides,
        },
        "measured_now": report.measured_now,
        "programs_per_second": round(report.rate, 2),
    }


def print_report(report: BuildReport) -> None:
    screen = out()
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("programs", justify="right")
    table.add_column("")
    for status, count in report.counts.items():
        table.add_row(str(count), Text(status, "bold" if status == "measured" else ""))
    screen.print(table)
    if report.bad_rows:
        screen.print(
            Text(
                f"{report.bad_rows} rows passed over (unreadable, or an id used twice): table bad_rows of the ledger",
                "yellow",
            )
        )
    split = report.split
    unseen = f", {split.unseen} of problems held out from training (unseen)" if split.unseen else ""
    screen.print(Text(f"split by {split.by}: {split.train} to train on, {split.test} to test on{unseen}"))
    if report.measured_now:
        screen.print(Text(f"{report.measured_now} programs measured just now, {report.rate:.1f} a second"))
    screen.print(Text.assemble("card and tables in ", (str(report.folder), "bold")))
