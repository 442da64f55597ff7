"""`ecode train predictor --data BUILD --out DIR`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ecode.cli import options
from ecode.cli.extras import needs
from ecode.cli.main import print_json
from ecode.cli.train.checks import check_loop
from ecode.console import err, out
from ecode.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="BUILD", help="what `ecode data build-times` wrote")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="of checkpoint, log and exported model")
    base = parser.add_argument_group("a language model that writes times as digits (the paper's way)")
    base.add_argument(
        "--base", metavar="NAME_OR_FOLDER", help="a causal model for transformers: its adapters go to OUT"
    )
    base.add_argument(
        "--lora", type=int, default=256, metavar="RANK", help="of the adapters (default 256, the paper's)"
    )
    base.add_argument("--lora-alpha", type=int, default=128, metavar="N", help="default 128, the paper's")
    base.add_argument("--variants", metavar="A,B", help="one adapter each, in this order (default: all four)")
    base.add_argument("--epochs", type=int, default=2, metavar="N", help="of each variant (default 2)")
    base.add_argument("--programs", type=int, metavar="N", help="of the training set, drawn at random (default: all)")
    base.add_argument("--rows", type=int, default=4, metavar="N", help="of the longest kind in a batch (default 4)")
    base.add_argument("--accumulate", type=int, default=8, metavar="N", help="batches of a step (default 8)")
    base.add_argument("--max-prompt", type=int, default=384, metavar="N", help="tokens (default 384)")
    base.add_argument(
        "--four-bit", action=argparse.BooleanOptionalAction, help="QLoRA (default: where bitsandbytes and CUDA are)"
    )
    parser.add_argument("--steps", type=int, default=4000, metavar="N", help="optimiser steps (default 4000)")
    parser.add_argument("--tokens", type=int, default=12_288, metavar="N", help="of a batch with its padding")
    parser.add_argument(
        "--learning-rate", type=float, metavar="X", help="highest rate (default 0.0015; with --base 0.0002)"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--stop-after", type=float, metavar="MIN", help="stop then; the same command goes on")
    parser.add_argument("--device", help="cpu, cuda (default: cpu; with --base cuda where there is one)")
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    for option in ("steps", "tokens"):
        if getattr(args, option) < 1:
            raise UsageError(f"--{option} must be at least 1, not {getattr(args, option)}.")
    check_loop(args)
    return _tune_base(args) if args.base else _train_mini(args)


def _train_mini(args: argparse.Namespace) -> int:
    needs("train", "torch", "safetensors", "tensorboard", "onnx", "onnxscript", "pyarrow")
    from ecode.models.predictor.recipe import EXPORTED, train_mini
    from ecode.models.predictor.train import PredictorTrainConfig

    config = PredictorTrainConfig(
        steps=args.steps, tokens=args.tokens, learning_rate=args.learning_rate or 1.5e-3, seed=args.seed
    )

    def show(record: dict[str, Any]) -> None:
        if not args.json:
            err.print(f"step {record['step']}: loss {record['loss']:.4f}, {record['tokens_per_s']:.0f} tokens/s")

    stop = _stop_after_s(args)
    step = train_mini(args.data, args.out, config, device=args.device or "cpu", show=show, stop_after_s=stop)
    done = step >= args.steps
    if args.json:
        print_json({"folder": str(args.out), "step": step, "done": done})
    else:
        where = args.out / EXPORTED if done else args.out
        out().print(f"step {step} of {args.steps}; in [bold]{where}[/]")
    return 0 if done else 1


def _tune_base(args: argparse.Namespace) -> int:
    needs("train", "torch", "transformers", "peft", "safetensors", "tensorboard", "pyarrow")
    from ecode.models.devices import Devices
    from ecode.models.predictor.llm.config import LlmRecipe
    from ecode.models.predictor.llm.train import train_llm_predictor

    named: dict[str, Any] = {} if args.variants is None else {"variants": tuple(filter(None, args.variants.split(",")))}
    recipe = LlmRecipe(
        args.base,
        **named,
        lora_rank=args.lora,
        lora_alpha=args.lora_alpha,
        four_bit=args.four_bit,
        epochs=args.epochs,
        programs=args.programs,
        rows=args.rows,
        accumulate=args.accumulate,
        learning_rate=args.learning_rate or 2e-4,
        max_prompt=args.max_prompt,
        seed=args.seed,
    )

    def show(record: dict[str, Any]) -> None:
        if not args.json and "loss" in record:
            err.print(f"{record['variant']}, step {record['step']}: loss {record['loss']:.4f}")

    devices = Devices(args.device)
    adapters = train_llm_predictor(
        args.data, args.out, recipe, devices=devices, show=show, stop_after_s=_stop_after_s(args)
    )
    done = len(adapters) == len(recipe.variants)
    if args.json:
        print_json({"folder": str(args.out), "adapters": list(map(str, adapters)), "done": done})
    else:
        out().print(f"{len(adapters)} of {len(recipe.variants)} adapters; in [bold]{args.out}[/]")
        options_of = " ".join(f"--adapter {folder}" for folder in adapters)
        if done:
            out().print(f"ecode predict FILE --model {args.base} {options_of}", markup=False, soft_wrap=True)
    return 0 if done else 1


def _stop_after_s(args: argparse.Namespace) -> float:
    return 60 * args.stop_after if args.stop_after is not None else float("inf")
