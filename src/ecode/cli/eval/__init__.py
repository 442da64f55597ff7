"""`ecode eval WHAT`: one module for each kind of system."""

from __future__ import annotations

import argparse
from importlib import import_module

KINDS = {
    "optimizer": "evaluate systems that propose faster programs",
    "predictor": "evaluate predicted execution times, beside simple baselines",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    subparsers = parser.add_subparsers(dest="kind", metavar="WHAT", required=True)
    for name, summary in KINDS.items():
        sub = subparsers.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        import_module(f"ecode.cli.eval.{name}").add_arguments(sub)


def run(args: argparse.Namespace) -> int:
    code: int = import_module(f"ecode.cli.eval.{args.kind}").run(args)
    return code
