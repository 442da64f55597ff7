"""Every rewrite's examples are its tests: the text comes out as promised, and both programs print the same."""

import contextlib
import io
import sys

import pytest

from ecode.rewrite.base import Example, Rewrite, apply_rewrite
from ecode.rewrite.catalogue import catalogue

REWRITES = [*catalogue("faster"), *catalogue("slower")]
EXAMPLES = [pytest.param(r, e, id=f"{r.name}-{i}") for r in REWRITES for i, e in enumerate(r.examples)]


def run(source: str, stdin: str) -> str:
    out = io.StringIO()
    fake_stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    original, sys.stdin = sys.stdin, fake_stdin
    try:
        with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
            exec(compile(source, "<example>", "exec"), {"__name__": "__main__"})
    finally:
        sys.stdin = original
    return out.getvalue()


@pytest.mark.parametrize(("rewrite", "example"), EXAMPLES)
def test_example_comes_out_as_promised(rewrite: Rewrite, example: Example) -> None:
    result = apply_rewrite(rewrite, example.before)
    assert result is not None
    assert result.source == example.after


@pytest.mark.parametrize(("rewrite", "example"), EXAMPLES)
def test_example_prints_the_same_before_and_after(rewrite: Rewrite, example: Example) -> None:
    assert run(example.before, example.stdin) == run(example.after, example.stdin)


@pytest.mark.parametrize(("rewrite", "example"), EXAMPLES)
def test_result_is_left_alone_or_still_parses(rewrite: Rewrite, example: Example) -> None:
    again = apply_rewrite(rewrite, example.after)
    assert again is None or again.source != example.after


def test_names_are_unique_and_reasons_are_one_sentence() -> None:
    names = [rewrite.name for rewrite in REWRITES]
    assert len(names) == len(set(names))
    for rewrite in REWRITES:
        assert rewrite.examples, rewrite.name
        assert rewrite.reason.endswith("."), rewrite.name
