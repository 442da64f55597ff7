"""`ecode`: the parser, the one place that prints errors, the exit codes.

0 done (improved, accepted, faster); 1 done and not; 2 wrong usage, also a program that cannot be compared or timed;
3 our own fault; 130 interrupted by Ctrl-C, 143 by SIGTERM.
"""

from __future__ import annotations

import argparse
import errno
import importlib
import json
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

from ecode import __version__
from ecode.cli.streams import harden_streams
from ecode.errors import EcodeError, UsageError

VERBS = {
    "optimize": "make a slow program faster, with proof",
    "judge": "run a program on tests and say what came out",
    "time": "measure a program's call time and memory",
    "compare": "say whether one program is faster than another, with its interval",
    "generate": "write candidates of a model for slow programs, without judging them",
    "predict": "say from source alone how long programs will take, broken ones too",
    "data": "build, import, export and check datasets of programs and their times",
    "train": "train a model on pairs or times",
    "eval": "evaluate systems on tasks: candidates judged, winners raced, metrics with intervals",
    "report": "make a page, or a Markdown summary, of what `ecode optimize --json` printed",
    "serve": "answer over HTTP on this machine, with a page: judge, compare, predict, optimize",
    "doctor": "say what works on this machine and how to get the rest",
}


class Parser(argparse.ArgumentParser):
    """A parser that raises what it has to complain of, so that `--json` gets its error object for this, too."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}. `{self.prog} --help` lists what there is.")


_OF_THE_USER = {
    errno.ENOENT,
    errno.EEXIST,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.ENAMETOOLONG,
}  # what a path can be wrong in


class Terminated(KeyboardInterrupt):
    """SIGTERM came."""


def build_parser(verb: str | None = None) -> argparse.ArgumentParser:
    """The whole parser; only the chosen verb's module is imported, so that `--help` stays light."""
    parser = Parser(prog="ecode", description="Makes slow Python programs measurably faster, with proof.")
    parser.add_argument("--version", action="version", version=f"ecode {__version__}")
    subparsers = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, summary in VERBS.items():
        sub = subparsers.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if name == verb:
            importlib.import_module(f"ecode.cli.{name}").add_arguments(sub)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code and never raises for what a user did."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    verb = next((a for a in arguments if not a.startswith("-")), None)
    as_json = "--json" in arguments
    try:
        args = build_parser(verb if verb in VERBS else None).parse_args(arguments)
        as_json = getattr(args, "json", False)
        code: int = importlib.import_module(f"ecode.cli.{args.verb}").run(args)
        print(end="", flush=True)
        return code
    except EcodeError as error:
        return _report(type(error).__name__, str(error), error.exit_code, as_json)
    except Terminated:
        return _report("Terminated", "terminated", 143, as_json)
    except KeyboardInterrupt:
        return _report("Interrupted", "interrupted", 130, as_json)
    except OSError as error:
        message = f"{error.strerror or error}" + (f": {error.filename}" if error.filename else "")
        return _report(type(error).__name__, message, 2 if error.errno in _OF_THE_USER else 3, as_json)
    except Exception as error:  # what nobody foresaw is said as everything else is, with the place for whoever mends it
        return _report(type(error).__name__, _fault(error), 3, as_json)


def _fault(error: Exception) -> str:
    """One line about an error of E-code's own."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    text = " ".join(str(error).split()) or "no message"
    return (
        f"a fault of E-code's own, please report it: {type(error).__name__}: {text} ({place.filename}:{place.lineno})"
    )


def _report(kind: str, message: str, code: int, as_json: bool) -> int:
    from ecode.console import visible  # not needed where nothing went wrong

    try:
        if as_json:
            print_json({"error": {"type": kind, "message": message}})
            print(end="", flush=True)
    except OSError:
        pass  # nobody can hear it on stdout; stderr is left
    print("ecode:", "\n".join(map(visible, message.split("\n"))), file=sys.stderr)
    return code


def print_json(answer: dict[str, object]) -> None:
    """The one JSON object of a `--json` run."""
    from ecode.answers import versioned

    print(json.dumps(versioned(answer)))


def entry() -> None:
    """The console script."""
    harden_streams()
    process = os.getpid()

    def terminate(number: int, frame: object) -> None:
        """As Ctrl-C: what is open is closed, and what is finished is kept. Children of ours just go."""
        if os.getpid() != process:
            os._exit(143)
        raise Terminated

    signal.signal(signal.SIGTERM, terminate)
    sys.exit(main())
