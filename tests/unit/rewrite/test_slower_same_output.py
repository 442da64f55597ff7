"""Every rewrite towards slower code, on whole programs of this repository: what they print stays the same."""

import io
import sys
from pathlib import Path

import pytest

from ecode.rewrite.base import Rewrite, apply_rewrite
from ecode.rewrite.catalogue import catalogue
from ecode.rewrite.program import Program

ROOT = Path(__file__).parents[3]
PACKAGES = sorted(
    path.parent for path in [*ROOT.glob("examples/*/problem.yaml"), *ROOT.glob("problems/*/problem.yaml")]
)
PROGRAMS = [
    (path, package)
    for package in PACKAGES
    for path in sorted((package / "submissions" / "accepted").glob("fast*.py"))
    if not any(word in path.read_text() for word in ("open(0", "os.read", "threading"))
][::8]
SMALL = 2000
"""Bytes of the largest input that the programs read here."""


def inputs(package: Path) -> list[str]:
    """Up to two small inputs of a package."""
    files = [*sorted((package / "data" / "sample").glob("*.in")), *sorted((package / "data").glob("secret/**/*.in"))]
    return [path.read_text() for path in files if path.stat().st_size < SMALL][:2]


def printed(source: str, stdin: str) -> bytes:
    """What a program writes, be it as text or as bytes."""
    out = io.BytesIO()
    before, limit = (sys.stdin, sys.stdout), sys.getrecursionlimit()
    sys.stdin, sys.stdout = io.TextIOWrapper(io.BytesIO(stdin.encode())), io.TextIOWrapper(out)
    try:
        exec(compile(source, "<program>", "exec"), {"__name__": "__main__"})
    except SystemExit:
        pass
    finally:
        sys.stdout.flush()
        text = out.getvalue()
        (sys.stdin, sys.stdout) = before
        sys.setrecursionlimit(limit)
    return text


@pytest.mark.parametrize(("path", "package"), PROGRAMS, ids=[f"{p.parts[-4]}-{p.stem}" for p, _ in PROGRAMS])
def test_slower_program_prints_the_same(path: Path, package: Path) -> None:
    source = path.read_text()
    program = Program.parse(source)
    expected = [printed(source, stdin) for stdin in inputs(package)]
    for rewrite in catalogue("slower"):
        result = apply_rewrite(rewrite, program)
        if result is not None and not _may_take_forever(rewrite):
            assert [printed(result.source, stdin) for stdin in inputs(package)] == expected, rewrite.name


def _may_take_forever(rewrite: Rewrite) -> bool:
    return rewrite.name == "recursion-without-cache"
