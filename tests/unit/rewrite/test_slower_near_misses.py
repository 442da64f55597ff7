"""Where the rewrites towards slower code stay away, and what they do to programs that are easily broken."""

import pytest
from rewrite_cases import printed

from ecode.rewrite.base import apply_rewrite
from ecode.rewrite.catalogue import by_name


def slower(name: str, source: str) -> str | None:
    result = apply_rewrite(by_name(name), source)
    return None if result is None else result.source


STAYS = [
    ("list-instead-of-set", "s = set(input())\nfor c in 'ab':\n    if c in s:\n        print(len(s))\n"),
    ("seen-list-instead-of-seen-set", "s = set()\nfor i in range(4):\n    if i not in s:\n        s.add(i)\nprint(s)\n"),
    ("seen-list-instead-of-seen-set", "s = set()\nfor i in range(4):\n    if i not in s:\n        s.add(i)\n        s.remove(i)\n"),
    ("membership-in-list-of-keys", "d = [1]\nfor i in range(3):\n    print(i in d)\n"),
    ("loop-instead-of-sum", "print([sum(x) for x in ([1], [2])])\n"),  # cannot be moved out of the comprehension
    ("loop-instead-of-sum", "print(0.5 if len('a') > 1 else sum([1, 2]))\n"),
    ("loop-instead-of-sum", "x = [0.1] * 10\nprint(sum(x))\n"),
    ("loop-instead-of-maximum", "try:\n    print(max([]))\nexcept ValueError:\n    print('none')\n"),
    ("append-loop-instead-of-comprehension", "x = [1]\nx = [x for x in x]\nprint(x)\n"),
    ("tokens-converted-one-by-one", "*a, = map(int, input().split())\nprint(a)\n"),
    ("index-loop-over-list", "a = [1, 2]\nfor x in a:\n    if x < 9:\n        a.append(x * 5)\nprint(a)\n"),
    ("index-loop-over-list", "a = [1, 2]\nfor a in a:\n    print(a)\n"),
    ("index-loop-instead-of-enumerate", "a = {4: 1}\nfor i, x in enumerate(a):\n    print(i, x)\n"),
    ("while-instead-of-for", "for i in range(3):\n    if i == 1:\n        continue\n    print(i)\n"),
    ("while-instead-of-for", "for i in range(3):\n    print(i)\nprint(i)\n"),
    ("while-instead-of-for", "n = 3\nfor i in range(n):\n    n -= 1\n    print(i)\n"),
    ("full-range-with-test", "n = int(input())\nfor i in range(n, 5):\n    print(i)\n"),  # may start below zero
    ("no-break-after-success", "for i in range(3):\n    if i:\n        x = i\n        break\nprint(x)\n"),
    ("invariant-recomputed-at-each-use", "a = [1]\nn = len(a)\nfor i in range(3):\n    a.append(i)\n    print(n)\n"),
    ("invariant-recomputed-at-each-use", "it = map(int, '123')\nn = sum(it)\nfor i in range(3):\n    print(n)\n"),
    ("invariant-recomputed-at-each-use", "b = [1]\nn = len(b)\nprint([n for b in range(3)])\n"),
    ("list-count-instead-of-counter", "from collections import Counter\na = [1]\nc = Counter(a)\nc[1] -= 1\nprint(c[1])\n"),
    ("sum-of-prefix-each-time", "a = [1, 2]\ns = 0\nfor i in range(2):\n    if i:\n        continue\n    s += a[i]\nprint(s)\n"),
    ("sum-of-prefix-each-time", "a = [1, 2]\ns = 0\nfor j in range(2):\n    for i in range(2):\n        s += a[i]\nprint(s)\n"),
    ("list-instead-of-deque", "from collections import deque\nq = deque([1], maxlen=2)\nq.append(2)\nprint(*q)\n"),
    ("list-instead-of-deque", "from collections import deque\nq = deque([1, 2])\nq.appendleft(q.popleft())\nprint(len(q))\n"),
    ("scan-instead-of-heap", "from heapq import heappush, heappop\nh = [2]\nheappush(h, heappop(h))\nprint(heappop(h))\n"),
    ("list-copied-to-grow", "a = []\nb = a\nfor i in range(3):\n    a.append(i)\nprint(b)\n"),
    ("list-copied-to-grow", "a = [1]\nfor x in a:\n    if x < 9:\n        a.append(x + 5)\nprint(a)\n"),
    ("sum-of-slice-each-time", "a = [1, 2]\np = [0]\nfor x in a:\n    p.append(p[-1] + x)\na[0] = 5\nprint(p[2] - p[0])\n"),
    ("sum-of-slice-each-time", "a = [1, 2]\np = [0]\nfor x in a:\n    p.append(p[-1] + x)\nprint(p)\n"),
    ("test-instead-of-defaultdict", "from collections import defaultdict\nd = defaultdict(int)\nprint(d[1], d)\n"),
    ("test-instead-of-defaultdict", "from collections import defaultdict\nd = defaultdict(int)\nd[0] += len(d)\nprint(d[0])\n"),
    ("bubble-sort", "a = [[2], [1]]\na.sort()\nprint(a)\n"),
    ("swap-by-temporary", "a = [1, 0]\na[0], a[a[0]] = a[a[0]], a[0]\nprint(a)\n"),
    ("main-unwrapped", "x = 1\ndef main():\n    x = 2\n    print(x)\nmain()\nprint(x)\n"),
    ("main-unwrapped", "def main():\n    if input():\n        return\n    print(1)\nmain()\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source"), STAYS)
def test_left_alone(name: str, source: str) -> None:
    assert slower(name, source) is None


CHANGES = [
    ("text-by-concatenation", "t = ''.join('x' if c > 'b' else '-' for c in 'abcd')\nprint(t)\n", ""),
    ("text-by-concatenation", "print(' + '.join(x for x in []) + '!')\n", ""),
    ("append-loop-instead-of-comprehension", "x = 7\ny = [x * x for x in range(3)]\nprint(x, y)\n", ""),
    ("append-loop-instead-of-map", "def f(x):\n    return x + str(len(a))\na = [1]\na = list(map(f, 'ab'))\nprint(a)\n", ""),
    ("while-instead-of-for", "for _ in range(3):\n    print(_ + 1)\n", ""),
    ("single-steps-with-test", "for i in range(2, 20, 3):\n    print(i)\n", ""),
    ("concatenation-instead-of-f-string", "a = 3\nfor i in range(2):\n    print(f'{{{i}}} {a, i}')\n", ""),
    ("input-instead-of-readline", "import sys\ninput = lambda: sys.stdin.readline().rstrip()\nprint(int(input()))\n", "4\n"),
    ("comparison-chain-split", "print(not 1 < 2 < 3, 3 > 2 > 5)\n", ""),
    ("extreme-of-prefix-each-time", "a = [4, 1, 6]\nm = -1\nfor i in range(3):\n    m = max(a[i], m)\n    print(m)\n", ""),
    ("remove-repeats-by-scanning", "print(len(set(int(x) for x in input().split())))\n", "1 01 2\n"),
    ("flag-instead-of-any-or-all", "a = [1, 2]\nif any(x > 1 for x in a):\n    print('yes')\n", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source", "stdin"), CHANGES)
def test_prints_the_same(name: str, source: str, stdin: str) -> None:
    after = slower(name, source)
    assert after is not None
    assert printed(after, stdin) == printed(source, stdin)


def test_what_breaks_a_keyword_is_left_alone() -> None:
    assert slower("parity-by-text", "for i in range(3):\n    if(i)%2==0:\n        print(i)\n") is None
