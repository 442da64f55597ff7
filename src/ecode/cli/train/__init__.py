"""`ecode train MODEL`: one module for each model. Needs the extra `[train]`."""

from __future__ import annotations

import argparse
from importlib import import_module

MODELS = {
    "optimizer": "train E-code, the model that writes faster programs, on slow/fast pairs",
    "predictor": "train ExecTimePredictor, which tells times from source, on CodeExecTimeDB",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    subparsers = parser.add_subparsers(dest="model", metavar="MODEL", required=True)
    for name, summary in MODELS.items():
        sub = subparsers.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        import_module(f"ecode.cli.train.{name}").add_arguments(sub)


def run(args: argparse.Namespace) -> int:
    code: int = import_module(f"ecode.cli.train.{args.model}").run(args)
    return code
