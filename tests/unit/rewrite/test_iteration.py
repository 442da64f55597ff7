"""Counting loops, neighbours and sums: near misses, and look-alikes that must print the same."""

import pytest
from near_misses import printed, rewritten

COUNT = "range-instead-of-counter"
ALONE = [
    (COUNT, "counter read later", "i = 0\nwhile i < 3:\n    print(i)\n    i += 1\nprint(i)\n"),
    (COUNT, "counter changed in the body", "i = 0\nwhile i < 5:\n    if i == 2:\n        i += 1\n    print(i)\n    i += 1\n"),
    (COUNT, "continue jumps over the step", "i = 0\nwhile i < 3:\n    if i == 9:\n        continue\n    print(i)\n    i += 1\n"),
    (COUNT, "bound changes", "n = 3\ni = 0\nwhile i < n:\n    n -= 1\n    print(i)\n    i += 1\n"),
    (COUNT, "list shrinks", "xs = [1, 2, 3]\ni = 0\nwhile i < len(xs):\n    xs.pop()\n    print(i)\n    i += 1\n"),
    (COUNT, "float bound", "n = 5 / 2\ni = 0\nwhile i < n:\n    print(i)\n    i += 1\n"),
    (COUNT, "function reads the counter", "def f():\n    return i\ni = 0\nwhile i < 3:\n    print(f())\n    i += 1\n"),
    (COUNT, "else clause", "i = 0\nwhile i < 3:\n    print(i)\n    i += 1\nelse:\n    print(9)\n"),
    (COUNT, "step of two", "i = 0\nwhile i < 3:\n    print(i)\n    i += 2\n"),
    (COUNT, "two tests", "i = 0\nwhile i < 3 and i != 2:\n    print(i)\n    i += 1\n"),
    (COUNT, "repeat count used", "t = 3\nwhile t > 0:\n    t -= 1\n    print(t)\n"),
    (COUNT, "repeat count read later", "t = 3\nwhile t:\n    t -= 1\n    print('x')\nprint(t)\n"),
    (COUNT, "forever", "while True:\n    print(1)\n    break\n"),
    (COUNT, "start not just before", "i = 0\nk = 2\nwhile i < 3:\n    print(i)\n    i += 1\n"),
    ("neighbours-by-zip", "index used", "a = [1, 2]\nfor i in range(len(a) - 1):\n    print(i, a[i], a[i + 1])\n"),
    ("neighbours-by-zip", "list changed", "a = [1, 2]\nfor i in range(len(a) - 1):\n    a[i + 1] += a[i]\nprint(a)\n"),
    ("neighbours-by-zip", "index read later", "a = [1, 2]\nfor i in range(len(a) - 1):\n    print(a[i], a[i + 1])\nprint(i)\n"),
    ("neighbours-by-zip", "a dict", "a = {0: 1, 1: 2}\nfor i in range(len(a) - 1):\n    print(a[i], a[i + 1])\n"),
    ("neighbours-by-zip", "two lists", "a = [1, 2]\nb = [3, 4]\nfor i in range(len(a) - 1):\n    print(a[i], b[i + 1])\n"),
    ("neighbours-by-zip", "a fixed end", "a = [1, 2, 3]\nfor i in range(1):\n    print(a[i], a[i + 1])\n"),
    ("neighbours-by-zip", "zip is shadowed", "zip = 1\na = [1, 2]\nfor i in range(len(a) - 1):\n    print(a[i], a[i + 1], zip)\n"),
    ("sum-instead-of-loop", "text", "s = 0\nfor x in input():\n    s += int(x)\nprint(s)\n"),
    ("sum-instead-of-loop", "item read later", "xs = [1, 2]\ns = 0\nfor x in xs:\n    s += x\nprint(s, x)\n"),
    ("sum-instead-of-loop", "floats", "xs = [0.1, 0.2]\ns = 0\nfor x in xs:\n    s += x\nprint(s)\n"),
    ("sum-instead-of-loop", "sum is a variable", "sum = 1\nxs = [1, 2]\ns = 0\nfor x in xs:\n    s += x\nprint(s, sum)\n"),
    ("sum-instead-of-loop", "start is not zero", "xs = [1, 2]\ns = 5\nfor x in xs:\n    s += x\nprint(s)\n"),
]  # fmt: skip

SAME = [
    (COUNT, "i = 1\nwhile i <= 3:\n    if i == 2:\n        break\n    print(i)\n    i += 1\n"),
    (COUNT, "n = 4\ni = n - 1\nwhile i >= 0:\n    print(i)\n    i -= 1\n"),
    (COUNT, "n = 4\ni = n\nwhile i > 1:\n    # down\n    print(i)\n    # step\n    i -= 1\n    # end\n"),
    (COUNT, "for k in range(2):\n    j = 0\n    while j < 2 + k:\n        print(j)\n        j = j + 1\n"),
    (COUNT, "t = 3\nwhile t:\n    t -= 1\n    if 1:\n        continue\n    print(_)\nfor _ in range(2):\n    print(_)\n"),
    ("neighbours-by-zip", "a = 'abc'\nprint([a[i] + a[i + 1] for i in range(len(a) - 1) if a[i] < a[i + 1]])\n"),
    ("neighbours-by-zip", "a = [1]\nfor i in range(len(a) - 1):\n    print(a[i], a[i + 1])\nprint('end')\n"),
    ("sum-instead-of-loop", "xs = [1, 2]\n# total\ns = 0\nfor x in xs:\n    # add\n    s = s + x\nprint(s)\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source"), [pytest.param(n, s, id=f"{n}: {why}") for n, why, s in ALONE])
def test_is_left_alone(name: str, source: str) -> None:
    assert rewritten(name, source) is None


@pytest.mark.parametrize(("name", "source"), SAME)
def test_prints_the_same(name: str, source: str) -> None:
    after = rewritten(name, source)
    assert after is not None
    assert printed(after) == printed(source)
    assert after.count("#") == source.count("#")
