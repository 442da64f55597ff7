"""`ecode train optimizer --data PAIRS --out DIR`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecode.cli import options
from ecode.cli.extras import needs
from ecode.cli.main import print_json
from ecode.cli.train.checks import check_loop
from ecode.console import err, format_duration, out
from ecode.errors import UsageError

if TYPE_CHECKING:
    from ecode.models.train import Progress, TrainConfig

_OPTIONS = {"fusion_heads": "--heads"}  # where a setting of the model has another name
PRECISIONS = {"auto": None, "float32": False, "bfloat16": True}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="PAIRS", help="what `ecode data build-pairs` wrote")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="of checkpoint and log; taken up if there is one"
    )
    parser.add_argument(
        "--prepared",
        type=Path,
        metavar="DIR",
        help="of examples and vocabularies, to share them (default OUT/prepared)",
    )
    model = parser.add_argument_group("model")
    model.add_argument("--preset", default="mini", help="paper, no-expert, gpt-neo, mini (default) or ablation")
    model.add_argument(
        "--init",
        type=Path,
        metavar="DIR",
        help="start from this checkpoint or exported model, `bundled` for the one that comes with E-code: its weights, "
        "settings and vocabularies",
    )
    model.add_argument("--experts", metavar="A,B", help="fields of the statement with an expert; `none`: no statement")
    model.add_argument("--fusion", choices=("paper", "cross", "prompt"), help="how the decoder sees text and code")
    model.add_argument("--heads", type=int, metavar="N", help="heads of the paper's fusion (48; ablation: 8)")
    model.add_argument("--activation", choices=("none", "relu"), help="behind the linear layer after the experts")
    model.add_argument("--output", choices=("edits", "program"), help="what the model writes")
    model.add_argument("--copy-head", action=argparse.BooleanOptionalAction, help="a pointer into the slow program")
    model.add_argument("--conditioning", action=argparse.BooleanOptionalAction, help="say how fast the target is")
    model.add_argument("--names", choices=("uni", "own"), default="uni", help="in one form (default) or as they are")
    base = parser.add_argument_group("another language model, tuned with a prompt (the paper's baselines)")
    base.add_argument("--base", metavar="NAME_OR_FOLDER", help="a causal or T5-style model for transformers")
    base.add_argument("--lora", type=int, default=0, metavar="RANK", help="train adapters of this rank (default: all)")
    base.add_argument("--max-prompt", type=int, default=1024, metavar="N", help="tokens (default 1024)")
    base.add_argument("--max-answer", type=int, default=512, metavar="N", help="tokens (default 512)")
    loop = parser.add_argument_group("training")
    loop.add_argument("--steps", type=int, default=10_000, metavar="N", help="optimiser steps (default 10,000)")
    loop.add_argument(
        "--tokens", type=int, default=8192, metavar="N", help="of a batch with its padding (default 8192)"
    )
    loop.add_argument("--accumulate", type=int, default=1, metavar="N", help="batches of a step (default 1)")
    loop.add_argument("--optimizer", choices=("adamw", "muon"), default="adamw", help="default adamw")
    loop.add_argument("--learning-rate", type=float, default=1e-3, metavar="X", help="highest rate (default 0.001)")
    loop.add_argument("--warmup", type=int, default=200, metavar="N", help="steps to the highest rate (default 200)")
    loop.add_argument(
        "--decay", type=float, default=0.4, metavar="X", help="share of the steps in which the rate falls"
    )
    loop.add_argument("--drop-statement", type=float, default=0.3, metavar="P", help="share of rows without statement")
    loop.add_argument(
        "--curriculum", metavar="X,Y", help="share of the examples, shortest first, that each of the first epochs reads"
    )
    loop.add_argument("--seed", type=int, default=0)
    loop.add_argument("--save-every", type=int, default=500, metavar="N", help="steps (default 500)")
    loop.add_argument("--stop-after", type=float, metavar="MIN", help="stop then; the same command goes on")
    loop.add_argument("--device", help="cpu, cuda, cuda:1 (default: cuda where there is one)")
    loop.add_argument(
        "--precision",
        choices=PRECISIONS,
        default="auto",
        help="of matrix products; auto (default): bfloat16 where the device has it in hardware",
    )
    loop.add_argument("--compile", action="store_true", help="compile the model (worth it on CUDA)")
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    _check(args)
    needs("train", "torch", "transformers", "tokenizers", "safetensors", "tensorboard", "pyarrow")
    from ecode.models.train import TrainConfig

    config = TrainConfig(
        steps=args.steps,
        tokens=args.tokens,
        accumulate=args.accumulate,
        optimizer=args.optimizer,
        learning_rate=args.learning_rate,
        warmup=args.warmup,
        decay=args.decay,
        drop_statement=args.drop_statement,
        curriculum=_shares(args.curriculum),
        seed=args.seed,
        save_every=args.save_every,
        eval_every=args.save_every,
    )
    progress = _tune_base(args, config) if args.base else _train(args, config)
    done = progress.step >= config.steps
    if args.json:
        losses = [{"step": step, "valid_loss": loss} for step, loss in progress.losses]
        print_json(
            {"folder": str(args.out), "step": progress.step, "tokens": progress.tokens, "done": done, "losses": losses}
        )
    else:
        last = f", validation loss {progress.losses[-1][1]:.4f} a token" if progress.losses else ""
        so_far = f"step {progress.step} of {config.steps}, {progress.tokens / 1e6:.1f} M tokens"
        out().print(f"{so_far} in {format_duration(progress.seconds)}{last}; in [bold]{args.out}[/]")
    return 0 if done else 1


def _train(args: argparse.Namespace, config: TrainConfig) -> Progress:
    from ecode.models.recipe import OptimizerRecipe, train_optimizer
    from ecode.models.runtime import BUNDLED

    recipe = OptimizerRecipe(
        args.preset,
        _changes(args),
        args.names == "uni",
        args.prepared,
        args.device,
        PRECISIONS[args.precision],
        args.compile,
        args.stop_after,
        BUNDLED if args.init == Path("bundled") else args.init,
    )
    return train_optimizer(args.data, args.out, recipe, config, _show(args))


def _tune_base(args: argparse.Namespace, config: TrainConfig) -> Progress:
    from ecode.models.baseline.model import BaselineRecipe
    from ecode.models.baseline.train import train_baseline
    from ecode.models.devices import Devices
    from ecode.models.prepare import prepare

    folder = args.prepared or args.out / "prepared"
    prepare(args.data, folder, normalise=args.names == "uni")
    recipe = BaselineRecipe(
        args.base,
        lora_rank=args.lora,
        max_prompt=args.max_prompt,
        max_answer=args.max_answer,
        normalise_names=args.names == "uni",
    )
    devices = Devices(args.device, PRECISIONS[args.precision], args.compile)
    stop_after_s = 60 * args.stop_after if args.stop_after is not None else float("inf")
    return train_baseline(
        folder, args.out, recipe, config, devices=devices, show=_show(args), stop_after_s=stop_after_s
    )


def _check(args: argparse.Namespace) -> None:
    for option in ("steps", "tokens", "accumulate", "save_every", "max_prompt", "max_answer"):
        if getattr(args, option) < 1:
            raise UsageError(f"--{option.replace('_', '-')} must be at least 1, not {getattr(args, option)}.")
    for option in ("decay", "drop_statement"):
        if not 0 <= getattr(args, option) <= 1:
            raise UsageError(f"--{option.replace('_', '-')} must be between 0 and 1, not {getattr(args, option):g}.")
    if args.warmup < 0:
        raise UsageError(f"--warmup must not be negative, not {args.warmup}.")
    if args.lora < 0:
        raise UsageError(f"--lora must be a rank, or 0 for all weights, not {args.lora}.")
    check_loop(args)
    if args.init and (given := _changes(args)):
        named = ", ".join(_OPTIONS.get(name, f"--{name.replace('_', '-')}") for name in given)
        raise UsageError(f"--init brings the model's settings with it: leave out {named}.")


def _shares(text: str | None) -> tuple[float, ...]:
    try:
        shares = tuple(float(share) for share in text.split(",")) if text else ()
    except ValueError:
        shares = (0.0,)
    if not all(0 < share <= 1 for share in shares):
        raise UsageError(f"--curriculum holds shares above 0 and up to 1, separated by commas, not {text}.")
    return shares


def _changes(args: argparse.Namespace) -> dict[str, Any]:
    """What differs from the preset."""
    given = {
        "fusion": args.fusion,
        "fusion_heads": args.heads,
        "activation": args.activation,
        "output": args.output,
        "copy_head": args.copy_head,
        "conditioning": args.conditioning,
    }
    if args.experts is not None:
        given["experts"] = () if args.experts == "none" else tuple(filter(None, args.experts.split(",")))
    return {name: value for name, value in given.items() if value is not None}


def _show(args: argparse.Namespace) -> Callable[[dict[str, Any]], None]:
    def show(record: dict[str, Any]) -> None:
        if args.json:
            return
        if "note" in record:
            err.print(record["note"], markup=False)
        elif "valid_loss" in record:
            err.print(f"step {record['step']}: validation loss {record['valid_loss']:.4f} a token")
        else:
            left = format_duration(record["seconds_left"])
            speed = f"{record['tokens_per_s']:.0f} tokens/s ({100 * record['of_peak']:.0f} % of peak)"
            err.print(f"step {record['step']}: loss {record['loss']:.4f}, {speed}, {left} left")

    return show
