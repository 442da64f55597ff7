"""`ecode time PROGRAM --tests PATH`."""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import quantiles

from rich.table import Table
from rich.text import Text

from ecode.cli import options
from ecode.cli.main import print_json
from ecode.cli.wording import counted, print_block
from ecode.console import Status, err, format_bytes, format_time, out, visible
from ecode.errors import DataError, UsageError
from ecode.judge.instructions import count_instructions
from ecode.judge.run import Judge
from ecode.judge.timing import TestTiming, Timing, time_program
from ecode.judge.worker import CompileError
from ecode.machine import fingerprint, noise_warnings
from ecode.records import TestSuite


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
    try:
        with options.make_judge(args) as judge:
            if args.metric == "instructions":
                return _run_instructions(args, judge, source, suite)
            return _run_clock(args, judge, source, suite)
    except CompileError as error:
        raise UsageError(f"{args.program} does not compile: {error}") from None


def _run_clock(args: argparse.Namespace, judge: Judge, source: str, suite: TestSuite) -> int:
    with Status(f"timing {visible(args.program)}", quiet=args.json), judge.lease() as worker:
        timing = time_program(
            worker, source.encode(), suite.tests, repeats=args.repeats, warm=args.warm, limits=suite.limits
        )
    if args.json:
        print_json(timing_as_dict(timing) | {"machine": fingerprint(judge.interpreter.version_text).as_dict()})
    else:
        for warning in noise_warnings():
            err.print(f"note: {warning}", style="yellow")
        print_timing(timing)
    return 1 if timing.untimed else 0


def _run_instructions(args: argparse.Namespace, judge: Judge, source: str, suite: TestSuite) -> int:
    with judge.lease() as worker, worker.open(source.encode(), limits=suite.limits):
        pass  # cachegrind would only say that the program failed: this says that it does not compile
    counts = []
    progress = Status(f"counting instructions of {visible(args.program)}", total=len(suite.tests), quiet=args.json)
    with progress as status:
        for test in suite.tests:
            try:
                counts.append((test.name, count_instructions(judge.config, source.encode(), test.input)))
            except DataError as error:
                raise DataError(f"{args.program} on test {test.name}: {error}") from None
            status.update(advance=1)
    if args.json:
        print_json({"metric": "instructions", "tests": [{"name": n, "instructions": c} for n, c in counts]})
        return 0
    screen = out()
    for name, count in counts:
        screen.print(Text(f"{visible(name)}  {count:,} instructions"))
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
        table.add_row(Text(visible(test.name)), *_cells(test, timing.floor.resolution_ns))
    print_block(screen, table)
    repeats = len(timing.tests[0].samples_ns) if timing.tests else 0
    floor = format_time(timing.floor.median_ns)
    runs = counted(repeats, "fresh process", "fresh processes")
    clock = f"{timing.mode} call time, {runs} per test, an empty program's {floor} taken off"
    over = f" over {counted(len(timing.tests), 'test')}  ({clock})"
    screen.print(Text.assemble((format_time(timing.total_ns), "bold"), over))
    for line in timing.untimed:
        screen.print(Text(f"not timed: {visible(line)}", "red"))


def _cells(test: TestTiming, resolution_ns: float) -> tuple[str, str, str, str]:
    wall = format_time(sorted(test.wall_ns)[len(test.wall_ns) // 2])
    if test.below_floor:
        return f"< {format_time(resolution_ns)}", "below the floor", wall, format_bytes(test.memory_bytes)
    spread = "-"
    if len(test.samples_ns) > 1:
        low, _, high = quantiles(test.samples_ns, n=4, method="inclusive")
        spread = f"{format_time(low)} - {format_time(high)}"
    return format_time(test.median_ns), spread, wall, format_bytes(test.memory_bytes)
