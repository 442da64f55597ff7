"""Verbs with actions, such as `ecode data import`: one module for each action in the verb's package."""

from __future__ import annotations

import argparse
import keyword
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType


def add_actions(parser: argparse.ArgumentParser, package: str, actions: Mapping[str, str], what: str) -> None:
    """A parser for each action; `actions` maps its name to what it does."""
    subparsers = parser.add_subparsers(dest="action", metavar=what, required=True)
    for name, summary in actions.items():
        sub = subparsers.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        _module(package, name).add_arguments(sub)


def run_action(package: str, args: argparse.Namespace) -> int:
    code: int = _module(package, args.action).run(args)
    return code


def _module(package: str, action: str) -> ModuleType:
    name = action.replace("-", "_")
    return import_module(f"{package}.{name}_" if keyword.iskeyword(name) else f"{package}.{name}")
