"""`ecode eval WHAT`: one module for each kind of system."""

from __future__ import annotations

import argparse

from ecode.cli.group import add_actions, run_action

KINDS = {
    "optimizer": "evaluate systems that propose faster programs",
    "predictor": "evaluate predicted execution times, beside simple baselines",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_actions(parser, __name__, KINDS, "WHAT")


def run(args: argparse.Namespace) -> int:
    return run_action(__name__, args)
