"""Where rewrites could change the output: signs, nan, deep recursion. And what they say of themselves."""

import pytest
from near_misses import printed, rewritten

from ecode.rewrite.base import apply_rewrite
from ecode.rewrite.catalogue import by_name

FLOOR, LIBRARY, MIN_MAX, UPDATE = (
    "floor-division-instead-of-int",
    "library-instead-of-own-function",
    "conditional-instead-of-min-max",
    "if-instead-of-updating-by-min-max",
)
PAIRS = "4 6 / -4 6 / 4 -6 / -4 -6 / 0 -3 / -3 0 / 0 0 / 5 0 / 7 1 / -7 2"
READ = "for pair in input().split(' / '):\n    a, b = map(int, pair.split())\n"


def show(call: str) -> str:
    return f"{READ}    print({call})\n"


GCDS = (
    "def f(a, b):\n    while b:\n        a, b = b, a % b\n    return a\n",
    "def f(a, b):\n    while b > 0:\n        a, b = b, a % b\n    return a\n",
    "def f(a, b):\n    while a:\n        a, b = b % a, a\n    return b\n",
    "def f(a, b):\n    if b == 0:\n        return a\n    return f(b, a % b)\n",
    "def f(a, b):\n    if a == 0:\n        return b\n    return f(b % a, a)\n",
)
POWER = "def f(a, b, c):\n    r = 1\n    while b > 0:\n        if b % 2:\n            r = r * a % c\n        a = a * a % c\n        b //= 2\n    return r\n"
REDUCED = POWER.replace("return r\n", "return r % c\n")
FACTORIAL = "def f(n):\n    r = 1\n    for i in range(1, n + 1):\n        r *= i\n    return r\n"
FLOATS = "xs = list(map(float, '1 nan 3 nan -2'.split()))\nfor i in range(len(xs) - 1):\n    a, b = xs[i], xs[i + 1]\n"

SAME = [
    (FLOOR, show("int((a + b) / 2), int(a / 7), int(-a / 3)")),
    *((LIBRARY, gcd + show("f(a, b), f(b, a)")) for gcd in GCDS),
    *((LIBRARY, power + show("f(a, b, 7), f(a, b, 1), f(a, b, -5), f(7, a * b, 11)")) for power in (POWER, REDUCED)),
    (LIBRARY, FACTORIAL + show("f(a), f(b)")),
    (LIBRARY, GCDS[0] + "for i in range(9):\n    for j in range(9):\n        print(f(f(i, j), 6), f(i, 12))\n"),
    (LIBRARY, GCDS[0].replace("f(", "gcd(") + "print(gcd(12, 18), gcd(gcd(4, 6), 8))\n"),
    (LIBRARY, POWER + "M = 10 ** 9 + 7\nfor i in range(9):\n    print(f(i - 4, i, M))\n"),
    (MIN_MAX, FLOATS + "    print(min(a, b), max(a, b), min(a, 2), max(0, b), max(a - b, 0))\n"),
    (UPDATE, FLOATS + "    best = b\n    best = max(best, a)\n    print(best)\n"),
    (
        "buffered-print",
        "def f(x):\n    print(str(x))\n    print('\"' + str(x) + '\"')\n    print(str(str(x)) + '!')\nf(3)\n",
    ),
]


@pytest.mark.parametrize(("name", "source"), SAME)
def test_prints_the_same(name: str, source: str) -> None:
    after = rewritten(name, source)
    assert after is not None
    assert printed(after, PAIRS) == printed(source, PAIRS)


LEFT_ALONE = [
    (
        "count-instead-of-loop",
        "v = float('nan')\nxs = [v, 1.0]\nk = 0\nfor x in xs:\n    if x == v:\n        k += 1\nprint(k)\n",
    ),
    (
        "membership-instead-of-loop",
        "v = float('nan')\nxs = [v]\nf = 0\nfor x in xs:\n    if x == v:\n        f = 1\n        break\nprint(f)\n",
    ),
    (UPDATE, FLOATS + "    best = b\n    best = max(a, best)\n    print(best)\n"),
    (FLOOR, show("int(a / b)")),  # towards zero, whatever the sign of b
    (FLOOR, show("int(a / -2)")),
    *(
        (
            "memoise-recursion",
            f"{limit}def f(n):\n    if n < 2:\n        return n\n    return f(n - 1) + f(n - 2)\nprint(f(9))\n",
        )
        for limit in (
            "import sys\nsys.setrecursionlimit(10 ** 6)\n",
            "import sys\nsys.setrecursionlimit(300000)\n",
            "from sys import setrecursionlimit as limit\nlimit(10000)\n",
            "import sys\nraise_limit = sys.setrecursionlimit\nraise_limit(100000)\n",
            "import threading\nthreading.stack_size(1 << 27)\n",
        )
    ),
]


@pytest.mark.parametrize(("name", "source"), LEFT_ALONE)
def test_left_alone(name: str, source: str) -> None:
    assert rewritten(name, source) is None


def test_a_low_recursion_limit_is_no_obstacle() -> None:
    limit = "import sys\nsys.setrecursionlimit(2000)\n"
    source = "def f(n):\n    if n < 2:\n        return n\n    return f(n - 1) + f(n - 2)\nprint(f(9))\n"
    assert "@cache" in str(rewritten("memoise-recursion", limit + source))


LOOP = "for i in range(9):\n    print({})\n"
SEARCH = "n = int(input())\nlo, hi = 0, n\nwhile lo <= hi:\n    mid = int((lo + hi) / 2)\n    if mid * mid < n:\n        lo = mid + 1\n    else:\n        hi = mid - 1\n"
TEXTS = [
    (FLOOR, SEARCH, "mid = (lo + hi) // 2"),
    (FLOOR, LOOP.format("int(i / 2)"), "print(i // 2)"),
    (FLOOR, "n = int(input())\nif 0 <= n:\n    print(int(n / 2))\n", "print(n // 2)"),
    (FLOOR, "n = int(input())\nwhile n > 1:\n    n -= 9\n    print(int(n / 2))\n", "n // 2 if n >= 0 else -(-n // 2)"),
    (FLOOR, "def f(a):\n    return int(a / 2)\nprint(f(3), f(int(input())))\n", "a // 2 if a >= 0 else -(-a // 2)"),
    (LIBRARY, GCDS[0] + LOOP.format("f(i, 6)"), "print(gcd(i, 6))"),
    (LIBRARY, GCDS[0] + show("f(a, b)"), "return -gcd(a, b) if (b or a) < 0 else gcd(a, b)"),
    (MIN_MAX, LOOP.format("max(0, i), max(i, 3)"), "print(i if i > 0 else 0, 3 if i < 3 else i)"),
    (
        MIN_MAX,
        "for i in range(9):\n    x = min(i - 2, 5)\n    y = max(i * 3, x)\n    print(x, y)\n",
        "    i_times_3 = i * 3\n    y = x if x > i_times_3 else i_times_3\n",
    ),
    ("buffered-print", LOOP.format("str(i)"), 'write(f"{i}\\n")'),
    ("buffered-print", LOOP.format("str(i) + '\"!'"), "write(str(i) + '\"!\\n')"),
    (
        "readline-input",
        "import os\nfrom math import gcd\n\n\ndef f():\n    return int(input())\nprint(f())\n",
        "import os\nimport sys\nfrom math import gcd\ninput = sys.stdin.readline\n\n\ndef f():",
    ),
    (
        "memoise-helper",
        "def f(n):\n    while n > 9:\n        n //= 3\n    return n\nfor i in range(9):\n    print(f(i))\n",
        "from functools import cache\n\n\n@cache\ndef f",
    ),
    ("remove-unused-import", "import os\n\n\ndef f():\n    print(1)\nf()\n", "def f():\n    print(1)\nf()\n"),
]


@pytest.mark.parametrize(("name", "source", "expected"), TEXTS)
def test_reads_well(name: str, source: str, expected: str) -> None:
    after = rewritten(name, source)
    assert after is not None
    assert expected in after
    assert not after.startswith("\n")


SURE = "a = list(map(int, input().split()))\n"
SPECULATIVE = [
    ("product-instead-of-small-power", SURE + "for x in a:\n    print(x ** 2)\n", False),
    ("product-instead-of-small-power", "for x in map(float, input().split()):\n    print(x ** 2)\n", True),
    ("minimum-instead-of-sorted", SURE + "print(sorted(a)[0])\n", False),
    ("minimum-instead-of-sorted", SURE.replace("int", "float") + "print(sorted(a)[0])\n", True),
    (LIBRARY, GCDS[0] + show("f(a, b)"), False),
    (LIBRARY, GCDS[0] + "print(f(eval(input()), 2))\n", True),
    (FLOOR, LOOP.format("int(i / 2)"), True),  # the float was inexact for large numbers
    (MIN_MAX, LOOP.format("max(i, 2)"), False),
    ("hand-written-sort", by_name("hand-written-sort").examples[0].before, True),
    ("hand-written-sort", by_name("hand-written-sort").examples[1].before, False),
    *(
        (name, by_name(name).examples[0].before, True)
        for name in ("read-all-tokens", "readline-input", "combinations-from-math")
    ),
]


@pytest.mark.parametrize(("name", "source", "expected"), SPECULATIVE)
def test_says_whether_it_is_speculative(name: str, source: str, expected: bool) -> None:
    result = apply_rewrite(by_name(name), source)
    assert result is not None
    assert result.speculative is expected
    assert by_name(name).speculative or not expected
