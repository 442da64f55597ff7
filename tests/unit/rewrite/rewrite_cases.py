"""What the tables of the data-structure rewrites share: apply one rewrite, run programs, compare what they print."""

import contextlib
import io
import sys

from ecode.rewrite.base import apply_rewrite
from ecode.rewrite.catalogue import by_name


def rewritten(name: str, source: str) -> str | None:
    """The program after one rewrite; None where it does not fire."""
    result = apply_rewrite(by_name(name), source)
    return result.source if result else None


def printed(source: str, stdin: str = "") -> str:
    """What a program prints."""
    out, original = io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(stdin)
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(source, "<program>", "exec"), {"__name__": "__main__"})
    finally:
        sys.stdin = original
    return out.getvalue()
