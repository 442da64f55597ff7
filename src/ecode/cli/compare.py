"""`ecode compare A B --tests PATH`: is B faster than A? `ecode compare A --base REV`: is A faster than it was?"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.text import Text

from ecode.answers import comparison_answer
from ecode.cli import options
from ecode.cli.main import print_json
from ecode.cli.revisions import source_at
from ecode.cli.wording import counted
from ecode.console import Status, err, format_bytes, format_time, out, visible
from ecode.errors import UsageError
from ecode.judge.compare import EFFECT_FLOOR, LOOKS, Comparison, compare_programs
from ecode.judge.instructions import count_instructions
from ecode.judge.run import Judge
from ecode.machine import fingerprint, noise_warnings
from ecode.records import TestSuite
from ecode.search.racing import prepare_both, timed_tests

WORDS = {"faster": "faster", "slower": "slower", "no_significant_difference": "no significant difference"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("a", type=Path, help="the program to compare with; with --base the only one")
    parser.add_argument("b", type=Path, nargs="?", help="the program that may be faster")
    parser.add_argument("--base", metavar="REV", help="compare the program with itself at this git revision")
    parser.add_argument("--head", metavar="REV", help="... and not as it lies there, but at this one")
    parser.add_argument(
        "--fail-on",
        choices=("not-faster", "slower"),
        default="not-faster",
        help="when to exit with 1 (default: not-faster; slower suits a check of every change)",
    )
    parser.add_argument("--warm", action="store_true", help="preload the programs' imports (default: cold, they count)")
    parser.add_argument("--max-seconds", type=float, default=math.inf, metavar="S", help="stop racing after this time")
    parser.add_argument("--seed", type=int, default=0, help="of the random order within the pairs")
    parser.add_argument(
        "--metric", choices=("cpu", "instructions"), default="cpu", help="instructions: see `ecode time`"
    )
    options.add_tests(parser)
    options.add_judge(parser)
    parser.add_argument("--markdown", action="store_true", help="print a table for a pull request")
    options.add_json(parser)


@dataclass(frozen=True, slots=True)
class _Side:
    """A program with what messages call it: a name that a terminal can show."""

    name: str
    source: str


def run(args: argparse.Namespace) -> int:
    if not args.max_seconds > 0:
        raise UsageError(f"--max-seconds must be more than 0, not {args.max_seconds:g}.")
    sides = _sides(args)
    suite = options.read_tests(args)
    with options.make_judge(args) as judge:
        with Status("testing both programs", quiet=args.json):
            both = prepare_both(judge, suite, *((side.name, side.source) for side in sides))
        if args.metric == "instructions":
            return _compare_instructions(judge, args, sides, suite)
        with judge.lease() as worker:
            timed = timed_tests(worker, both.given, *both.reports)
            with Status("racing", total=LOOKS[-1].pairs, quiet=args.json) as status:
                comparison = compare_programs(
                    worker,
                    sides[0].source.encode(),
                    sides[1].source.encode(),
                    [test.input for test in timed],
                    limits=suite.limits,
                    warm=args.warm,
                    seed=args.seed,
                    max_seconds=args.max_seconds,
                    on_pair=lambda done: status.update(advance=1),
                    names=(sides[0].name, sides[1].name),
                    test_names=[test.name for test in timed],
                )
        machine = fingerprint(judge.interpreter.version_text)
    if args.json:
        print_json(comparison_answer(comparison, machine))
    elif args.markdown:
        print(_markdown(sides, comparison), end="")
    else:
        for warning in noise_warnings():
            err.print(f"note: {warning}", style="yellow")
        timed_text = f"{len(timed)} of {counted(len(suite.tests), 'test')} timed"
        print_comparison(sides, comparison, f"{'warm' if args.warm else 'cold'} call time per pass, {timed_text}")
    return _exit_code(comparison.answer, args)


def _sides(args: argparse.Namespace) -> tuple[_Side, _Side]:
    """What is compared with what."""
    if args.base is None:
        if args.b is None:
            raise UsageError("Give a second program, or --base REV to compare the program with itself.")
        if args.head is not None:
            raise UsageError("--head goes with --base.")
        return _Side(visible(args.a), options.read_source(args.a)), _Side(visible(args.b), options.read_source(args.b))
    if args.b is not None:
        raise UsageError("--base compares one program with itself: leave out the second.")
    before = _Side(visible(f"{args.a} at {args.base}"), source_at(args.a, args.base))
    if args.head is None:
        return before, _Side(visible(args.a), options.read_source(args.a))
    return before, _Side(visible(f"{args.a} at {args.head}"), source_at(args.a, args.head))


def _exit_code(answer: str, args: argparse.Namespace) -> int:
    return int(answer == "slower" if args.fail_on == "slower" else answer != "faster")


def _compare_instructions(judge: Judge, args: argparse.Namespace, sides: tuple[_Side, _Side], suite: TestSuite) -> int:
    """The same count every time, so one run of each decides; the effect floor is that of the clock."""
    with Status("counting instructions", total=2 * len(suite.tests), quiet=args.json) as status:
        totals = [0, 0]
        for side, program in enumerate(sides):
            for test in suite.tests:
                totals[side] += count_instructions(judge.config, program.source.encode(), test.input)
                status.update(advance=1)
    ratio = max(totals[0], 1) / max(totals[1], 1)
    answer = "no_significant_difference"
    if max(ratio, 1 / ratio) > EFFECT_FLOOR:
        answer = "faster" if ratio > 1 else "slower"
    if args.json:
        print_json({"metric": "instructions", "answer": answer, "ratio": ratio, "a": totals[0], "b": totals[1]})
    elif args.markdown:
        rows = [(side.name, f"{total:,} instructions") for side, total in zip(sides, totals, strict=True)]
        print(_markdown_table(rows, f"{ratio:.3f}x: {WORDS[answer]}"), end="")
    else:
        lines = [f"{side.name}: {total:,} instructions" for side, total in zip(sides, totals, strict=True)]
        out().print(Text("\n".join([*lines, f"{ratio:.3f}x: {WORDS[answer]}"])))
    return _exit_code(answer, args)


def headline(comparison: Comparison) -> Text:
    """`4.12x faster  (95 % interval 4.05 - 4.19, 20 interleaved pairs)`; never a ratio alone."""
    low, high = _ratio_text(comparison.low), _ratio_text(comparison.high)
    interval = f"  95 % interval {low} - {high}, {comparison.pairs} interleaved pairs"
    if comparison.answer == "no_significant_difference":
        return Text.assemble(("no significant difference", "bold yellow"), f"  ratio {comparison.ratio:.3f},{interval}")
    if comparison.answer == "faster":
        return Text.assemble((f"{comparison.ratio:.2f}x faster", "bold green"), interval)
    ratio = _ratio_text(comparison.ratio)
    return Text.assemble((f"{1 / comparison.ratio:.2f}x slower", "bold red"), f"  ratio {ratio},{interval}")


def _ratio_text(ratio: float) -> str:
    """Two decimals, and of small ratios more: an interval must hold its ratio."""
    return f"{ratio:.2f}" if ratio >= 1 else f"{ratio:.3f}" if ratio >= 0.1 else f"{ratio:.3g}"


def print_comparison(sides: tuple[_Side, _Side], comparison: Comparison, what: str) -> None:
    screen = out()
    screen.print(Text.assemble(f"{sides[1].name}: ", headline(comparison)))
    for side, samples, memory in zip(sides, *_figures(comparison), strict=True):
        screen.print(Text(f"  {format_time(median(samples)):>10}  {format_bytes(memory):>9}  {side.name}"))
    screen.print(Text(f"  {what}", "dim"))
    if comparison.note:
        screen.print(Text(f"note: {visible(comparison.note)}", "yellow"))


def _figures(comparison: Comparison) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """(samples, memory) of both sides."""
    return (comparison.a_ns, comparison.b_ns), (comparison.a_memory_bytes, comparison.b_memory_bytes)


def _markdown(sides: tuple[_Side, _Side], comparison: Comparison) -> str:
    rows = [
        (side.name, f"{format_time(median(samples))}, {format_bytes(memory)}")
        for side, samples, memory in zip(sides, *_figures(comparison), strict=True)
    ]
    note = f" ({visible(comparison.note)})" if comparison.note else ""
    return _markdown_table(rows, f"{headline(comparison).plain}{note}")


def _markdown_table(rows: Sequence[tuple[str, str]], answer: str) -> str:
    lines = [("program", "cost of a pass over the tests"), ("---", "---:"), *rows]
    return "".join(f"| {name} | {cost} |\n" for name, cost in lines) + f"\n**{answer}**\n"
