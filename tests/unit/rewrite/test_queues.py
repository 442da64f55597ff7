"""Queues, strings, memory and divisors: near misses that must stay as they are, and a few more hits."""

import pytest
from rewrite_cases import printed, rewritten

FIRES = [
    (
        "deque-for-front-of-list",
        "a = list(range(5))\nwhile len(a) > 1:\n    a.append(a[0])\n    del a[0]\n    del a[0]\nprint(*a)\n",
    ),
    ("append-instead-of-concatenation", "a = [0]\nfor i in range(3):\n    a = a + [a[-1] + i]\nprint(a)\n"),
    (
        "delete-many-at-once",
        "a = [1, 2, 3]\nwhile a:\n    for _ in range(2):\n        if a:\n            a.pop()\n    print(a)\n",
    ),
    (
        "join-instead-of-concatenation",
        "def f(n):\n    s = 'x'\n    for i in range(n):\n        if i % 2:\n"
        "            s = str(i) + s\n    return s\nprint(f(9))\n",
    ),
    (
        "palindrome-by-slice",
        "def f(s):\n    n = len(s)\n    for i in range(n // 2):\n        if s[i] != s[-i - 1]:\n"
        "            return False\n    return True\nprint(f('abba'), f('ab'))\n",
    ),
    (
        "memoise-recursion",
        "def ways(n, k):\n    return 1 if n == 0 or k == 0 else ways(n - 1, k) + ways(n, k - 1)\nprint(ways(5, 6))\n",
    ),
    (
        "divisors-to-root",
        "for n in range(1, 20):\n    t = 0\n    for i in range(1, n + 1):\n        if n % i == 0:\n"
        "            t += i\n    print(t)\n",
    ),
    (
        "factorial-from-math",
        "for n in range(5):\n    f = 2\n    for i in range(2, n + 1):\n        f = f * i\n    print(f)\n",
    ),
]


@pytest.mark.parametrize(("name", "source"), FIRES)
def test_the_program_prints_the_same(name: str, source: str) -> None:
    result = rewritten(name, source)
    assert result is not None
    assert printed(result) == printed(source)


STAYS = [
    # indexed in the middle, printed as a list, known by another name, sliced
    ("deque-for-front-of-list", "a = [1, 2]\nwhile a:\n    print(a[1])\n    a.pop(0)\n"),
    ("deque-for-front-of-list", "a = [1, 2]\nwhile a:\n    print(a)\n    a.pop(0)\n"),
    ("deque-for-front-of-list", "a = [1, 2]\nb = a\nwhile a:\n    a.pop(0)\nprint(b[0:1])\n"),
    ("deque-for-front-of-list", "def f(a):\n    while a:\n        a.pop(0)\nf([1, 2])\n"),
    ("append-instead-of-concatenation", "a = []\nb = a\nfor i in range(3):\n    a = a + [i]\nprint(b)\n"),
    (
        "append-instead-of-concatenation",
        "def f(a):\n    for i in range(3):\n        a = a + [i]\n    return a\nb = []\nprint(f(b), b)\n",
    ),
    ("append-instead-of-concatenation", "a = ()\nfor i in range(3):\n    a += (i,)\n"),
    ("delete-many-at-once", "a = [1, 2]\nfor i in range(3):\n    if len(a) > 0:\n        del a[0]\n"),
    # the string is read in the loop, grows at both ends, or is no string
    ("join-instead-of-concatenation", "s = ''\nfor i in range(3):\n    s += str(len(s))\nprint(s)\n"),
    ("join-instead-of-concatenation", "s = ''\nfor i in range(3):\n    s += 'a'\n    s = 'b' + s\nprint(s)\n"),
    ("join-instead-of-concatenation", "s = ''\nfor i in range(3):\n    s += 'a'\n    print(s)\n"),
    ("join-instead-of-concatenation", "s = 0\nfor i in range(3):\n    s += i\nprint(s)\n"),
    (
        "join-instead-of-concatenation",
        "s = ''\ndef f():\n    global s\n    for i in range(3):\n        s += 'a'\nf()\n",
    ),
    (
        "join-instead-of-concatenation",
        "s = ''\ntry:\n    for i in range(3):\n        s += 'a'\nexcept KeyError:\n    pass\n",
    ),
    (
        "palindrome-by-slice",
        "s = 'ab'\nfor i in range(len(s) // 2):\n    if s[i] != s[len(s) - i - 2]:\n        print(0)\n",
    ),
    (
        "palindrome-by-slice",
        "s = 'ab'\nk = 0\nfor i in range(len(s) // 2):\n    if s[i] != s[-i - 1]:\n        k = i\n",
    ),
    ("reverse-by-slice", "a = [1]\nr = 0\nfor c in a:\n    r = c + r\n"),
    # the function prints, reads what changes, takes lists, or has an answer that can be changed
    ("memoise-recursion", "def f(n):\n    print(n)\n    return 1 if n < 2 else f(n - 1) + f(n - 2)\nf(5)\n"),
    (
        "memoise-recursion",
        "t = 0\ndef f(n):\n    global t\n    t += 1\n    return 1 if n < 2 else f(n - 1) + f(n - 2)\nf(5)\n",
    ),
    (
        "memoise-recursion",
        "m = 0\ndef f(n):\n    return m if n < 2 else f(n - 1) + f(n - 2)\nfor m in range(3):\n    print(f(5))\n",
    ),
    (
        "memoise-recursion",
        "a = [1, 2]\ndef f(n):\n    return a[n] if n < 2 else f(n - 1) + f(n - 2)\n"
        "for i in range(3):\n    a[0] = i\n    print(f(5))\n",
    ),
    ("memoise-recursion", "def f(a):\n    return 0 if not a else f(a[1:]) + f(a[2:])\nprint(f([1, 2]))\n"),
    ("memoise-recursion", "def f(n):\n    return [] if n < 1 else f(n - 1) + f(n - 2)\nprint(f(3))\n"),
    ("memoise-recursion", "def f(n):\n    return 1 if n < 2 else n * f(n - 1)\nprint(f(3))\n"),
    (
        "memoise-helper",
        "def f(n):\n    for i in range(n):\n        print(i)\n    return n\nfor i in range(3):\n    f(i)\n",
    ),
    ("divisors-to-root", "n = 6\nt = 0\nfor i in range(1, n):\n    if n % i == 0:\n        t += i\nprint(t)\n"),
    ("divisors-to-root", "n = 6\nt = 0\nfor i in range(1, n + 1):\n    if n % i == 0:\n        t += i * i\nprint(t)\n"),
    ("divisors-to-root", "n = 6\nt = 0\nfor i in range(1, n + 1):\n    if n % i == 0:\n        t += i\nprint(t, i)\n"),
    ("factorial-from-math", "f = 1\nn = 4\nfor i in range(1, n):\n    f *= i\nprint(f)\n"),
    ("factorial-from-math", "f = 1\nn = 4\nfor i in range(1, n + 1):\n    f *= i\nprint(f, i)\n"),
]


@pytest.mark.parametrize(("name", "source"), STAYS)
def test_near_misses_stay_as_they_are(name: str, source: str) -> None:
    assert rewritten(name, source) is None
