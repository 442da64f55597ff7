"""`ecode optimize FILE --tests PATH`."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.markup import escape
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from ecode import __version__
from ecode.api import DEFAULT_WORKERS, default_proposers, default_ranker, language_model_proposer
from ecode.cli import options
from ecode.cli.compare import headline
from ecode.cli.files import check_writable, write_atomically
from ecode.cli.main import print_json
from ecode.cli.wording import counted, print_block
from ecode.console import Status, err, format_bytes, format_time, out, visible
from ecode.errors import UsageError
from ecode.judge.run import Judge
from ecode.llm.choose import is_language_model
from ecode.llm.proposer import LanguageModelProposer
from ecode.llm.settings import Settings
from ecode.machine import fingerprint, noise_warnings
from ecode.records import JudgeReport, TestSuite
from ecode.report import Setting, growth_text, render_markdown, render_page, report_of
from ecode.search.config import Observer, OptimizeConfig
from ecode.search.interfaces import Proposer
from ecode.search.optimize import optimize
from ecode.search.outcome import Candidate, Checked, Outcome
from ecode.search.proposers.rewrites import RewriteProposer

_MOST_TESTS = 8
FATES = {
    "kept": "looked faster",
    "no_gain": "no gain",
    "wrong": "wrong output",
    "failed": "failed",
    "too_slow": "slower",
    "too_much_memory": "too much memory",
    "untested": "not reached",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    defaults = OptimizeConfig()
    parser.add_argument("program", type=Path, help="a Python file that reads stdin and writes stdout")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write the faster program there, if one is found"
    )
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="write a page about it there (.md: a Markdown summary)"
    )
    parser.add_argument(
        "--budget", type=float, default=defaults.budget_s, metavar="S", help="seconds to spend (default 60)"
    )
    parser.add_argument(
        "--statement",
        type=Path,
        metavar="FILE",
        help="for models and for the limits of hidden inputs (default: that of the package of tests)",
    )
    parser.add_argument(
        "--model",
        metavar="MODEL",
        help="instead of the bundled model: the folder of an exported one, openai:NAME, hf:FOLDER, or none",
    )
    parser.add_argument("--base-url", metavar="URL", help="the server of openai:NAME (default: OpenAI's own)")
    parser.add_argument("--key-env", metavar="NAME", help="the environment variable that holds the server's key")
    parser.add_argument("--max-requests", type=int, metavar="N", help="to a language model (default: no limit)")
    parser.add_argument(
        "--hidden",
        type=int,
        default=defaults.hidden_inputs,
        metavar="N",
        help=f"hidden inputs (default {defaults.hidden_inputs})",
    )
    parser.add_argument("--seed", type=int, default=0, help="of hidden inputs and of the races' order")
    parser.add_argument("--warm", action="store_true", help="preload the program's imports (default: cold, they count)")
    parser.add_argument("--workers", type=int, default=DEFAULT_WORKERS, metavar="N", help=f"default {DEFAULT_WORKERS}")
    parser.add_argument("--verbose", "-v", action="store_true", help="list every candidate with its fate")
    options.add_tests(parser)
    options.add_judge(parser)
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    source = options.read_source(args.program)
    suite = options.read_tests(args)
    for path in (args.output, args.report):
        if path is not None:
            check_writable(path)
    if args.output is not None and args.report is not None and args.output.resolve() == args.report.resolve():
        raise UsageError("--output and --report name the same file: the page would take the program's place.")
    budget_s = options.positive(args.budget, "--budget")
    if args.hidden < 0:
        raise UsageError(f"--hidden must be at least 0, not {args.hidden}.")
    config = OptimizeConfig(budget_s=budget_s, hidden_inputs=args.hidden, warm=args.warm, seed=args.seed)
    statement = options.read_statement(args)
    proposers = _proposers(args)  # before the search: a model's name may be wrong, and loading one takes a while
    with options.make_judge(args, args.workers) as judge:
        with Status("starting", quiet=args.json) as status:
            outcome = optimize(
                judge,
                source,
                suite,
                config,
                proposers=proposers,
                ranker=default_ranker(),
                statement=statement,
                observer=_observer(args, status),
            )
        if args.output is not None and outcome.improved:
            write_atomically(args.output, outcome.program)
        reports = _final_tests(judge, outcome, suite)
        warnings = noise_warnings()
        data = report_of(outcome, _setting(args, judge, warnings), reports)
    if args.report is not None:
        write_atomically(args.report, render_markdown(data) if args.report.suffix == ".md" else render_page(data))
    for proposer in proposers:
        if isinstance(proposer, LanguageModelProposer):
            err.print(escape(proposer.summary()), style="dim")
    if args.json:
        print_json(data.as_dict())
    else:
        print_outcome(args.program, outcome, reports, args.output, warnings)
        if args.report is not None:
            out().print(Text(f"  report in {visible(args.report)}", "dim"))
    return 0 if outcome.improved else 1


def _setting(args: argparse.Namespace, judge: Judge, warnings: list[str]) -> Setting:
    """What a report says beside the outcome."""
    return Setting(
        name=args.program.name,
        machine=fingerprint(judge.interpreter.version_text),
        command=("ecode", *sys.argv[1:]),
        ecode_version=__version__,
        created=datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z"),
        warm=args.warm,
        warnings=warnings,
    )


def _proposers(args: argparse.Namespace) -> list[Proposer]:
    if args.model and is_language_model(args.model):
        settings = Settings(max_requests=args.max_requests, max_seconds=args.budget, seed=args.seed)
        own = language_model_proposer(args.model, base_url=args.base_url, key_variable=args.key_env, settings=settings)
        return [RewriteProposer(), own]
    if args.base_url or args.key_env or args.max_requests is not None:
        raise UsageError("--base-url, --key-env and --max-requests belong to --model openai:NAME or hf:FOLDER.")
    if args.model == "none":
        return [RewriteProposer()]
    return default_proposers(Path(args.model) if args.model else None, seed=args.seed)


def _observer(args: argparse.Namespace, status: Status) -> Observer:
    tried = 0

    def on_candidate(candidate: Candidate) -> None:
        nonlocal tried
        tried += 1
        status.update(f"{phase}, {counted(tried, 'candidate')} tried")
        if args.verbose and not args.json:
            name = candidate.changes[-1].name if candidate.changes else "?"
            err.print(
                f"  {FATES.get(candidate.fate, candidate.fate):<16} {escape(name[:60]):<40} {escape(candidate.detail)}"
            )

    phase = "starting"

    def on_phase(text: str) -> None:
        nonlocal phase
        phase = text
        status.update(text)

    return Observer(on_phase, on_candidate)


def _final_tests(judge: Judge, outcome: Outcome, suite: TestSuite) -> tuple[JudgeReport, JudgeReport] | None:
    """Both programs over the tests once more, for the table; None where nothing was found."""
    if not outcome.improved:
        return None
    return judge.judge(outcome.original, suite), judge.judge(outcome.program, suite)


def print_outcome(
    program: Path,
    outcome: Outcome,
    reports: tuple[JudgeReport, JudgeReport] | None,
    output: Path | None,
    warnings: list[str],
) -> None:
    screen = out()
    for warning in warnings:
        err.print(f"note: {warning}", style="yellow")
    if outcome.improved and outcome.final is not None:
        _print_diff(screen, visible(program.name), outcome)
        _print_changes(screen, outcome)
        if reports is not None:
            _print_tests(screen, outcome, *reports)
        a, b = outcome.final.a_ns, outcome.final.b_ns
        memory = f"memory {format_bytes(outcome.final.a_memory_bytes)} -> {format_bytes(outcome.final.b_memory_bytes)}"
        screen.print(Text.assemble(f"{visible(program)}: ", headline(outcome.final)))
        screen.print(Text(f"  {format_time(median(a))} -> {format_time(median(b))} cold call time, {memory}"))
        if sentence := growth_text(outcome.scaling):
            screen.print(Text(f"  {sentence}"))
    else:
        screen.print(Text.assemble(f"{visible(program)}: ", ("no improvement found", "bold yellow")))
    _print_checked(screen, outcome)
    if outcome.note:
        screen.print(Text(f"  note: {visible(outcome.note)}", "yellow"))
    if outcome.improved:
        screen.print(
            Text(f"  written to {visible(output)}" if output else "  (-o FILE writes the faster program)", "dim")
        )


def _print_diff(screen: Console, name: str, outcome: Outcome) -> None:
    """In colours on a terminal; elsewhere exactly as it is, so that it can be applied."""
    lines = difflib.unified_diff(
        outcome.original.splitlines(), outcome.program.splitlines(), name, f"{name} (faster)", lineterm="", n=2
    )
    text = "\n".join(lines)
    if screen.is_terminal:
        screen.print(Syntax(text, "diff", theme="ansi_dark", background_color="default"))
    else:
        screen.out(text, highlight=False)


def _print_changes(screen: Console, outcome: Outcome) -> None:
    table = Table(box=None, pad_edge=False, header_style="dim", show_header=False, padding=(0, 2, 0, 0))
    for change in dict.fromkeys(outcome.changes):
        reason = Text(change.reason)
        if change.speculative:
            reason.append(" (holds on everything that was tried)", "yellow")
        table.add_row(Text(change.name, "bold"), reason)
    print_block(screen, table)
    screen.print()


def _print_tests(screen: Console, outcome: Outcome, before: JudgeReport, after: JudgeReport) -> None:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column("test (one run each)")
    table.add_column("verdict")
    for heading in ("before", "after", "memory"):
        table.add_column(heading, justify="right")
    rows = sorted(zip(before.tests, after.tests, strict=False), key=lambda pair: -pair[0].cpu_ns)
    for old, new in rows[:_MOST_TESTS]:
        style = "green" if new.verdict == "AC" else "red"
        cells = (format_time(old.cpu_ns), format_time(new.cpu_ns), format_bytes(new.memory_bytes))
        table.add_row(Text(visible(new.name)), Text(new.verdict, style), *cells)
    print_block(screen, table)
    if len(rows) > _MOST_TESTS:
        passed = sum(new.verdict == "AC" for _, new in rows[_MOST_TESTS:])
        screen.print(Text(f"... and {len(rows) - _MOST_TESTS} shorter ones, {passed} of them AC", "dim"))
    screen.print()


def _print_checked(screen: Console, outcome: Outcome) -> None:
    checked = outcome.checked
    screen.print(
        Text(f"  checked on {checked_text(checked)}; timed on {', '.join(map(visible, checked.timed_tests))}", "dim")
    )
    if not checked.hidden_inputs:
        screen.print(Text("  no hidden inputs were made: the answer rests on the given tests alone", "yellow"))
    fates = Counter(candidate.fate for candidate in outcome.candidates)
    counts = ", ".join(f"{count} {FATES.get(fate, fate)}" for fate, count in fates.most_common())
    total = counted(sum(fates.values()), "candidate")
    screen.print(Text(f"  {total} in {outcome.seconds:.0f} s: {counts or 'no rewrite fits this program'}", "dim"))


def checked_text(checked: Checked) -> str:
    """`7 tests (tokens, against the expected output) and 39 hidden inputs`; of mixed tests, how many are which."""
    expected, own = checked.tests - checked.oracle_tests, checked.oracle_tests
    against = "the expected output" if expected else "the original's own output"
    if expected and own:
        against = f"the expected output in {expected}, the original's own in {own}"
    tests = f"{counted(checked.tests, 'test')} ({checked.checker}, against {against})"
    return f"{tests} and {counted(checked.hidden_inputs, 'hidden input')}"
