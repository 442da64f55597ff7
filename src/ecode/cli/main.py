"""`ecode`: the parser, the one place that prints errors, the exit codes.

0 done (improved, accepted, faster); 1 done and not; 2 wrong usage; 3 our own fault.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Sequence

from ecode import __version__
from ecode.errors import EcodeError, UsageError

VERBS = {
    "optimize": "make a slow program faster, with proof",
    "judge": "run a program on tests and say what came out",
    "time": "measure a program's call time and memory",
    "compare": "say whether one program is faster than another, with its interval",
    "doctor": "say what works on this machine and how to get the rest",
}
SCHEMA_VERSION = 1


def build_parser(verb: str | None = None) -> argparse.ArgumentParser:
    """The whole parser; only the chosen verb's module is imported, so that `--help` stays light."""
    parser = argparse.ArgumentParser(
        prog="ecode", description="Makes slow Python programs measurably faster, with proof."
    )
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
    parser = build_parser(verb if verb in VERBS else None)
    args = parser.parse_args(arguments)
    as_json = getattr(args, "json", False)
    try:
        code: int = importlib.import_module(f"ecode.cli.{args.verb}").run(args)
        sys.stdout.flush()
        return code
    except EcodeError as error:
        return _report(error, error.exit_code, as_json)
    except KeyboardInterrupt:
        return _report(UsageError("interrupted"), 130, as_json)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output went away: nobody is left to tell
        return 1
    except OSError as error:
        return _report(error, 3, as_json)


def _report(error: BaseException, code: int, as_json: bool) -> int:
    message = str(error)
    if isinstance(error, OSError):
        message = f"{error.strerror or error}" + (f": {error.filename}" if error.filename else "")
    if as_json:
        print_json({"error": {"type": type(error).__name__, "message": message}})
    print(f"ecode: {message}", file=sys.stderr)
    return code


def print_json(answer: dict[str, object]) -> None:
    """The one JSON object of a `--json` run."""
    print(json.dumps({"schema_version": SCHEMA_VERSION, **answer}))


def entry() -> None:
    """The console script."""
    sys.exit(main())
