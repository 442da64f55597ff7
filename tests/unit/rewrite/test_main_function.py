"""wrap-in-main: what it refuses, and that programs mean the same after it."""

import pytest
from near_misses import printed, rewritten

LOOP = "for i in range(3):\n    x = i * 2\n    print(x)\n"

REFUSED = {
    "no loop at module level": "def f():\n    for i in range(3):\n        print(i)\nf()\n",
    "looks names up by text": LOOP + "print(globals()['x'])\n",
    "exec": LOOP + "exec('print(x)')\n",
    "global statement at module level": "if 1:\n    global x\n" + LOOP,
    "late star import": "x = pow(2, 3)\n" + LOOP + "from math import *\n",
    "star import of an unknown module": "from somewhere import *\n" + LOOP,
    "annotated name that functions need": "x: int = 1\ndef f():\n    return x\n" + LOOP,
    "only calls a function": "def f():\n    print(1)\nfor i in range(3):\n    f()\n",
}

SAME = {
    "function reads a variable": LOOP + "def f():\n    return x + i\nprint(f())\n",
    "function sets a global": "c = 0\ndef f():\n    global c\n    c += 1\n" + "for i in range(3):\n    f()\n    x = c\nprint(c, x)\n",
    "function called main": "def main():\n    return 5\n" + LOOP + "print(main())\n",
    "function defined twice": "def f():\n    return 1\nprint(f())\ndef f():\n    return 2\n" + LOOP + "print(f())\n",
    "recursion": "def f(n):\n    return n and n + f(n - 1)\n" + LOOP + "print(f(4))\n",
    "default argument from a variable": "k = len('abc') + 1\ndef f(a=k):\n    return a\n" + LOOP + "print(f())\n",
    "decorator": "from functools import lru_cache\n@lru_cache(None)\ndef f(n):\n    return x\n" + LOOP + "print(f(1))\n",
    "class reads a variable": "class A:\n    def f(self):\n        return x\n" + LOOP + "print(A().f())\n",
    "builtin shadowed later": "print(max(1, 2))\nfor max in range(3):\n    y = max\nprint(max, y)\n",
    "builtin used by what shadows it": "print(len('ab'))\nlen = len('abc')\nfor i in range(2):\n    y = len + i\nprint(y)\n",
    "builtin shadowed on a branch": "n = 0\nif n:\n    sum = 5\nfor i in range(2):\n    y = sum([i])\nprint(y)\n",
    "builtin deleted": "min = 3\nfor i in range(2):\n    y = min\ndel min\nprint(min(4, y))\n",
    "star import shadowed": "from math import *\nfor i in range(2):\n    e = i\nprint(e, pi > 3)\n",
    "star import shadowed on a branch": "from math import *\nif 0:\n    e = 1\nfor i in range(2):\n    y = e\nprint(y > 2)\n",
    "import shadowed": "from math import gcd\nfor i in range(2):\n    gcd = i\nprint(gcd)\n",
    "import after its name was used": "e = 1\nfor i in range(2):\n    e += i\nprint(e)\nfrom math import e\nprint(e)\n",
    "import in a try": "try:\n    import nosuchmodule as z\nexcept ImportError:\n    import math as z\n" + LOOP + "print(z.gcd(4, 6))\n",
    "comprehension sees variables": "n = 3\n" + LOOP + "print([[n + x + j for j in range(n)] for _ in range(2)])\n",
    "lambda sees later values": "k = 1\nf = lambda: k\nfor i in range(3):\n    k += i\nprint(f())\n",
    "lambda constant used by a function": "g = lambda: q\ndef f():\n    return g()\nfor i in range(3):\n    q = i\nprint(f())\n",
    "walrus": "xs = [1, 2]\nfor i in range(2):\n    print([y := x for x in xs])\nprint(y)\n",
    "exit": "import sys\nfor i in range(5):\n    if i == 2:\n        sys.exit()\n    print(i)\n",
    "several statements on a line": "import math; n = 3; k = 2\nfor i in range(n): print(math.gcd(i, k)); j = i\nprint(j)\n",
    "multi-line string": "s = '''a\n  b\n'''\nfor c in s:\n    t = c + \\\n  '!'\n    print(repr(t))\n",
    "docstring and future": "'''doc'''\nfrom __future__ import annotations\n" + LOOP,
    "except name": "for i in range(2):\n    try:\n        1 / 0\n    except ZeroDivisionError as e:\n        x = str(e)\nprint(x)\n",
    "guarded after code": "n = 3\nif __name__ == '__main__':\n    for i in range(n):\n        x = i\n    print(x)\n",
    "guarded alone": "def f(n):\n    return n + k\nif __name__ == '__main__':\n    k = 2\n    for i in range(3):\n        x = f(i)\n    print(x)\n",
    "match": "for i in range(3):\n    match i:\n        case 1 | 2 as two:\n            y = two\ndef f():\n    return two\nprint(y, f())\n",
    "constant after its function": "def f():\n    return M * 2\nM = 7\n" + LOOP + "print(f())\n",
    "constant changed in place": "xs = []\ndef f():\n    xs.append(1)\nfor i in range(3):\n    f()\n    y = len(xs)\nprint(xs, y)\n",
    "constant bound twice": "M = 7\ndef f():\n    return M\nfor i in range(3):\n    M = M + i\nprint(f())\n",
    "reader replaced by a function": "import sys\ninput = sys.stdin.readline\ndef f():\n    return int(input())\nfor i in range(f()):\n    print(f() + i)\n",
    "function used before its name is a builtin's": "def f():\n    return input()\nprint(f())\ndef input():\n    return 'mine'\nfor i in range(2):\n    y = f()\nprint(y)\n",
    "loop with else": "for i in range(3):\n    y = i\nelse:\n    y = 9\nprint(y)\n",
    "unbound name": "for i in range(0):\n    y = i\ntry:\n    print(y)\nexcept NameError:\n    print('none')\n",
    "tabs": "for i in range(2):\n\tif i:\n\t\tx = i\n\t\tprint(x)\n",
    "comments": "# top\nn = 2  # two\n\n# before\nfor i in range(n):  # head\n    # inside\n    x = i\n\n    # end\nprint(x)\n# tail\n",
}  # fmt: skip


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED.keys())
def test_is_refused(source: str) -> None:
    assert rewritten("wrap-in-main", source) is None


@pytest.mark.parametrize("source", SAME.values(), ids=SAME.keys())
def test_prints_the_same(source: str) -> None:
    stdin = "3\n4\n5\n6\n"
    after = rewritten("wrap-in-main", source)
    assert after is not None
    assert "def main" in after or "def run" in after
    assert printed(after, stdin) == printed(source, stdin)
    assert [c for c in source if c == "#"] == [c for c in after if c == "#"]
