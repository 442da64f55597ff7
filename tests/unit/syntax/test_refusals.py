"""Programs whose names must stay, with the reason that is given."""

import pytest

from ecode.syntax.names import to_uni

REFUSED = [
    ("x = 1\nprint(globals())\n", "line 2: globals looks names up by text"),
    ("def f(a):\n    return locals()\n", "line 2: locals looks names up by text"),
    ("x = 1\nvars()['x'] = 2\n", "line 2: vars() without arguments looks names up by text"),
    ("x = 1\nprint(dir())\n", "line 2: dir() without arguments looks names up by text"),
    ("x = 1\nexec('x = 2')\n", "line 2: exec looks names up by text"),
    ("abc = 1\nprint(eval('abc'))\n", "line 2: eval may read a name of the program"),
    ("abc = 1\nprint(eval('a' + 'bc'))\n", "line 2: eval may read a name of the program"),
    ("x = 1\nprint(f'{x=}')\n", "line 2: an f-string with = shows its own source"),
    ("def f(): pass\nprint(f.__name__)\n", "line 2: .__name__ shows a name"),
    ("class C: pass\nprint(C().__class__.__qualname__)\n", "line 2: .__qualname__ shows a name"),
    ("def f(): pass\nf.__code__\n", "line 2: .__code__ shows a name"),
    ("import sys\nx = sys._getframe().f_locals\n", "line 2: .f_locals shows a name"),
    ("import __main__\nx = 1\n", "line 1: __main__ looks names up by text"),
    ("import sys\nx = sys.modules\n", "line 2: sys.modules looks names up by text"),
    ("from sys import modules\nx = 1\n", "line 1: sys.modules looks names up by text"),
    ("import inspect\nx = 1\n", "line 1: inspect looks names up by text"),
    ("x = 1\nimport doctest\n", "line 2: doctest looks names up by text"),
    ("import traceback\nx = 1\n", "line 1: traceback looks names up by text"),
    ("import pickle\nclass C: pass\n", "line 1: pickle writes the names of classes"),
    ("import timeit\ndef f(): pass\ntimeit.timeit('f()')\n", "line 3: timeit runs a program text"),
    ("class C:\n    def f(self): self.__x = 1\nprint(C()._C__x)\n", "line 3: _C__x spells out the name of a class"),
    ("import pandas as pd\nlimit = 3\npd.DataFrame().query('a > @limit')\n", "line 3: DataFrame.query may read a name of the program"),
    ("x = __import__(name)\n", "line 1: an import of __main__, or of a module whose name is computed"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "reason"), REFUSED)
def test_refuses(source: str, reason: str) -> None:
    uni = to_uni(source)
    assert (uni.refusal, uni.code, uni.names) == (reason, source, {})


ACCEPTED = [
    "n = eval(input())\nprint('done')\n",
    "a, b = map(eval, input().split())\n",
    "x = 1\nprint(vars(obj), dir(obj))\n",
    "def vars(): return 1\nx = vars()\n",
    "import pickle\nx = pickle.dumps([1])\n",
    "import timeit\ndef f(): pass\ntimeit.timeit(f)\n",
    "x = 1\nif __name__ == '__main__':\n    print(f'{x!r}')\n",
    "x = __import__('sys').stdin\n",
    "print(globals())\n",  # nothing to rename
]


@pytest.mark.parametrize("source", ACCEPTED)
def test_accepts(source: str) -> None:
    assert to_uni(source).refusal is None
