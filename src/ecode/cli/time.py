"""`ecode time PROGRAM --tests PATH`."""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import quantiles

from rich.table import Table
from rich.text import Text

from ecode.cli import options
from ecode.cli.main import print_json
from ecode.console import Status, err, format_bytes, format_time, out
from ecode.errors import UsageError
from ecode.judge.instructions import count_instructions
from ecode.judge.timing import TestTiming, Timing, time_program
from ecode.machine import fingerprint, noise_warnings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("program", type=Path, help="a Python file that reads stdin and writes stdout")
    parser.add_argument("--repeats", type=int, default=7, metavar="N", help="fresh processes per test (default 7)")
    parser.add_argument("--warm", action="store_true", help="preload the program's imports (default: cold, they count)")
    parser.add_argument(
        "--metric",
        choices=("cpu", "instructions"),
        default="cpu",
        help="instructions: counted by valgrind's cachegrind, about 30 times slower, the same every time",
    )
    options.add_tests(parser)
    options.add_judge(parser)
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    if args.repeats < 1:
        raise UsageError(f"--repeats must be at least 1, not {args.repeats}.")
    source = options.read_source(args.program)
    suite = options.read_tests(args)
    if args.metric == "instructions":
        return _run_instructions(args, source, [(t.name, t.input) for t in suite.tests])
    with Status(f"timing {args.program}", quiet=args.json), options.make_judge(args) as judge, judge.lease() as worker:
        timing = time_program(
            worker, source.encode(), suite.tests, repeats=args.repeats, warm=args.warm, limits=suite.limits
        )
        python = judge.interpreter.version_text
    if args.json:
        print_json(timing_as_dict(timing) | {"machine": fingerprint(python).as_dict()})
    else:
        for warning in noise_warnings():
            err.print(f"note: {warning}", style="yellow")
        print_timing(timing)
    return 1 if timing.untimed else 0


def _run_instructions(args: argparse.Namespace, source: str, inputs: list[tuple[str, bytes]]) -> int:
    progress = Status(f"counting instructions of {args.program}", total=len(inputs), quiet=args.json)
    counts = []
    with progress as status, options.make_judge(args) as judge:
        for name, content in inputs:
            counts.append((name, count_instructions(judge.config, source.encode(), content)))
            status.update(advance=1)
    if args.json:
        print_json({"metric": "instructions", "tests": [{"name": n, "instructions": c} for n, c in counts]})
        return 0
    screen = out()
    for name, count in counts:
        screen.print(Text(f"{name}  {count:,} instructions"))
    screen.print(Text(f"{sum(c for _, c in counts):,} instructions in all, less those of an empty program", "bold"))
    return 0


def timing_as_dict(timing: Timing) -> dict[str, object]:
    tests = [
        {
            "name": test.name,
            "median_ns": test.median_ns,
            "samples_ns": list(test.samples_ns),
            "wall_ns": list(test.wall_ns),
            "memory_bytes": test.memory_bytes,
            "below_floor": test.below_floor,
        }
        for test in timing.tests
    ]
    floor = {"median_ns": timing.floor.median_ns, "resolution_ns": timing.floor.resolution_ns}
    return {
        "metric": "cpu",
        "mode": timing.mode,
        "total_ns": timing.total_ns,
        "floor": floor,
        "tests": tests,
        "untimed": list(timing.untimed),
    }


def print_timing(timing: Timing) -> None:
    screen = out()
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("test")
    for heading in ("call time", "middle half", "wall", "memory"):
        table.add_column(heading, justify="right")
    for test in timing.tests:
        table.add_row(Text(test.name), *_cells(test, timing.floor.resolution_ns))
    screen.print(table)
    repeats = len(timing.tests[0].samples_ns) if timing.tests else 0
    floor = format_time(timing.floor.median_ns)
    clock = f"{timing.mode} call time, {repeats} fresh processes per test, an empty program's {floor} taken off"
    screen.print(Text.assemble((format_time(timing.total_ns), "bold"), f" over {len(timing.tests)} tests  ({clock})"))
    for line in timing.untimed:
        screen.print(Text(f"not timed: {line}", "red"))


def _cells(test: TestTiming, resolution_ns: float) -> tuple[str, str, str, str]:
    wall = format_time(sorted(test.wall_ns)[len(test.wall_ns) // 2])
    if test.below_floor:
        return f"< {format_time(resolution_ns)}", "below the floor", wall, format_bytes(test.memory_bytes)
    spread = "-"
    if len(test.samples_ns) > 1:
        low, _, high = quantiles(test.samples_ns, n=4, method="inclusive")
        spread = f"{format_time(low)} - {format_time(high)}"
    return format_time(test.median_ns), spread, wall, format_bytes(test.memory_bytes)
