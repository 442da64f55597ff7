"""Comprehensions and their short forms: near misses, and look-alikes that must print the same."""

import pytest
from near_misses import printed, rewritten

APPEND = "comprehension-instead-of-append"
ALONE = [
    (APPEND, "target read later", "xs = []\nfor i in range(3):\n    xs.append(i)\nprint(xs, i)\n"),
    (APPEND, "target read by a function", "def f():\n    return i\nxs = []\nfor i in range(3):\n    xs.append(i)\nprint(f())\n"),
    (APPEND, "sees the list grow", "xs = []\nfor i in range(3):\n    xs.append(len(xs))\nprint(xs)\n"),
    (APPEND, "walks the list", "xs = [1]\nfor i in xs:\n    if i < 9:\n        xs.append(i * 2)\nprint(xs)\n"),
    (APPEND, "a function sees it grow", "def f():\n    return len(xs)\nxs = []\nfor i in range(3):\n    xs.append(f())\nprint(xs)\n"),
    (APPEND, "else clause", "xs = []\nfor i in range(3):\n    xs.append(i)\nelse:\n    xs.append(9)\n"),
    (APPEND, "walrus", "xs = []\nfor i in range(3):\n    xs.append(y := i)\nprint(y)\n"),
    (APPEND, "lambda", "xs = []\nfor i in range(3):\n    xs.append(lambda: i)\nprint(xs[0]())\n"),
    (APPEND, "yield", "def g():\n    xs = []\n    for i in range(3):\n        xs.append((yield i))\n    print(xs)\n"),
    (APPEND, "partly filled on error", "xs = []\ntry:\n    for i in [1, 0]:\n        xs.append(1 // i)\nexcept ZeroDivisionError:\n    print(xs)\n"),
    (APPEND, "class body", "class A:\n    k = 2\n    xs = []\n    for i in range(3):\n        xs.append(i * k)\n"),
    (APPEND, "more than the append", "xs = []\nfor i in range(3):\n    xs.append(i)\n    print(i)\n"),
    (APPEND, "no list", "class A:\n    def append(self, x):\n        print(x)\nxs = A()\nfor i in range(3):\n    xs.append(i)\n"),
    (APPEND, "subscripted target", "d = [0]\nxs = []\nfor d[0] in range(3):\n    xs.append(d[0])\n"),
    ("comprehension-instead-of-lambda", "default", "print(list(map(lambda x, k=2: x * k, [1])))\n"),
    ("comprehension-instead-of-lambda", "star", "print(list(map(lambda *a: a, [1])))\n"),
    ("comprehension-instead-of-lambda", "nested lambda", "fs = list(map(lambda x: lambda: x, [1, 2]))\nprint(fs[0]())\n"),
    ("comprehension-instead-of-lambda", "shadowed", "def map(f, x):\n    return [0]\nprint(list(map(lambda x: x, [1])))\n"),
    ("repeat-constant", "mutable", "g = [[] for _ in range(2)]\nprint(g)\n"),
    ("repeat-constant", "depends on the target", "g = [i for i in range(2)]\nprint(g)\n"),
    ("repeat-constant", "a call", "g = [input() for i in range(2)]\nprint(g)\n"),
    ("repeat-constant", "condition", "g = [0 for i in range(4) if i % 2]\nprint(g)\n"),
    ("repeat-constant", "two bounds", "g = [0 for i in range(1, 4)]\nprint(g)\n"),
    ("repeat-constant", "a name that may hold a list", "def f(x):\n    return [x for _ in range(3)]\nprint(f([1]))\n"),
    ("list-for-reduction", "stops early", "print(any(x > 1 for x in [1, 2]))\n"),
    ("list-for-reduction", "shadowed", "sum = next\nprint(sum(x for x in [1]))\n"),
    ("list-for-reduction", "two arguments", "print(max((x for x in [1]), []) if 0 else 0)\n"),
    ("map-builtin", "two arguments", "print([int(x, 2) for x in ['1']])\n"),
    ("map-builtin", "condition", "print([int(x) for x in ['1'] if x])\n"),
    ("map-builtin", "shadowed", "int = len\nprint([int(x) for x in ['11']])\n"),
    ("map-builtin", "map is shadowed", "map = 1\nprint([int(x) for x in ['11']], map)\n"),
    ("map-builtin", "lazy generator", "g = (int(x) for x in ['1'])\nprint(next(g))\n"),
]  # fmt: skip

SAME = [
    (APPEND, "xs = []\nfor i in range(3):\n    for j in range(i):\n        if i and j:\n            xs.append((i, j))\nprint(xs)\n"),
    (APPEND, "xs = []\nfor a, b in [(1, 2), (3, 4)]:\n    xs.append(a if a > 1 else b)\nprint(xs)\n"),
    (APPEND, "xs = []\nfor i in 1, 2:\n    if (1 if i > 1 else 0):\n        xs.append(i)\nprint(xs)\n"),
    (APPEND, "xs = set()\nfor i in range(9):\n    xs.add(i % 3)\nprint(xs)\n"),
    (APPEND, "def f(n):\n    xs = [n]\n    for i in range(n): xs.append(i)\n    return xs\nprint(f(3))\n"),
    (APPEND, "for i in range(2):\n    xs = []\n    for i in range(3):\n        xs.append(i)\n    print(xs)\n"),
    ("comprehension-instead-of-lambda", "a = 5\nprint(list(map(lambda a: a + 1, [a, 2])), a)\n"),
    ("comprehension-instead-of-lambda", "print(*map(lambda x: (x, 1), [1, 2]), sorted(map(lambda x: -x, [1, 2])))\n"),
    ("comprehension-instead-of-lambda", "print(list(filter(lambda x: x > 1 or x == 0, [0, 1, 2])), set(map(lambda x: x % 2, [1, 3])))\n"),
    ("repeat-constant", "n = 2\nprint([1 for _ in range(n - 3)], ['a' for i in range(n + 1)], [None for _ in range(n)])\n"),
    ("list-for-reduction", "print(sum(x for x in range(3)), min(x for x in [2, 1]), ','.join(c * 2 for c in 'ab'))\n"),
    ("map-builtin", "print([str(x) for x in [1, 2]], set(int(x) for x in '121'), tuple(len(x) for x in ['a']))\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source"), [pytest.param(n, s, id=f"{n}: {why}") for n, why, s in ALONE])
def test_is_left_alone(name: str, source: str) -> None:
    assert rewritten(name, source) is None


@pytest.mark.parametrize(("name", "source"), SAME)
def test_prints_the_same(name: str, source: str) -> None:
    after = rewritten(name, source)
    assert after is not None
    assert printed(after) == printed(source)
