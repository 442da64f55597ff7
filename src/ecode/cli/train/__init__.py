"""`ecode train MODEL`: one module for each model. Needs the extra `[train]`."""

from __future__ import annotations

import argparse

from ecode.cli.group import add_actions, run_action

MODELS = {
    "optimizer": "train E-code, the model that writes faster programs, on slow/fast pairs",
    "predictor": "train ExecTimePredictor, which tells times from source, on CodeExecTimeDB",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_actions(parser, __name__, MODELS, "MODEL")


def run(args: argparse.Namespace) -> int:
    return run_action(__name__, args)
