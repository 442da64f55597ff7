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
