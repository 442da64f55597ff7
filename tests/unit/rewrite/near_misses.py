"""Shared by the tests of rewrites: a rewrite leaves these sources alone, or both versions print the same."""

import contextlib
import io
import sys

from ecode.rewrite.base import apply_rewrite
from ecode.rewrite.catalogue import by_name


def rewritten(name: str, source: str) -> str | None:
    """The source after the rewrite; None where it does not fire."""
    result = apply_rewrite(by_name(name), source)
    return None if result is None else result.source


def printed(source: str, stdin: str = "") -> str:
    """What a program prints, and the name of the exception that ends it, if any."""
    out = io.StringIO()
    fake_stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    original, sys.stdin = sys.stdin, fake_stdin
    ending = ""
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(source, "<program>", "exec"), {"__name__": "__main__"})
    except SystemExit:
        ending = "exit"
    except Exception as error:
        ending = type(error).__name__
    finally:
        sys.stdin = original
    return out.getvalue() + ending
