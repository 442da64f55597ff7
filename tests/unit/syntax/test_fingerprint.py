"""Fingerprints: equal for copies, different for everything else."""

import pytest

from ecode.syntax.fingerprint import fingerprint

SAME = [
    ("x=1\nprint( x )", "# c\nfoo = 1\n\nprint(foo)\n"),
    ("async def f(a): return a", "async def g(b): return b"),
    ("def f():\n    global n\n    n = 1\n", "def g():\n    global m\n    m = 1\n"),
    ("try: pass\nexcept E as e: print(e)", "try: pass\nexcept E as error: print(error)"),
    ("def f(a): return a\nf(a=1)", "def g(b): return b\ng(b=1)"),
    ("match p:\n    case [x, *y]: print(x, y)", "match p:\n    case [a, *b]: print(a, b)"),
    ("x = 1\nprint(globals())", "y = 1\nprint(globals())"),
    ("x = (1\n", "x  =  ( 1"),
]
DIFFERENT = [
    ("x = 1", "x = 2"),
    ("if a:\n    b\nc", "if a:\n    b\n    c"),
    ("from m import f\nf()", "from m import g\ng()"),
    ("x.a", "x.b"),
    ("def f(n): return [n for n in n]", "def f(n): return [m for m in m]"),
    ("def f(a, b): return a", "def f(a, b): return b"),
    ("max(x)", "min(x)"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)
