"""Sorting, selecting and searching by hand: what is recognised, and what only looks like it."""

import pytest
from rewrite_cases import printed, rewritten

START = "a = [5, 3, 8, 1, 1, 9, 2]\nn = len(a)\n"
SWAP = "            a[j], a[j + 1] = a[j + 1], a[j]\n"
SORTS = [
    "for i in range(n):\n    for j in range(n - 1):\n        if a[j] > a[j + 1]:\n" + SWAP,
    "for i in range(n - 1):\n    for j in range(0, n - i - 1):\n        if a[j + 1] < a[j]:\n" + SWAP,
    "for i in range(n):\n    for j in range(n - 1 - i):\n        if a[j] < a[j + 1]:\n" + SWAP,
    "for i in range(1, n):\n    for j in range(n - i):\n        if a[j] > a[j + 1]:\n" + SWAP,
    "for i in range(n):\n    for j in range(1, n):\n        if a[j - 1] > a[j]:\n"
    "            t = a[j]\n            a[j] = a[j - 1]\n            a[j - 1] = t\n",
    "for i in range(n - 1):\n    for j in range(i + 1, n):\n        if a[j] < a[i]:\n"
    "            a[i], a[j] = a[j], a[i]\n",
    "for i in range(n):\n    k = i\n    for j in range(i + 1, n):\n        if a[j] < a[k]:\n            k = j\n"
    "    a[i], a[k] = a[k], a[i]\n",
    "for i in range(n):\n    k = i\n    for j in range(i + 1, n):\n        if a[k] < a[j]:\n            k = j\n"
    "    if k != i:\n        t = a[i]\n        a[i] = a[k]\n        a[k] = t\n",
    "for i in range(1, n):\n    x = a[i]\n    j = i - 1\n    while j >= 0 and x > a[j]:\n        a[j + 1] = a[j]\n"
    "        j -= 1\n    a[j + 1] = x\n",
]


@pytest.mark.parametrize("loop", SORTS)
def test_sorting_by_hand_is_recognised(loop: str) -> None:
    source = START + loop + "print(a)\n"
    result = rewritten("hand-written-sort", source)
    assert result is not None
    assert "sorted(" in result
    assert printed(result) == printed(source)


NO_SORTS = [
    # too few rounds, or not all neighbours
    "for i in range(3):\n    for j in range(n - 1):\n        if a[j] > a[j + 1]:\n" + SWAP,
    "for i in range(n):\n    for j in range(1, n - 1):\n        if a[j] > a[j + 1]:\n" + SWAP,
    "for i in range(n):\n    for j in range(n - i - 2):\n        if a[j] > a[j + 1]:\n" + SWAP,
    # compares other places than it swaps, or another list
    "for i in range(n):\n    for j in range(n - 2):\n        if a[j] > a[j + 2]:\n" + SWAP,
    "b = a[::-1]\nfor i in range(n):\n    for j in range(n - 1):\n        if b[j] > b[j + 1]:\n" + SWAP,
    # counts the swaps, or prints an index afterwards
    "for i in range(n):\n    for j in range(n - 1):\n        if a[j] > a[j + 1]:\n" + SWAP + "            n += 0\n",
    "for i in range(n):\n    for j in range(n - 1):\n        if a[j] > a[j + 1]:\n" + SWAP + "print(j)\n",
    "for i in range(n):\n    for j in range(i):\n        if a[i] > a[j]:\n            a[i], a[j] = a[j], a[i]\n",
]


@pytest.mark.parametrize("loop", NO_SORTS)
def test_other_swaps_are_left_alone(loop: str) -> None:
    assert rewritten("hand-written-sort", START + loop) is None


HALVING = (
    "l, h = 0, len(a){0}\nwhile l {1} h:\n    m = (l + h) // 2\n    if {2}:\n        {3}\n    else:\n        {4}\n"
)
SORTED = "a = [1, 3, 3, 7]\nfor x in range(9):\n    "
RIGHT, LEFT, LEFT_INCLUSIVE = "l = m + 1", "h = m", "h = m - 1"
SEARCHES = [
    ("bisect-instead-of-loop", HALVING.format("", "<", "a[m] < x", RIGHT, LEFT)),
    ("bisect-instead-of-loop", HALVING.format("", "<", "x < a[m]", LEFT, RIGHT)),
    ("bisect-instead-of-inclusive-loop", HALVING.format(" - 1", "<=", "a[m] <= x", RIGHT, LEFT_INCLUSIVE)),
    ("bisect-instead-of-inclusive-loop", HALVING.format(" - 1", "<=", "x <= a[m]", LEFT_INCLUSIVE, RIGHT)),
]


@pytest.mark.parametrize(("name", "search"), SEARCHES)
def test_binary_search_by_hand_is_recognised(name: str, search: str) -> None:
    source = SORTED + search.replace("\n", "\n    ") + "print(l, h)\n"
    result = rewritten(name, source)
    assert result is not None
    assert "bisect" in result
    assert printed(result) == printed(source)


STAYS = [
    (
        "bisect-instead-of-loop",
        SORTED + HALVING.format("", "<", "a[m] < x", RIGHT, LEFT).replace("\n", "\n    ") + "print(m)\n",
    ),
    (
        "bisect-instead-of-loop",
        SORTED + HALVING.format("", "<", "a[m] < m", RIGHT, LEFT).replace("\n", "\n    ") + "print(l)\n",
    ),
    (
        "bisect-instead-of-loop",
        SORTED + HALVING.format("", "<", "a[m] < x", "l = m", LEFT).replace("\n", "\n    ") + "print(l)\n",
    ),
    # the order of the items matters later, or the list is bound in the loop
    ("keep-list-sorted", "a = [3, 1]\nwhile max(a) > 1:\n    a[a.index(max(a))] -= 1\nprint(a)\n"),
    ("keep-list-sorted", "a = [3, 1]\nwhile max(a) > 1:\n    a[a.index(max(a))] -= 1\n    a[0] = 0\n"),
    ("keep-list-sorted", "for i in range(3):\n    a = [3, i]\n    print(max(a))\n"),
    (
        "sort-instead-of-heap",
        "import heapq\na = [3, 1]\nheapq.heapify(a)\nheapq.heappush(a, 2)\nprint(heapq.heappop(a))\n",
    ),
    ("sort-instead-of-heap", "import heapq\na = [3, 1]\nheapq.heapify(a)\nprint(a)\n"),
    ("sort-instead-of-heap", "import heapq\na = [3, 1]\nheapq.heapify(a)\na[0] = 5\nprint(heapq.heappop(a))\n"),
    (
        "sort-instead-of-heap",
        "import heapq\na = [3, 1]\nfor i in range(2):\n    a.append(i)\n    heapq.heapify(a)\n"
        "    print(heapq.heappop(a))\n",
    ),
    (
        "tighter-search-bound",
        "t = 5\nl, h = 0, 100\nwhile h - l > 1:\n    m = (l + h) // 2\n    if m < t:\n"
        "        l = m\n    else:\n        h = m\n",
    ),
    # the values change while the loop runs; the limit is no plain name; an else branch adds something else
    (
        "clamped-sum-by-bisect",
        "a = [1, 2]\nfor k in range(3):\n    s = 0\n    for i in range(2):\n        s += min(a[i], k)\n    a[0] = s\n",
    ),
    (
        "clamped-sum-by-bisect",
        "a = [1, 2]\nfor k in range(3):\n    s = 0\n    for i in range(2):\n        s += min(a[i], i)\n    print(s)\n",
    ),
    (
        "clamped-sum-by-bisect",
        "a = [0.5, 2]\nfor k in range(3):\n    s = 0\n    for x in a:\n        s += min(x, k)\n    print(s)\n",
    ),
]


@pytest.mark.parametrize(("name", "source"), STAYS)
def test_near_misses_stay_as_they_are(name: str, source: str) -> None:
    assert rewritten(name, source) is None


CLAMPED = [
    "s += max(x, k)",
    "s += max(0, x - k)",
    "s += max(x - k, 0)",
    "s = s + min(k, x)",
    "if x <= k:\n            s += 1",
    "if k < x:\n            s += 1",
    "if k <= x:\n            s += x - k",
    "if x > k:\n            s += k\n        else:\n            s += x",
    "if x < k:\n            s += x",
]


@pytest.mark.parametrize("body", CLAMPED)
def test_clamped_sums_come_out_the_same(body: str) -> None:
    source = f"a = [5, 3, 3, 8, 1]\nfor k in range(11):\n    s = 0\n    for x in a:\n        {body}\n    print(s)\n"
    result = rewritten("clamped-sum-by-bisect", source)
    assert result is not None
    assert "bisect" in result
    assert printed(result) == printed(source)
