"""`ecode compare A B --tests PATH`: is B faster than A?"""

from __future__ import annotations

import argparse
import math
from dataclasses import replace
from pathlib import Path
from statistics import median

from rich.text import Text

from ecode.cli import options
from ecode.cli.main import print_json
from ecode.cli.wording import counted
from ecode.console import Status, err, format_bytes, format_time, out
from ecode.errors import UsageError
from ecode.judge.compare import EFFECT_FLOOR, LOOKS, Comparison, compare_programs
from ecode.judge.instructions import count_instructions
from ecode.judge.run import Judge
from ecode.machine import fingerprint, noise_warnings
from ecode.records import TestSuite, Verdict
from ecode.search.verify import Verifier, prepare, timed_tests

WORDS = {"faster": "faster", "slower": "slower", "no_significant_difference": "no significant difference"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("a", type=Path, help="the program to compare with")
    parser.add_argument("b", type=Path, help="the program that may be faster")
    parser.add_argument("--warm", action="store_true", help="preload the programs' imports (default: cold, they count)")
    parser.add_argument("--max-seconds", type=float, default=math.inf, metavar="S", help="stop racing after this time")
    parser.add_argument("--seed", type=int, default=0, help="of the random order within the pairs")
    parser.add_argument(
        "--metric", choices=("cpu", "instructions"), default="cpu", help="instructions: see `ecode time`"
    )
    options.add_tests(parser)
    options.add_judge(parser)
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    sources = (options.read_source(args.a), options.read_source(args.b))
    suite = options.read_tests(args)
    with options.make_judge(args) as judge:
        with Status("testing both programs", quiet=args.json):
            verifier = _both_pass(judge, args, sources, suite)
        if args.metric == "instructions":
            return _compare_instructions(judge, args, sources, suite)
        with judge.lease() as worker:
            timed = timed_tests(worker, verifier.baseline, verifier.given)
            with Status("racing", total=LOOKS[-1].pairs, quiet=args.json) as status:
                comparison = compare_programs(
                    worker,
                    sources[0].encode(),
                    sources[1].encode(),
                    [test.input for test in timed],
                    limits=suite.limits,
                    warm=args.warm,
                    seed=args.seed,
                    max_seconds=args.max_seconds,
                    on_pair=lambda done: status.update(advance=1),
                    names=(str(args.a), str(args.b)),
                    test_names=[test.name for test in timed],
                )
        machine = fingerprint(judge.interpreter.version_text)
    if args.json:
        print_json(comparison_as_dict(comparison) | {"machine": machine.as_dict()})
    else:
        for warning in noise_warnings():
            err.print(f"note: {warning}", style="yellow")
        timed_text = f"{len(timed)} of {counted(len(suite.tests), 'test')} timed"
        print_comparison(
            args.a, args.b, comparison, f"{'warm' if args.warm else 'cold'} call time per pass, {timed_text}"
        )
    return 0 if comparison.answer == "faster" else 1


def _both_pass(judge: Judge, args: argparse.Namespace, sources: tuple[str, str], suite: TestSuite) -> Verifier:
    """Both must pass the tests (where there are no outputs, A is the oracle): else there is nothing to race."""
    verifier = prepare(judge, sources[0], suite, (), name=str(args.a), purpose="compared")
    verifier = replace(verifier, given=replace(verifier.given, limits=suite.limits))
    with judge.lease() as worker:
        report = verifier.verify_all(worker, sources[1])
    if not report.accepted:
        failure = report.first_failure
        where = f" on test {failure.name}" if failure else ""
        problem = "does not compile" if report.verdict is Verdict.CE else f"is not correct{where} ({report.verdict})"
        raise UsageError(f"{args.b} {problem}: {report.feedback}")
    return verifier


def _compare_instructions(judge: Judge, args: argparse.Namespace, sources: tuple[str, str], suite: TestSuite) -> int:
    """The same count every time, so one run of each decides; the effect floor is that of the clock."""
    with Status("counting instructions", total=2 * len(suite.tests), quiet=args.json) as status:
        totals = [0, 0]
        for side, source in enumerate(sources):
            for test in suite.tests:
                totals[side] += count_instructions(judge.config, source.encode(), test.input)
                status.update(advance=1)
    ratio = max(totals[0], 1) / max(totals[1], 1)
    answer = "no_significant_difference"
    if max(ratio, 1 / ratio) > EFFECT_FLOOR:
        answer = "faster" if ratio > 1 else "slower"
    if args.json:
        print_json({"metric": "instructions", "answer": answer, "ratio": ratio, "a": totals[0], "b": totals[1]})
    else:
        text = (
            f"{args.a}: {totals[0]:,} instructions\n{args.b}: {totals[1]:,} instructions\n{ratio:.3f}x: {WORDS[answer]}"
        )
        out().print(Text(text))
    return 0 if answer == "faster" else 1


def comparison_as_dict(comparison: Comparison) -> dict[str, object]:
    return {
        "metric": "cpu",
        "answer": comparison.answer,
        "ratio": comparison.ratio,
        "low": comparison.low,
        "high": comparison.high,
        "pairs": comparison.pairs,
        "p_value": comparison.p_value,
        "a_ns": list(comparison.a_ns),
        "b_ns": list(comparison.b_ns),
        "note": comparison.note,
    }


def headline(comparison: Comparison) -> Text:
    """`4.12x faster  (95 % interval 4.05 - 4.19, 20 interleaved pairs)`; never a ratio alone."""
    interval = f"  95 % interval {comparison.low:.2f} - {comparison.high:.2f}, {comparison.pairs} interleaved pairs"
    if comparison.answer == "no_significant_difference":
        return Text.assemble(("no significant difference", "bold yellow"), f"  ratio {comparison.ratio:.3f},{interval}")
    if comparison.answer == "faster":
        return Text.assemble((f"{comparison.ratio:.2f}x faster", "bold green"), interval)
    return Text.assemble(
        (f"{1 / comparison.ratio:.2f}x slower", "bold red"), f"  ratio {comparison.ratio:.3f},{interval}"
    )


def print_comparison(a: Path, b: Path, comparison: Comparison, what: str) -> None:
    screen = out()
    screen.print(Text.assemble(f"{b}: ", headline(comparison)))
    for name, samples, memory in (
        (a, comparison.a_ns, comparison.a_memory_bytes),
        (b, comparison.b_ns, comparison.b_memory_bytes),
    ):
        screen.print(Text(f"  {format_time(median(samples)):>10}  {format_bytes(memory):>9}  {name}"))
    screen.print(Text(f"  {what}", "dim"))
    if comparison.note:
        screen.print(Text(f"note: {comparison.note}", "yellow"))
