"""`ecode report RESULTS.json -o FILE`: a page or a summary of an optimisation that is done."""

from __future__ import annotations

import argparse
from pathlib import Path

from ecode.cli import options
from ecode.cli.files import check_writable, write_atomically
from ecode.cli.main import print_json
from ecode.console import err
from ecode.errors import UsageError
from ecode.report import read_report, render_markdown, render_page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("results", type=Path, help="what `ecode optimize --json` printed")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write there; .md: a Markdown summary, else an HTML page"
    )
    parser.add_argument("--markdown", action="store_true", help="a Markdown summary for a pull request")
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    if args.output is None and args.json:
        raise UsageError("--json needs -o FILE: the page itself goes to stdout without it.")
    if args.output is not None:
        check_writable(args.output)
    data = read_report(args.results)
    as_markdown = args.markdown or (args.output is not None and args.output.suffix == ".md")
    text = render_markdown(data) if as_markdown else render_page(data)
    if args.output is None:
        print(text, end="")
        return 0
    write_atomically(args.output, text)
    if args.json:
        print_json({"written": str(args.output), "format": "markdown" if as_markdown else "html"})
    else:
        err.print(f"written to {args.output}", markup=False)
    return 0
