"""`ecode train predictor --data BUILD --out DIR`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ecode.cli import options
from ecode.cli.extras import needs
from ecode.cli.main import print_json
from ecode.console import err, out
from ecode.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="BUILD", help="what `ecode data build-times` wrote")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="of checkpoint, log and exported model")
    parser.add_argument("--steps", type=int, default=4000, metavar="N", help="optimiser steps (default 4000)")
    parser.add_argument("--tokens", type=int, default=12_288, metavar="N", help="of a batch with its padding")
    parser.add_argument("--learning-rate", type=float, default=1.5e-3, metavar="X", help="highest rate (0.0015)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--stop-after", type=float, metavar="MIN", help="stop then; the same command goes on")
    parser.add_argument("--device", default="cpu", help="cpu (default), cuda")
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    for option in ("steps", "tokens"):
        if getattr(args, option) < 1:
            raise UsageError(f"--{option} must be at least 1, not {getattr(args, option)}.")
    needs("train", "torch", "safetensors", "tensorboard", "onnx", "onnxscript", "onnxruntime", "pyarrow")
    from ecode.models.predictor.recipe import EXPORTED, train_mini
    from ecode.models.predictor.train import PredictorTrainConfig

    config = PredictorTrainConfig(
        steps=args.steps, tokens=args.tokens, learning_rate=args.learning_rate, seed=args.seed
    )

    def show(record: dict[str, Any]) -> None:
        if not args.json:
            err.print(f"step {record['step']}: loss {record['loss']:.4f}, {record['tokens_per_s']:.0f} tokens/s")

    stop = 60 * args.stop_after if args.stop_after is not None else float("inf")
    step = train_mini(args.data, args.out, config, device=args.device, show=show, stop_after_s=stop)
    done = step >= args.steps
    if args.json:
        print_json({"folder": str(args.out), "step": step, "done": done})
    else:
        where = args.out / EXPORTED if done else args.out
        out().print(f"step {step} of {args.steps}; in [bold]{where}[/]")
    return 0 if done else 1
