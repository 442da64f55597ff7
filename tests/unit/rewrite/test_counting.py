"""Counting, adding up and folding: what is taken over by tables and builtins, and what is not."""

import pytest
from rewrite_cases import printed, rewritten

FIRES = [
    ("count-by-counter", "s = 'banana'\nfor c in s:\n    print(c, s.count(c))\n"),
    (
        "counting-loop-by-counter",
        "from collections import defaultdict\nd = defaultdict(int)\nfor c in 'aba':\n    d[c] += 1\nprint(d)\n",
    ),
    (
        "counting-loop-by-counter",
        "d = dict()\nfor c in 'aba':\n    if c not in d:\n        d[c] = 0\n    d[c] += 1\nprint(d)\n",
    ),
    (
        "pairs-by-counter",
        "a = [1, 1, 2]\nn = 3\nk = 0\nfor i in range(n - 1):\n    for j in range(i + 1, n):\n"
        "        if a[j] == a[i]:\n            k += 1\nprint(k)\n",
    ),
    ("sum-of-slice-by-running-sums", "a = [3, 1, 2]\nprint(max(sum(a[:i]) - sum(a[i:]) for i in range(4)))\n"),
    (
        "inner-sum-by-running-sums",
        "a = [3, 1, 2]\nfor i in range(3):\n    for j in range(i, 3):\n        t = 0\n"
        "        for k in range(i, j + 1):\n            t = t + a[k]\n        print(t)\n",
    ),
    (
        "extreme-of-slice-by-running-extremes",
        "a = [3, 1, 2]\nfor i in range(3):\n    print(min(a[:i + 1]), max(a[i:]))\n",
    ),
    ("add-sum-of-list", "a = [3, 1]\nt = 5\nfor i in range(len(a)):\n    t += a[i]\nprint(t)\n"),
    ("extreme-instead-of-loop", "a = ['b', 'a']\nm = 'x'\nfor s in a:\n    if m > s:\n        m = s\nprint(m)\n"),
    (
        "count-instead-of-loop",
        "a = [3, 1]\nt = 0\nx = 3\nfor i in range(len(a)):\n    if x == a[i]:\n        t += 1\nprint(t)\n",
    ),
    ("membership-instead-of-loop", "a = [3, 1]\nt = 0\nfor x in a:\n    if x == 3:\n        t = 1\nprint(t)\n"),
]


@pytest.mark.parametrize(("name", "source"), FIRES)
def test_the_program_prints_the_same(name: str, source: str) -> None:
    result = rewritten(name, source)
    assert result is not None
    assert printed(result) == printed(source)


STAYS = [
    ("count-by-counter", "a = [1, 2]\nfor x in range(3):\n    print(a.count(x))\n    a.append(x)\n"),
    ("count-by-counter", "s = input()\nfor w in ('ab', 'c'):\n    print(s.count(w))\n"),
    ("count-by-counter", "a = [[1]]\nfor x in range(3):\n    print(a.count([x]))\n"),
    ("counting-loop-by-counter", "d = {}\nprint(d)\nfor c in 'aba':\n    d[c] = d.get(c, 0) + 1\n"),
    ("counting-loop-by-counter", "d = {'a': 3}\nfor c in 'aba':\n    d[c] = d.get(c, 0) + 1\n"),
    ("counting-loop-by-counter", "d = {}\nfor c in 'aba':\n    d[c] = d.get(c, 0) + 1\nprint(c)\n"),
    ("counting-loop-by-counter", "d = {}\nfor c in 'aba':\n    d[c] += 1\n"),
    (
        "pairs-by-counter",
        "a = [1, 1]\nk = 0\nfor i in range(2):\n    for j in range(i, 2):\n"
        "        if a[i] == a[j]:\n            k += 1\n",
    ),
    (
        "pairs-by-counter",
        "a = [[1], [1]]\nk = 0\nfor i in range(2):\n    for j in range(i + 1, 2):\n"
        "        if a[i] == a[j]:\n            k += 1\n",
    ),
    ("sum-of-slice-by-running-sums", "a = [3, 1]\nfor i in range(3):\n    print(sum(a[:i]))\n    a[0] += 1\n"),
    ("sum-of-slice-by-running-sums", "a = [3, 1]\nfor i in range(3):\n    print(sum(a[-2:]))\n"),
    ("sum-of-slice-by-running-sums", "a = [3, 1]\nprint(sum(a[:1]))\n"),
    ("sum-of-slice-by-running-sums", "a = [0.1, 1]\nfor i in range(3):\n    print(sum(a[:i]))\n"),
    (
        "inner-sum-by-running-sums",
        "a = [3, 1]\nfor i in range(2):\n    t = 0\n    for j in range(2):\n        t += a[i]\n    print(t)\n",
    ),
    ("add-sum-of-list", "a = [0.1, 0.2]\nt = 0\nfor x in a:\n    t += x\nprint(t)\n"),
    ("add-sum-of-list", "a = [1, 2]\nt = 0\nfor x in a:\n    t += x\nprint(t, x)\n"),
    ("add-sum-of-list", "a = [1, 2]\nt = 0\nsum = 5\nfor x in a:\n    t += x\nprint(t, sum)\n"),
    ("extreme-instead-of-loop", "a = [1, 2]\nm = 0.5\nfor x in a:\n    if x > m:\n        m = x\nprint(m)\n"),
    (
        "extreme-instead-of-loop",
        "a = [1, 2]\nm = 0\nfor x in a:\n    if x > m:\n        m = x\n        k = 1\nprint(m)\n",
    ),
    ("count-instead-of-loop", "a = [1, 2]\nk = 0\nfor x in a:\n    if x == k:\n        k += 1\nprint(k)\n"),
    ("membership-instead-of-loop", "a = [1, 2]\nk = 0\nfor x in a:\n    if x == 2:\n        k = x\nprint(k)\n"),
    ("repeated-sorted-hoisted", "a = [2, 1]\nfor i in range(2):\n    b = sorted(a)\n    b.append(i)\n    print(b)\n"),
]


@pytest.mark.parametrize(("name", "source"), STAYS)
def test_near_misses_stay_as_they_are(name: str, source: str) -> None:
    assert rewritten(name, source) is None


A = "a = [3, 1, 4, 1, 5, 9, 2, 6]\nn = 8\nk = 0\n"
PAIRS = [
    ("inversions-by-insort", "if a[i] < a[j]:\n            k += 1\n"),
    ("inversions-by-insort", "if a[i] >= a[j]:\n            k += 1\n"),
    ("inversions-by-insort", "if a[j] >= a[i]:\n            k += 1\n"),
    ("inversions-by-insort", "if a[j] < a[i]:\n            k += 1\n"),
    ("closest-pair-by-sorting", "k = max(k, abs(a[i] - a[j]))\n"),
    ("closest-pair-by-sorting", "d = abs(a[j] - a[i])\n        if d > k:\n            k = d\n"),
]


@pytest.mark.parametrize(("name", "body"), PAIRS)
def test_pairs_come_out_the_same(name: str, body: str) -> None:
    source = f"{A}for i in range(n):\n    for j in range(i + 1, n):\n        {body}print(k)\n"
    result = rewritten(name, source)
    assert result is not None
    assert printed(result) == printed(source)


FORMULAS = [
    ("sum-of-range-by-formula", "for i in range(m, n):\n    k += i\n"),
    ("sum-of-range-by-formula", "k = sum(range(n)) + sum(range(3, n + 2)) + sum(range(n - m, 2 * n))\n"),
    ("repeated-sum-by-product", "for i in range(m, n):\n    k -= m\n"),
    ("repeated-sum-by-product", "for i in range(1, n + 1):\n    k += 1\n"),
    ("multiples-by-range", "for i in range(5, n):\n    if i % 3 == 0:\n        k += 1\n"),
    ("multiples-by-range", "for i in range(-4, n):\n    if not i % 3:\n        k += i\n"),
    ("inner-sum-by-running-sums", "for i in range(8):\n    for j in range(i + 1, 8):\n        k += a[i] * a[j]\n"),
]


@pytest.mark.parametrize(("name", "loop"), FORMULAS)
def test_formulas_give_what_the_loops_give(name: str, loop: str) -> None:
    for n, m in ((8, 3), (3, 8), (0, 0), (-5, 2), (1, -4)):
        source = f"a = [3, 1, 4, 1, 5, 9, 2, 6]\nn = {n}\nm = {m}\nk = 0\n{loop}print(k)\n"
        result = rewritten(name, source)
        assert result is not None
        assert printed(result) == printed(source)


NO_FORMULAS = [
    (
        "inversions-by-insort",
        A + "for i in range(n):\n    for j in range(n):\n        if a[i] < a[j]:\n            k += 1\n",
    ),
    (
        "closest-pair-by-sorting",
        A + "for i in range(n):\n    for j in range(i + 1, n):\n        k = max(k, a[i] - a[j])\n",
    ),
    (
        "largest-subarray-in-one-pass",
        A + "for i in range(n):\n    s = 0\n    for j in range(i + 1, n):\n        s += a[j]\n        k = max(k, s)\n",
    ),
    ("sum-of-range-by-formula", A + "for i in range(n):\n    k += i\nprint(i)\n"),
    ("repeated-sum-by-product", "k = 0.0\nfor i in range(3):\n    k += 0.1\nprint(k)\n"),
    ("repeated-sum-by-product", "k = 1\nfor i in range(3):\n    k += k\nprint(k)\n"),
    ("multiples-by-range", A + "for i in range(n):\n    if i % k == 0:\n        k += 1\n"),
    ("combinations-from-math", "def f(n):\n    return n\nn, r = 5, 2\nprint(f(n) // (f(r) * f(n - r)))\n"),
]


@pytest.mark.parametrize(("name", "source"), NO_FORMULAS)
def test_other_loops_keep_running(name: str, source: str) -> None:
    assert rewritten(name, source) is None
