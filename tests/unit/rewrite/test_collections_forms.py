"""Containers as they are: near misses, and look-alikes that must print the same."""

import pytest
from near_misses import printed, rewritten

COPY = "drop-needless-copy"
ALONE = [
    (COPY, "a real copy", "xs = [1]\nys = list(xs)\nys.append(2)\nprint(xs)\n"),
    (COPY, "list of a map is kept", "xs = list(map(int, input().split()))\nprint(xs)\n"),
    (COPY, "shadowed", "def list(x):\n    return 5\nprint(sorted([list([1])]))\n"),
    (COPY, "stops early", "print(any(list(map(int, '01'))))\n"),
    (COPY, "two arguments", "print(max(list([1]), list((2,))) if 0 else 0, min(list('a'), ['b']))\n".replace("list([1])", "[1]")),
    (COPY, "starred targets", "a, *b = list(range(3)) if 0 else [1]\nprint(a)\n"),
    (COPY, "split that is not text's", "class A:\n    def split(self):\n        return (1,)\nprint(list(A().split()))\n"),
    ("minimum-instead-of-sorted", "second smallest", "print(sorted([2, 1])[1])\n"),
    ("minimum-instead-of-sorted", "largest by key", "print(sorted([1, -1], key=abs)[-1])\n"),
    ("minimum-instead-of-sorted", "reversed", "print(sorted([1, 2], reverse=True)[0])\n"),
    ("minimum-instead-of-sorted", "min is shadowed", "min = 5\nprint(sorted([1, 2])[0], min)\n"),
    ("minimum-instead-of-sorted", "backwards by key", "print(sorted([1, -1], key=abs)[::-1])\n"),
    ("ask-dict-itself", "no dict", "class A:\n    def keys(self):\n        return [1]\nprint(1 in A().keys())\n"),
    ("ask-dict-itself", "keys are kept", "d = {1: 2}\nks = list(d.keys())\nprint(ks)\n"),
    ("get-instead-of-branch", "a list", "d = [1, 0]\nx = 1\nif x in d:\n    d[x] += 1\nelse:\n    d[x] = 1\nprint(d)\n"),
    ("get-instead-of-branch", "lists as values", "d = {}\nx = 1\nif x in d:\n    d[x] += [1]\nelse:\n    d[x] = [1]\nprint(d)\n"),
    ("get-instead-of-branch", "other start", "d = {}\nx = 1\nif x in d:\n    d[x] += 1\nelse:\n    d[x] = 2\nprint(d)\n"),
    ("get-instead-of-branch", "key with effect", "d = {}\nif input() in d:\n    d[input()] += 1\nelse:\n    d[input()] = 1\n"),
    ("get-instead-of-branch", "other dict", "d = {}\ne = {}\nif 1 in d:\n    e[1] += 1\nelse:\n    e[1] = 1\n"),
    ("dict-instead-of-ordered-dict", "order is changed", "from collections import OrderedDict\nd = OrderedDict(a=1)\nd.move_to_end('a')\n"),
    ("dict-instead-of-ordered-dict", "popitem", "from collections import OrderedDict\nd = OrderedDict(a=1)\nd.popitem(last=False)\n"),
    ("dict-instead-of-ordered-dict", "dict is shadowed", "from collections import OrderedDict\ndict = 1\nd = OrderedDict(a=dict)\n"),
    ("pause-garbage-collector", "few containers", "n = 3\nfor i in range(n):\n    print(i)\n"),
    ("pause-garbage-collector", "collector is used", "import gc\nprint([[i] for i in range(3)])\ngc.collect()\n"),
]  # fmt: skip

SAME = [
    (COPY, "s = 'b a'\nprint(list(s.split()), sum(list(map(int, '12'))), set(list('aa')), tuple(list('ab')))\n"),
    (COPY, "print(' '.join(list(map(str, [1, 2]))), sorted(list('ba'), key=ord), *list(range(2)))\n"),
    (COPY, "[a, b] = list(map(int, '12'))\nprint(a, b, list(sorted('ba')), list([x for x in 'ab']))\n"),
    ("minimum-instead-of-sorted", "try:\n    print(sorted({3, 2})[0], sorted('abc')[-1], sorted([1, 3, 2])[::-1])\nexcept ValueError:\n    print(0)\n"),
    ("ask-dict-itself", "d = {1: 2}\nprint(1 in d.keys(), 2 not in list(d), len(d.keys()), [k for k in d.keys()])\n"),
    ("get-instead-of-branch", "d = {}\nfor x in 'aab':\n    # seen\n    if x not in d:\n        d[x] = 2\n    else:\n        d[x] = d[x] + 2\nprint(d)\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source"), [pytest.param(n, s, id=f"{n}: {why}") for n, why, s in ALONE])
def test_is_left_alone(name: str, source: str) -> None:
    assert rewritten(name, source) is None


@pytest.mark.parametrize(("name", "source"), SAME)
def test_prints_the_same(name: str, source: str) -> None:
    after = rewritten(name, source)
    assert after is not None
    assert printed(after) == printed(source)
