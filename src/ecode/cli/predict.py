"""`ecode predict FILE... | DIR | -`: execution time from source, broken source included."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from ecode.cli import options
from ecode.cli.extras import needs
from ecode.cli.main import print_json
from ecode.console import Status, format_time, out, visible
from ecode.errors import UsageError
from ecode.formats.input_profile import input_profile

if TYPE_CHECKING:
    from ecode.models.predictor.llm.predict import LlmPredictor
    from ecode.models.predictor.runtime import ExecTimePredictor


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="program, folder of programs, or -")
    parser.add_argument("--input", type=Path, metavar="FILE", help="an input: the time on it, not on usual tests")
    parser.add_argument("--model", metavar="DIR", help="a trained one (default: the bundled one)")
    parser.add_argument(
        "--adapter",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help="of a language model (--model NAME_OR_FOLDER) tuned to tell times; again for each stacked on it, in order",
    )
    parser.add_argument("--calibrate", action="store_true", help="scale to this machine by a short run in the sandbox")
    options.add_judge(parser)
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    programs = list(_programs(args.paths))
    if not programs:
        raise UsageError(f"There is no .py file in {', '.join(map(str, args.paths))}.")
    profile = input_profile(_bytes(args.input)) if args.input else None
    predictor = _predictor(args)
    factor = 1.0
    if args.calibrate:
        with Status("timing the reference workload", quiet=args.json):
            factor = _factor(args) / predictor.machine_factor
        predictor = predictor.scaled_by(factor)
    codes = [code for _, code in programs]
    profiles = {"profiles": [profile] * len(codes)} if profile else {}
    predictions = predictor.predict(codes, **profiles)
    if args.json:
        rows = [
            {"file": name, "time_us": p.time_us, "low_us": p.low_us, "high_us": p.high_us}
            for (name, _), p in zip(programs, predictions, strict=True)
        ]
        print_json({"predictions": rows, "machine_factor": factor, "interval": 0.8})
        return 0
    table = Table(box=None, pad_edge=False)
    table.add_column("program", overflow="fold")
    table.add_column("call time", justify="right")
    table.add_column("80 % interval", justify="right")
    for (name, _), made in zip(programs, predictions, strict=True):
        interval = f"{format_time(1e3 * made.low_us)} - {format_time(1e3 * made.high_us)}"
        table.add_row(Text(visible(name)), format_time(1e3 * made.time_us), interval)
    out().print(table)
    return 0


def _predictor(args: argparse.Namespace) -> ExecTimePredictor | LlmPredictor:
    if not args.adapter:
        from ecode.models.predictor.runtime import ExecTimePredictor

        return ExecTimePredictor.load(Path(args.model) if args.model else None)
    if not args.model or args.input:
        problem = "reads no --input" if args.model else "needs its base model: name it with --model"
        raise UsageError(f"A language model with --adapter {problem}.")
    needs("train", "torch", "transformers", "peft")
    from ecode.models.predictor.llm.predict import LlmPredictor

    return LlmPredictor.load(args.model, args.adapter)


def _programs(paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """(name, text): any text is taken, bytes that are not UTF-8 included: broken source is what this is for."""
    for path in paths:
        if str(path) == "-":
            yield "-", sys.stdin.buffer.read().decode("utf-8", "replace")
        elif path.is_dir():
            for file in sorted(path.rglob("*.py")):
                yield str(file), _bytes(file).decode("utf-8", "replace")
        else:
            yield str(path), _bytes(path).decode("utf-8", "replace")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None


def _factor(args: argparse.Namespace) -> float:
    """How much slower this machine is than the reference machine."""
    from ecode.data.measure import Bench, MeasureConfig
    from ecode.data.nodes import node_factor

    bench = Bench(MeasureConfig(backend=args.backend, python=args.python))
    try:
        return node_factor(bench)
    finally:
        bench.close()
