"""`ecode data ACTION`: datasets. One module for each action."""

from __future__ import annotations

import argparse
from importlib import import_module

ACTIONS = {
    "build-times": "measure submissions and write CodeExecTimeDB in its four variants",
    "build-pairs": "write slow/fast pairs (GEC) from what build-times measured",
    "build-corpus": "synthesise problems with slow and fast programs, and measure them",
    "import": "read a published dataset and write it in this project's tables",
    "export": "write tables in the layout of a published dataset",
    "check": "say whether problem packages are what they claim to be",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    subparsers = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, summary in ACTIONS.items():
        sub = subparsers.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        _module(name).add_arguments(sub)


def run(args: argparse.Namespace) -> int:
    code: int = _module(args.action).run(args)
    return code


def _module(action: str):  # type: ignore[no-untyped-def]
    return import_module(f"ecode.cli.data.{action.replace('-', '_')}" + ("_" if action == "import" else ""))
