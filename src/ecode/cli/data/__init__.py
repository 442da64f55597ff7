"""`ecode data ACTION`: datasets. One module for each action."""

from __future__ import annotations

import argparse

from ecode.cli.group import add_actions, run_action

ACTIONS = {
    "build-times": "measure submissions and write CodeExecTimeDB in its four variants",
    "build-pairs": "write slow/fast pairs (GEC) from what build-times measured",
    "build-corpus": "synthesise problems with slow and fast programs, and measure them",
    "import": "read a published dataset and write it in this project's tables",
    "export": "write tables in the layout of a published dataset",
    "check": "say whether problem packages are what they claim to be",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_actions(parser, __name__, ACTIONS, "ACTION")


def run(args: argparse.Namespace) -> int:
    return run_action(__name__, args)
