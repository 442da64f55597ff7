"""Names that nothing binds."""

import pytest

from ecode.syntax.undefined import undefined_names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("print(x)\n", {"x"}),
        ("x = 1\nprint(x, len('a'), __name__)\n", set()),
        ("def f(a):\n    return a + b\nprint(f(1))\n", {"b"}),
        ("def f():\n    global b\n    b = 1\nf()\nprint(b)\n", set()),
        ("def f():\n    a = 1\n    def g():\n        return a\n    return g\nprint(f()())\n", set()),
        ("import math as m\nfrom os import path\nprint(m.pi, path, math)\n", {"math"}),
        ("print([i * j for i in range(3)])\n", {"j"}),
        ("for i in range(3):\n    pass\nprint(i)\n", set()),
        ("class A:\n    x = 1\n    y = x\nprint(A.y, x)\n", {"x"}),
        ("if (n := 3) > 2:\n    print(n)\n", set()),
        ("try:\n    pass\nexcept ValueError as e:\n    print(e)\n", set()),
        ("from math import *\nprint(sqrt(4))\n", set()),
        ("heappush([], 1)\n", {"heappush"}),
        ("total += 1\n", set()),  # bound by itself: an `UnboundLocalError` or `NameError` is left to the judge
    ],
)
def test_undefined_names(source: str, names: set[str]) -> None:
    assert undefined_names(source) == names


@pytest.mark.parametrize("source", ["print(", "return 1\n", "a\0b"])
def test_what_is_no_python_is_refused(source: str) -> None:
    with pytest.raises((SyntaxError, ValueError)):
        undefined_names(source)
