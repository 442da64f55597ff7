"""Uni: what is renamed, what stays, and that no program notices."""

import pytest
from trap_programs import TRAPS, printed

from ecode.syntax.names import to_uni

RENAMED = [
    # variables, functions and classes, each numbered in the order of the text
    ("x = 1\ndef f(a):\n    return a + x\nclass C:\n    pass\n", "var1 = 1\ndef func1(var2):\n    return var2 + var1\nclass class1:\n    pass\n"),
    # one number per binding, not per name
    ("def f(n): return n\ndef g(n): return n\n", "def func1(var1): return var1\ndef func2(var2): return var2\n"),
    ("i = 0\nprint([i for i in range(i)])\n", "var1 = 0\nprint([var2 for var2 in range(var1)])\n"),
    ("f(2)\ndef f(x): pass\n", "func1(2)\ndef func1(var1): pass\n"),
    # comments, strings and layout stay
    ("x  =  1  # x here\ns = 'x'\n", "var1  =  1  # x here\nvar2 = 'x'\n"),
    # imports and their aliases stay, wherever they are bound
    ("import os.path as p, sys\nfrom heapq import heappop as pop\ntry:\n    import a\nexcept ImportError:\n    a = None\n", None),
    # attributes, class bodies, builtins and free names stay
    ("class C:\n    y = 1\n    def m(self): return self.y\nprint(C.y, unknown)\n", "class class1:\n    y = 1\n    def m(var1): return var1.y\nprint(class1.y, unknown)\n"),
    ("__all__ = []\n__x = 1\n", None),
    # classes that may show their name
    ("class E(ValueError): pass\nclass F(E): pass\nclass G(object): pass\nclass H(G): pass\n", "class E(ValueError): pass\nclass F(E): pass\nclass class1(object): pass\nclass class2(class1): pass\n"),
    ("from typing import NamedTuple\nclass P(NamedTuple):\n    x: int\n", None),
    # builtins as names
    ("import sys\ninput = sys.stdin.readline\nprint(input())\n", "import sys\nvar1 = sys.stdin.readline\nprint(var1())\n"),
    ("max = max(1, 2)\n", None),
    ("for sum in range(3): pass\n", None),
    ("sum = 1\ndel sum\n", None),
    ("def f(list): return list\n", "def func1(var1): return var1\n"),
    ("def input(): return 1\ninput()\n", "def func1(): return 1\nfunc1()\n"),
    # a star import may bring any name
    ("from math import *\nx = 1\nfor i in range(x): pass\n", "from math import *\nvar1 = 1\nfor i in range(var1): pass\n"),
    ("x = 1\nfrom math import *\ndef f(y): return x\n", "x = 1\nfrom math import *\ndef func1(var1): return x\n"),
    # keywords
    ("def f(a, b=1): return a\nf(1, b=2)\n", "def func1(var1, var2=1): return var1\nfunc1(1, var2=2)\n"),
    ("def f(a, b): return a\ng = f\ng(a=1, b=2)\n", "def func1(a, b): return a\nvar1 = func1\nvar1(a=1, b=2)\n"),
    ("def f(a, b): return a\nh(x, a=1)\n", "def func1(a, var1): return a\nh(x, a=1)\n"),
    ("def f(a): return a\ndef g(b): return b\nf(**d)\n", "def func1(a): return a\ndef func2(var1): return var1\nfunc1(**d)\n"),
    ("def f(a): return a\nh(**d)\n", "def func1(a): return a\nh(**d)\n"),
    ("def f(a): return a\nprint(**d)\ndict(**d)\n'{x}'.format(**d)\n", "def func1(var1): return var1\nprint(**d)\ndict(**d)\n'{x}'.format(**d)\n"),
    ("def f(a): return a\nThread(target=f, kwargs={})\n", "def func1(a): return a\nThread(target=func1, kwargs={})\n"),
    ("def f(end): return end\nprint(1, end='')\n", "def func1(var1): return var1\nprint(1, end='')\n"),
    ("def f(a, /, **k): return a\nf(1, a=2)\n", "def func1(var1, /, **var2): return var1\nfunc1(1, a=2)\n"),
    # new names keep clear of what stays
    ("x = y.var1\nz = 2\n", "var2 = y.var1\nvar3 = 2\n"),
    ("var2 = 1\nvar1 = 2\n", "var1 = 1\nvar2 = 2\n"),
    # f-strings
    ("x = 1\nprint(f'{x} x {x!r:>{x}}' 'x')\n", "var1 = 1\nprint(f'{var1} x {var1!r:>{var1}}' 'x')\n"),
    # broken source: what is undefined counts as a variable of the module
    ("x = foo(\ny = x\n", "var1 = var2(\nvar3 = var1\n"),
    ("for i in range(n:\n    print(i)\n", "for var1 in range(var2:\n    print(var1)\n"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), RENAMED, ids=[row[0][:40] for row in RENAMED])
def test_renames(source: str, expected: str | None) -> None:
    uni = to_uni(source)
    assert uni.refusal is None
    assert uni.code == (source if expected is None else expected)


@pytest.mark.parametrize("name", TRAPS)
def test_behaves_as_before(name: str) -> None:
    uni = to_uni(TRAPS[name])
    assert uni.refusal is None
    assert printed(uni.code) == printed(TRAPS[name])
    assert to_uni(uni.code).code == uni.code


EQUAL = [
    ("a = 1\nprint([a for a in range(a)])\n", "n = 1\nprint([k for k in range(n)])\n"),
    ("def f(x, y=1): return x\nprint(f(x=2))\n", "def g(a, b=1): return a\nprint(g(a=2))\n"),
    ("import sys\ninput = sys.stdin.readline\ninput()\n", "import sys\nread = sys.stdin.readline\nread()\n"),
    ("def f():\n    global t\n    t = 1\n    def g():\n        return t\n", "def g():\n    global u\n    u = 1\n    def h():\n        return u\n"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_consistent_renaming_makes_no_difference(one: str, other: str) -> None:
    assert to_uni(one).code == to_uni(other).code


def test_names_lead_back() -> None:
    uni = to_uni("import sys\ndef solve(n):\n    return n\nclass Tree: pass\n")
    assert uni.names == {"func1": "solve", "var1": "n", "class1": "Tree"}
