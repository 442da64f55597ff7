"""`ecode eval optimizer TASKS --system SPEC`."""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecode.cli import options
from ecode.cli.extras import needs
from ecode.cli.main import print_json
from ecode.console import Status, out
from ecode.errors import DataError, UsageError
from ecode.origin import signature

if TYPE_CHECKING:
    from ecode.eval.harness import Predict, System
    from ecode.eval.tasks import Task
    from ecode.judge.run import Judge

_SYSTEMS = """systems:
  identity        the slow program itself: every metric must call it a failure
  best-human      the known fast programs of the problem: the best of them is what there is to reach
  nearest:PAIRS   fast programs of the nearest slow ones among the training pairs in the folder PAIRS
  rewrites        the search with the catalogue of rewrites alone
  model[:DIR]     answers of a model (a checkpoint, or an exported one; default the bundled one), judged as they are
  search[:DIR]    the search with rewrites and that model"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _SYSTEMS
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "tasks",
        type=Path,
        help="problem packages, CSV list of slow programs, or a folder with times/ and pairs/",
    )
    parser.add_argument("--system", action="append", required=True, metavar="SPEC", help="may be repeated")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="of results and tables; taken up again")
    parser.add_argument("--split", default="test", help="of a build (default test)")
    parser.add_argument("--limit", type=int, default=200, metavar="N", help="slow programs (default 200)")
    parser.add_argument("--samples", "-k", type=int, default=8, metavar="K", help="candidates of a model (default 8)")
    parser.add_argument(
        "--draws",
        type=int,
        metavar="N",
        help="answers that the model's candidates are chosen from (default 4 for each)",
    )
    parser.add_argument(
        "--screen",
        action="store_true",
        help="choose the model's candidates by the tests that the statement shows, then by probability",
    )
    parser.add_argument("--temperature", type=float, default=0.7, metavar="T", help="of sampling (default 0.7)")
    parser.add_argument("--budget", type=float, default=60.0, metavar="S", help="seconds of a search (default 60)")
    parser.add_argument("--no-statement", action="store_true", help="keep the statements from the systems")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="programs run at a time (default 2)")
    parser.add_argument("--seed", type=int, default=0, help="of the choice of tasks and of sampling")
    options.add_judge(parser)
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    needs("data", "pyarrow", "numpy")
    if args.draws is not None and args.draws < args.samples:
        raise UsageError("--draws must be at least --samples: the candidates are chosen from what is drawn.")
    for option in ("samples", "limit", "workers"):
        if getattr(args, option) < 1:
            raise UsageError(f"--{option} must be at least 1, not {getattr(args, option)}.")
    if not 0 <= args.temperature < math.inf:
        raise UsageError(f"--temperature must be 0 or above, not {args.temperature:g}.")
    options.positive(args.budget, "--budget")
    from ecode.eval.harness import evaluate
    from ecode.eval.tables import rows_of, table
    from ecode.judge.run import Judge

    tasks = _tasks(args)
    results = {}
    with Judge(args.workers, backend=args.backend, python=args.python) as judge:
        for spec in args.system:
            name = spec + (" without statement" if args.no_statement else "")
            name += " screened" if args.screen and spec.startswith("model") else ""
            file = args.out / f"{_file_name(name)}.jsonl"
            system = _system(spec, judge, args)
            _remember(args, name, file)
            with Status(name, len(tasks), quiet=args.json) as status:
                results[name] = evaluate(
                    tasks, system, judge, file, predict=_predict(), progress=partial(_advance, status)
                )
    rows, heading = rows_of(results), _heading(args, tasks)
    for form, suffix in (("markdown", "md"), ("csv", "csv"), ("latex", "tex")):
        text = table(rows, form, heading)  # type: ignore[arg-type]
        (args.out / f"table.{suffix}").write_text(text, encoding="utf-8")
    if args.json:
        values = {row.system: {name: figure and figure.value for name, figure in row.figures.items()} for row in rows}
        print_json({"tasks": len(tasks), "systems": values})
    else:
        out().print(table(rows, heading=heading), end="", markup=False, soft_wrap=True)
    return 0


def _heading(args: argparse.Namespace, tasks: Sequence[Task]) -> str:
    """What the table is about: tasks, settings, code and machine."""
    problems = len({task.problem_id for task in tasks})
    split = f", split {args.split}" if (args.tasks / "times").is_dir() else ""
    chosen = f"k={args.samples} of {_draws(args)} draws at temperature {args.temperature:g}"
    chosen += ", those first that pass the samples" if args.screen else ""
    return (
        f"{args.tasks}{split}: {len(tasks)} slow programs of {problems} problems; {chosen}, searches of "
        f"{args.budget:g} s, seed {args.seed}. {signature()}."
    )


def _draws(args: argparse.Namespace) -> int:
    from ecode.models.answers import DRAWS

    return int(args.draws or DRAWS * args.samples)


def _predict() -> Predict | None:
    """The bundled ExecTimePredictor, where there is one."""
    from ecode.models.predictor.runtime import BUNDLED, RECORD, ExecTimePredictor

    if not (BUNDLED / RECORD).is_file():
        return None
    predictor = ExecTimePredictor.load()
    return lambda codes: [made.time_us for made in predictor.predict(codes)]


def _advance(status: Status, count: int) -> None:
    status.update(advance=count)


def _tasks(args: argparse.Namespace) -> list[Task]:
    from ecode.eval import tasks as made
    from ecode.formats import is_package

    path: Path = args.tasks
    if path.suffix == ".csv" and path.is_file():
        tasks = made.tasks_from_list(path)[: args.limit]
    elif (path / "times").is_dir() and (path / "pairs").is_dir():
        tasks = made.tasks_from_build(path / "times", path / "pairs", args.split, args.limit, args.seed)
    elif packages := [folder for folder in [path, *path.glob("*")] if folder.is_dir() and is_package(folder)]:
        tasks = made.tasks_from_packages(packages)[: args.limit]
    else:
        raise UsageError(
            f"{path} is no CSV list of slow programs, no folder of problem packages and no build: a folder with "
            "`times`, which `ecode data build-times` writes, and `pairs`, which `ecode data build-pairs` makes of it."
        )
    if not tasks:
        raise UsageError(f"{path} holds no slow programs: accepted submissions with `slow` in their names.")
    return [task.without_statement() for task in tasks] if args.no_statement else tasks


def _system(spec: str, judge: Judge, args: argparse.Namespace) -> System:
    kind, _, where = spec.partition(":")
    makers: dict[str, Callable[[str, Judge, argparse.Namespace], System]] = {
        "identity": lambda *_: _baseline(kind),
        "best-human": lambda *_: _baseline(kind),
        "nearest": _nearest,
        "rewrites": _rewrites,
        "model": _model,
        "search": _search,
    }
    takes_folder, needs_folder = ("nearest", "model", "search"), ("nearest",)
    if kind not in makers or (where and kind not in takes_folder) or (not where and kind in needs_folder):
        known = "identity, best-human, nearest:PAIRS, rewrites, model[:DIR], search[:DIR]"
        raise UsageError(f"--system {spec} is none of {known}.")
    return makers[kind](where, judge, args)


def _baseline(kind: str) -> System:
    from ecode.eval.baselines import best_human, identity

    return identity if kind == "identity" else best_human


def _nearest(where: str, judge: Judge, args: argparse.Namespace) -> System:
    from ecode.eval.baselines import NearestNeighbour

    return NearestNeighbour(Path(where), args.samples)


def _rewrites(where: str, judge: Judge, args: argparse.Namespace) -> System:
    from ecode.eval.systems import Searching
    from ecode.search.proposers.rewrites import RewriteProposer

    return Searching(judge, [RewriteProposer()], args.budget)


def _search(where: str, judge: Judge, args: argparse.Namespace) -> System:
    from ecode.api import model_proposer
    from ecode.cli.writers import load_writer
    from ecode.eval.systems import Searching
    from ecode.search.proposers.rewrites import RewriteProposer

    writer = load_writer(Path(where) if where else None)
    model = model_proposer(writer, samples=args.samples, draws=args.draws, temperature=args.temperature, seed=args.seed)
    return Searching(judge, [RewriteProposer(), model], args.budget)


def _model(where: str, judge: Judge, args: argparse.Namespace) -> System:
    from ecode.cli.writers import load_writer
    from ecode.eval.results import Proposed
    from ecode.eval.screen import screened
    from ecode.models.answers import answers

    writer = load_writer(Path(where) if where else None)

    def system(tasks: object) -> list[list[Proposed]]:
        chosen: list[Task] = list(tasks)  # type: ignore[call-overload]
        statements = None if args.no_statement else [task.statement for task in chosen]
        made = answers(
            writer,
            [task.code for task in chosen],
            statements,
            samples=_draws(args) if args.screen else args.samples,
            draws=_draws(args),
            temperature=args.temperature,
            seed=args.seed,
        )
        rows = [[Proposed(answer.code, answer.fate) for answer in row] for row in made]
        if not args.screen:
            return rows
        return [screened(judge, task, row, args.samples) for task, row in zip(chosen, rows, strict=True)]

    return system


def _file_name(name: str) -> str:
    return "".join(c if c.isalnum() or c in "-_." else "_" for c in name)


def _remember(args: argparse.Namespace, system: str, file: Path) -> None:
    """Settings beside the results: a run with others must not go on with them."""
    settings = {
        "system": system,
        "tasks": str(args.tasks),
        "split": args.split,
        "limit": args.limit,
        "samples": args.samples,
    }
    settings |= {
        "draws": _draws(args),
        "screen": args.screen,
        "temperature": args.temperature,
        "budget": args.budget,
        "seed": args.seed,
    }
    record = file.with_suffix(".json")
    if record.is_file():
        before = _settings_of(record)
        if changed := sorted(name for name in settings if before.get(name) != settings[name]):
            raise UsageError(f"{file} holds results with another {', '.join(changed)}: use another --out.")
    args.out.mkdir(parents=True, exist_ok=True)
    record.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _settings_of(record: Path) -> dict[str, Any]:
    """What an earlier run left. Raises `DataError` where nobody can tell whether its results go with these."""
    try:
        settings = json.loads(record.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        settings = None
    if not isinstance(settings, dict):
        raise DataError(f"{record} is broken, so its results may be of other settings: use another --out.")
    return settings
