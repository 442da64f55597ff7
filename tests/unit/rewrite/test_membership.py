"""Sets in the place of lists: where they come in, and where a list must stay one."""

import pytest
from rewrite_cases import printed, rewritten

FIRES = [
    ("membership-in-set", "a = [1, 2]\ni = 0\nwhile i not in a or i < 2:\n    i += 1\nprint(i)\n"),
    ("membership-in-set", "def f(a):\n    for i in range(9):\n        if i in a:\n            print(i)\nf([3, 4])\n"),
    (
        "membership-in-set-of-held-list",
        "from collections import defaultdict\nd = defaultdict(list)\nfor i in range(9):\n    d[i % 2].append(i)\n"
        "for i in range(9):\n    if i in d[0]:\n        print(i)\n",
    ),
    (
        "set-instead-of-seen-list",
        "def walk(v):\n    seen.append(v)\n    for w in (2 * v, 2 * v + 1):\n        if w < 9 and w not in seen:\n"
        "            walk(w)\nseen = []\nwalk(1)\nprint(5 in seen)\n",
    ),
    (
        "set-beside-list",
        "a = [0]\nfor i in range(9):\n    if i * i % 7 not in a:\n        a.append(i * i % 7)\nprint(a[-1])\n",
    ),
    (
        "ask-set-before-searching",
        "a = [4, 7, 1]\nfor s in range(9):\n    for i in range(3):\n        if a[i] == s and i > 0:\n"
        "            print(s, i)\n",
    ),
]


@pytest.mark.parametrize(("name", "source"), FIRES)
def test_a_set_answers_and_the_program_prints_the_same(name: str, source: str) -> None:
    result = rewritten(name, source)
    assert result is not None
    assert "set(" in result
    assert printed(result) == printed(source)


STAYS = [
    # the list changes while the loop runs
    ("membership-in-set", "a = [1]\nfor i in range(5):\n    if i not in a:\n        a.append(i)\n"),
    ("membership-in-set", "a = [1]\ndef f():\n    a.append(2)\nfor i in range(5):\n    if i in a:\n        f()\n"),
    ("membership-in-set", "for i in range(5):\n    a = [i]\n    if i in a:\n        print(i)\n"),
    # not a list of hashable items, or a string, where `in` looks for parts
    ("membership-in-set", "a = [[1]]\nfor i in range(5):\n    if [i] in a:\n        print(i)\n"),
    ("membership-in-set", "a = input()\nfor c in ('a', 'bc'):\n    if c in a:\n        print(c)\n"),
    # asked once only
    ("membership-in-set", "a = [1]\nif 1 in a:\n    print(1)\n"),
    # the name of the builtin means something else
    ("membership-in-set", "set = 3\na = [1]\nfor i in range(5):\n    if i in a:\n        print(i)\n"),
    # names looked up by text
    ("membership-in-set", "a = [1]\nfor i in range(5):\n    if i in a:\n        print(globals()['a'])\n"),
    ("membership-in-set-of-held-list", "d = {}\nfor i in range(3):\n    if i in d[0]:\n        d[0] = [i]\n"),
    ("membership-in-set-of-held-list", "d = {'a': 'xyz'}\nfor c in input():\n    if c in d['a']:\n        print(c)\n"),
    # the list loses items, is handed on, or is changed by index
    ("set-instead-of-seen-list", "a = []\nfor i in range(5):\n    if i in a:\n        a.remove(i)\n    a.append(i)\n"),
    (
        "set-instead-of-seen-list",
        "a = []\nb = a\nfor i in range(5):\n    if i not in a:\n        a.append(i)\nprint(b)\n",
    ),
    ("set-instead-of-seen-list", "a = []\nfor i in range(5):\n    if i not in a:\n        a.append(i)\nprint(a)\n"),
    ("set-instead-of-seen-list", "a = []\nfor i in range(5):\n    if [i] not in a:\n        a.append([i])\n"),
    ("set-beside-list", "a = [0]\nfor i in range(5):\n    if i not in a:\n        a.append(i)\n    a[0] = i\n"),
    (
        "set-beside-list",
        "def f(x):\n    x.clear()\na = [0]\nfor i in range(5):\n    if i in a:\n        f(a)\n    a.append(i)\n",
    ),
    ("set-beside-list", "a = [0]\nfor i in range(5):\n    if i in a: a.append(len(a))\nprint(a)\n"),
    # the search has another branch, or its index is read later
    (
        "ask-set-before-searching",
        "a = [1]\nfor s in range(3):\n    for x in a:\n        if x == s:\n            print(x)\n"
        "        else:\n            print(0)\n",
    ),
    (
        "ask-set-before-searching",
        "a = [1]\nfor s in range(3):\n    for i in range(1):\n        if a[i] == s:\n            break\n    print(i)\n",
    ),
    (
        "ask-set-before-searching",
        "a = [1]\nfor s in range(3):\n    for i in range(1):\n        if a[i] == s:\n            a[i] = 5\n",
    ),
    (
        "ask-set-before-searching",
        "a = [1, 2]\nfor s in range(2):\n    for i in range(s, 0):\n        if a[i] == a[s + 1]:\n"
        "            print(i)\n",
    ),
]


@pytest.mark.parametrize(("name", "source"), STAYS)
def test_near_misses_stay_as_they_are(name: str, source: str) -> None:
    assert rewritten(name, source) is None
