"""`ecode eval predictor BUILD`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from statistics import fmean, median
from typing import TYPE_CHECKING

from ecode.cli import options
from ecode.cli.extras import needs
from ecode.cli.main import print_json
from ecode.console import Status, out
from ecode.data.schema import VARIANTS
from ecode.errors import UsageError
from ecode.origin import signature

if TYPE_CHECKING:
    from ecode.eval.prediction import PredictionScores
    from ecode.eval.timed_programs import Timed
    from ecode.models.predictor.runtime import ExecTimePredictor

Interval = tuple[float, float]
Predict = Callable[[Sequence["Timed"]], tuple[list[float], list[Interval] | None]]
ALONE, WITH_INPUTS = "ExecTimePredictor", "ExecTimePredictor, inputs known"
SHOWN = WITH_INPUTS  # in the figure
_FITTED_ON = 20_000  # programs are enough for a baseline


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("build", type=Path, help="with the programs to predict: what `ecode data build-times` wrote")
    parser.add_argument("--split", default="test", help="of them (default test)")
    parser.add_argument("--train", type=Path, metavar="BUILD", help="fits the baselines (default: BUILD)")
    parser.add_argument("--model", type=Path, metavar="DIR", help="a trained predictor (default: the bundled one)")
    parser.add_argument("--variants", nargs="+", metavar="V", help="ori uni loop_rec rand_del broken (default: all)")
    parser.add_argument("--limit", type=int, metavar="N", help="programs of each variant")
    parser.add_argument("--out", type=Path, metavar="DIR", help="of table, predictions and a figure")
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    needs("metrics", "sklearn", "matplotlib", "numpy", "pyarrow", "onnxruntime")
    from ecode.eval.timed_programs import BROKEN, timed_programs

    known = (*VARIANTS, BROKEN)
    variants = args.variants or known
    if unknown := sorted(set(variants) - set(known)):
        raise UsageError(f"--variants: {', '.join(unknown)} is none of {', '.join(known)}.")
    if args.limit is not None and args.limit < 1:
        raise UsageError(f"--limit must be at least 1, not {args.limit}.")
    rows: dict[tuple[str, str], PredictionScores] = {}
    shown: dict[str, tuple[list[Timed], list[float]]] = {}
    with Status("fitting the baselines", quiet=args.json) as status:
        constant, systems = _systems(args)
        for variant in variants:
            programs = timed_programs(args.build, args.split, variant, args.limit)
            for name, predict in systems.items():
                status.update(f"{variant}: {name}, {len(programs)} programs")
                made, intervals = predict(programs)
                rows[variant, name] = _score(programs, made, constant, intervals)
                if name == SHOWN:
                    shown[variant] = (programs, made)
    heading = f"{args.build}, split {args.split}; baselines fitted on {args.train or args.build}. {signature()}.\n\n"
    if args.out:
        _keep(args.out, heading, rows, shown)
    if args.json:
        print_json({"scores": [{"variant": v, "system": s} | asdict(score) for (v, s), score in rows.items()]})
    else:
        out().print(heading + _table(rows), end="", markup=False, soft_wrap=True)
    return 0


def _systems(args: argparse.Namespace) -> tuple[float, dict[str, Predict]]:
    """(the constant, predictors by name)."""
    from ecode.eval.time_baselines import BoostedSyntax, CodeLength
    from ecode.eval.timed_programs import timed_programs
    from ecode.models.predictor.runtime import ExecTimePredictor

    training = timed_programs(args.train or args.build, "train", "ori", _FITTED_ON)
    codes, times = [program.code for program in training], [program.time_us for program in training]
    constant = median(times)
    length, boosted = CodeLength(codes, times), BoostedSyntax(codes, times)
    predictor = ExecTimePredictor.load(args.model)

    def network(programs: Sequence[Timed]) -> tuple[list[float], list[Interval]]:
        made = predictor.predict([program.code for program in programs])
        return [m.time_us for m in made], [(m.low_us, m.high_us) for m in made]

    def alone(predict: Callable[[Sequence[str]], list[float]]) -> Predict:
        return lambda programs: (predict([program.code for program in programs]), None)

    return constant, {
        ALONE: network,
        WITH_INPUTS: partial(_with_inputs, predictor),
        "constant median": lambda programs: ([constant] * len(programs), None),
        "code length": alone(length.predict),
        "boosted syntax": alone(boosted.predict),
    }


def _with_inputs(predictor: ExecTimePredictor, programs: Sequence[Timed]) -> tuple[list[float], list[Interval]]:
    """Mean over the timed inputs of what is predicted for each. The ends of the intervals are averaged, too: a program
    that takes longer than thought on one input does so on the others."""
    asked = [(program.code, profile) for program in programs for profile in program.profiles or (None,)]
    made = iter(predictor.predict([code for code, _ in asked], [profile for _, profile in asked]))
    times, intervals = [], []
    for program in programs:
        each = [next(made) for _ in program.profiles or (None,)]
        times.append(fmean(m.time_us for m in each))
        intervals.append((fmean(m.low_us for m in each), fmean(m.high_us for m in each)))
    return times, intervals


def _score(
    programs: Sequence[Timed], made: list[float], constant: float, intervals: list[tuple[float, float]] | None
) -> PredictionScores:
    from ecode.eval.prediction import score_predictions

    truth = [program.time_us for program in programs]
    return score_predictions(truth, made, [program.problem_id for program in programs], constant, intervals)


def _table(rows: dict[tuple[str, str], PredictionScores]) -> str:
    header = [
        "variant",
        "system",
        "programs",
        "MAE",
        "MAE log",
        "skill",
        "Spearman",
        "pairs right",
        "pairs",
        "coverage",
    ]
    lines = [header, ["---", "---", *["---:"] * (len(header) - 2)]]
    for (variant, system), s in rows.items():
        pairs_right, coverage = (
            "" if share is None else f"{100 * share:.1f} %" for share in (s.pair_accuracy, s.coverage)
        )
        numbers = [f"{s.mae_us:.0f} µs", f"{s.mae_log:.3f}", f"{s.skill:.3f}", f"{s.spearman:.3f}"]
        lines.append([variant, system, str(s.programs), *numbers, pairs_right, str(s.pairs), coverage])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _keep(
    folder: Path,
    heading: str,
    rows: dict[tuple[str, str], PredictionScores],
    shown: dict[str, tuple[list[Timed], list[float]]],
) -> None:
    from ecode.eval.prediction_plot import plot_predictions

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "table.md").write_text(heading + _table(rows), encoding="utf-8")
    for variant, (programs, made) in shown.items():
        lines = [f"{p.id}\t{p.problem_id}\t{p.time_us:.3f}\t{m:.3f}\n" for p, m in zip(programs, made, strict=True)]
        (folder / f"{variant}.tsv").write_text("id\tproblem\ttime_us\tpredicted_us\n" + "".join(lines), "utf-8")
    times = {variant: ([p.time_us for p in programs], made) for variant, (programs, made) in shown.items()}
    scores = {variant: rows[variant, SHOWN] for variant in shown}
    plot_predictions(times, scores, folder / "predictions.png")
