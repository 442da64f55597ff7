"""Old names come back, into programs of our own and of a model's."""

import pytest
from trap_programs import TRAPS, printed

from ecode.syntax.names import to_uni
from ecode.syntax.restore import restore


@pytest.mark.parametrize("name", TRAPS)
def test_round_trip(name: str) -> None:
    uni = to_uni(TRAPS[name])
    assert restore(uni.code, uni.names) == TRAPS[name]


WRITTEN = [
    # (program in Uni form, names, expected)
    ("var1 = 1\nprint(var1)\n", {"var1": "n"}, "n = 1\nprint(n)\n"),
    # a new variable gets a name by its role
    ("for var1 in range(3):\n    for var2 in range(var1): pass\n", {}, "for i in range(3):\n    for j in range(i): pass\n"),
    ("var1 = {}\nvar2 = set()\nvar3 = [0]\nvar4 = len(var3)\nvar5 = sum(var3)\nvar6 = input()\n", {}, "counts = {}\nseen = set()\nvalues = [0]\nsize = len(values)\ntotal = sum(values)\nline = input()\n"),
    ("def func1(var1): return var1\nclass class1: pass\n", {}, "def helper(value): return value\nclass Helper: pass\n"),
    # an old name that would be captured gets a number
    ("def func1(var1):\n    for var2 in var1: print(var2)\n", {"func1": "f", "var1": "i", "var2": "i"}, "def f(i):\n    for i_2 in i: print(i_2)\n"),
    ("var1 = 1\ndef func1(var2): return var1 + var2\n", {"var1": "n", "var2": "n", "func1": "f"}, "n = 1\ndef f(n_2): return n + n_2\n"),
    # and the same name where nothing is captured
    ("var1 = 1\ndef func1(var2): return var2\nfunc1(var1)\n", {"var1": "n", "var2": "n", "func1": "f"}, "n = 1\ndef f(n): return n\nf(n)\n"),
    ("def func1(var1): return var1\ndef func2(var1): return var1\n", {"var1": "n", "func1": "f", "func2": "g"}, "def f(n): return n\ndef g(n): return n\n"),
    # builtins, imports and free names that are used stay what they are
    ("var1 = 3\nprint(max(var1, 2))\n", {"var1": "max"}, "max_2 = 3\nprint(max(max_2, 2))\n"),
    ("import heapq\ndef func1(var1): return heapq.heappop(var1)\n", {"var1": "heapq", "func1": "f"}, "import heapq\ndef f(heapq_2): return heapq.heappop(heapq_2)\n"),
    # class scopes are no obstacle for the functions inside them
    ("var1 = 1\nclass class1:\n    n = 2\n    def m(var2): return var1\n", {"var1": "n", "class1": "C", "var2": "self"}, "n = 1\nclass C:\n    n = 2\n    def m(self): return n\n"),
    # keywords follow their parameters; a keyword for **kwargs is in the way
    ("def func1(var1): return var1\nfunc1(var1=2)\n", {"var1": "n", "func1": "f"}, "def f(n): return n\nf(n=2)\n"),
    ("def func1(var1, **var2): return var2\nfunc1(1, n=2)\n", {"var1": "n", "var2": "kw", "func1": "f"}, "def f(n_2, **kw): return kw\nf(1, n=2)\n"),
    # names in Uni form in texts stay, and so does a program that looks names up by text
    ("var1 = 1\nprint('var1', x.var2)\n", {"var1": "n", "var2": "m"}, "n = 1\nprint('var1', x.var2)\n"),
    ("var1 = 1\nprint(globals())\n", {"var1": "n"}, "var1 = 1\nprint(globals())\n"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "names", "expected"), WRITTEN)
def test_restores(code: str, names: dict[str, str], expected: str) -> None:
    assert restore(code, names) == expected


@pytest.mark.parametrize("name", TRAPS)
def test_fresh_names_change_no_behaviour(name: str) -> None:
    assert printed(restore(to_uni(TRAPS[name]).code, {})) == printed(TRAPS[name])


@pytest.mark.parametrize("name", TRAPS)
def test_one_name_for_everything_changes_no_behaviour(name: str) -> None:
    uni = to_uni(TRAPS[name])
    for one in ("x", "print", "range"):
        assert printed(restore(uni.code, dict.fromkeys(uni.names, one))) == printed(TRAPS[name])
