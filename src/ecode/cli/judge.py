"""`ecode judge PROGRAM --tests PATH`."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.table import Table
from rich.text import Text

from ecode.answers import judge_answer, unchecked
from ecode.cli import options
from ecode.cli.main import print_json
from ecode.cli.wording import counted, print_block
from ecode.console import Status, format_bytes, format_time, out, visible
from ecode.records import JudgeReport, TestSuite, Verdict

STYLES = {Verdict.AC: "green", Verdict.JF: "magenta"}
_MOST_ROWS = 30


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("program", type=Path, help="a Python file that reads stdin and writes stdout")
    parser.add_argument("--all", action="store_true", help="run every test, also after the first failure")
    options.add_tests(parser)
    options.add_judge(parser)
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    source = options.read_source(args.program)
    suite = options.read_tests(args)
    with Status(f"judging {visible(args.program)}", quiet=args.json), options.make_judge(args) as judge:
        report = judge.judge(source, suite, stop_early=not args.all)
    if args.json:
        print_json(judge_answer(report, suite))
    else:
        print_report(args.program, report, suite)
    if report.verdict is Verdict.JF:
        return 3
    return 0 if report.accepted else 1


def print_report(program: Path, report: JudgeReport, suite: TestSuite) -> None:
    screen = out()
    passed = sum(test.verdict is Verdict.AC for test in report.tests)
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading, justify in (
        ("test", "left"),
        ("verdict", "left"),
        ("CPU", "right"),
        ("memory", "right"),
        ("", "left"),
    ):
        table.add_column(heading, justify=justify, no_wrap=heading != "")  # type: ignore[arg-type]
    shown = [t for t in report.tests if t.verdict is not Verdict.AC] or list(report.tests)
    for test in shown[:_MOST_ROWS]:
        style = STYLES.get(test.verdict, "red")
        cells = (format_time(test.cpu_ns), format_bytes(test.memory_bytes), Text(test.feedback))
        table.add_row(Text(visible(test.name)), Text(test.verdict, style), *cells)
    if report.tests:
        print_block(screen, table)
    if len(shown) > _MOST_ROWS:
        screen.print(f"... and {len(shown) - _MOST_ROWS} more", style="dim")
    style = STYLES.get(report.verdict, "red")
    stopped = f" (stopped after {len(report.tests)})" if len(report.tests) < len(suite.tests) else ""
    screen.print(
        Text.assemble(
            (f"{report.verdict}", f"bold {style}"),
            f"  {visible(program)}  {passed}/{counted(len(suite.tests), 'test')}{stopped}",
        )
    )
    if note := unchecked(suite):
        screen.print(Text(f"note: {note}", "yellow"))
    if report.verdict in (Verdict.CE, Verdict.JF):
        screen.print(Text(report.feedback))
