"""What is left out because nobody uses it, and what stays."""

import pytest
from near_misses import printed, rewritten

ALONE = [
    ("remove-unused-import", "used", "import math\nprint(math.pi)\n"),
    ("remove-unused-import", "used by its other name", "import math as m\nprint(m.pi)\n"),
    ("remove-unused-import", "used by a part", "import os.path\nprint(os.sep)\n"),
    ("remove-unused-import", "unknown module", "import mymodule\nprint(1)\n"),
    ("remove-unused-import", "prints when imported", "import this\nprint(1)\n"),
    ("remove-unused-import", "may be missing", "try:\n    import numpy\nexcept ImportError:\n    print(0)\n"),
    ("remove-unused-import", "names looked up by text", "import math\nprint(eval('math.pi'), globals())\n"),
    ("remove-unused-import", "future", "from __future__ import annotations\nprint(1)\n"),
    ("remove-unused-import", "star of an unknown module", "from mymodule import *\nprint(1)\n"),
    ("remove-unused-import", "star that is used", "from math import *\nprint(floor(1.5))\n"),
    ("remove-unused-import", "star of which one name is assigned", "from math import *\npi = 3\nprint(pi)\n"),
    ("remove-unused-function", "used", "def f():\n    return 1\nprint(f())\n"),
    ("remove-unused-function", "used by one that is used", "def f():\n    return 1\ndef g():\n    return f()\nprint(g())\n"),
    ("remove-unused-function", "registered by a decorator", "import atexit\n@atexit.register\ndef f():\n    print(1)\n"),
    ("remove-unused-function", "prints when defined", "def f(x=print(1)):\n    pass\n"),
    ("remove-unused-function", "names looked up by text", "def f():\n    return 1\nexec('print(f())')\n"),
    ("remove-unused-function", "used as a value", "def f(x):\n    return -x\nprint(sorted([1, 2], key=f))\n"),
    ("remove-unused-function", "shadows a builtin that is used", "print(max(1, 2))\ndef max(a, b):\n    return 0\n"),
]  # fmt: skip

SAME = [
    ("remove-unused-import", "import sys, math,os\nfrom math import (\n    gcd,\n    pi,\n)\nprint(math.e, gcd(4, 6))\n"),
    ("remove-unused-import", "import heapq; x = 1\nfrom re import *\nprint(x)\n"),
    ("remove-unused-import", "def f():\n    import decimal\n    return 1\nprint(f())\n"),
    ("remove-unused-function", "def a():\n    return b()\ndef b():\n    return a()\ndef fact(n):\n    return n * fact(n - 1)\nprint(1)\n"),
    ("remove-unused-function", "I = lambda: int(input()); k = 2\nL = lambda: [I()]\nprint(k)\n"),
    ("remove-unused-function", "from functools import lru_cache\n@lru_cache(None)\ndef f(n):\n    return 1\nprint(2)\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source"), [pytest.param(n, s, id=f"{n}: {why}") for n, why, s in ALONE])
def test_is_left_alone(name: str, source: str) -> None:
    assert rewritten(name, source) is None


@pytest.mark.parametrize(("name", "source"), SAME)
def test_prints_the_same(name: str, source: str) -> None:
    after = rewritten(name, source)
    assert after is not None
    assert len(after) < len(source)
    assert printed(after) == printed(source)
