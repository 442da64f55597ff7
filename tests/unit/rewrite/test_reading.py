"""Reading: what keeps its way of reading, and what each read becomes."""

import pytest
from near_misses import printed, rewritten

READ = "n = int(input())\nfor _ in range(n):\n"

ALONE = [
    ("readline-input", "a prompt", "for _ in range(2):\n    x = input('? ')\n    print(x)\n"),
    ("readline-input", "passed as a value", "for x in iter(input, ''):\n    print(input())\n"),
    ("readline-input", "end of input is caught", "while 1:\n    try:\n        print(input())\n    except EOFError:\n        break\n"),
    ("readline-input", "a bare except", "while 1:\n    try:\n        print(input())\n    except:\n        break\n"),
    ("readline-input", "shadowed", "def input():\n    return '1'\nfor _ in range(2):\n    print(input())\n"),
    ("readline-input", "read once", "print(input())\n"),
    ("readline-input", "another stdin", "import sys\nsys.stdin = open('x')\nfor _ in range(2):\n    print(input())\n"),
    ("read-bytes", "text wanted", "import sys\nfor _ in range(2):\n    print(sys.stdin.readline())\n"),
    ("read-bytes", "split by text", "import sys\nfor _ in range(2):\n    print(*map(int, sys.stdin.readline().split(',')))\n"),
    ("read-bytes", "words", "import sys\nfor _ in range(2):\n    w = sys.stdin.readline().split()\n    print(int(w[0]))\n"),
    ("read-bytes", "also read by input()", "import sys\nx = input()\nfor _ in range(2):\n    print(int(sys.stdin.readline()))\n"),
    ("read-bytes", "whole lines elsewhere", "import sys\nx = int(sys.stdin.readline())\nfor line in sys.stdin:\n    print(line)\n"),
    ("read-all-tokens", "unknown count", READ + "    xs = list(map(int, input().split()))\n    print(xs)\n"),
    ("read-all-tokens", "text", READ + "    s = input()\n    print(s)\n"),
    ("read-all-tokens", "starred", READ + "    a, *b = map(int, input().split())\n    print(a)\n"),
    ("read-all-tokens", "floats", READ + "    x = float(input())\n    print(x)\n"),
    ("read-all-tokens", "skipped line", READ + "    input()\n    x = int(input())\n    print(x)\n"),
    ("read-all-tokens", "the rest is read", READ + "    x = int(input())\nimport sys\nprint(sys.stdin.read())\n"),
    ("read-all-tokens", "bases", READ + "    x = int(input(), 2)\n    print(x)\n"),
]  # fmt: skip

SAME = [
    ("readline-input", READ + "    s = input()\n    print(s, len(s), s[::-1], s == 'ab')\n", "2\nab\n cd \n"),
    ("readline-input", READ + "    print(input().split(' '))\n    print(list(input()))\n", "2\na b\nc d\ne f\n\n"),
    ("readline-input", READ + "    print(sum(map(int, input().split(' '))))\n", "2\n1 2\n3 4\n"),
    ("readline-input", READ + "    print(input().strip(), input().rstrip('b'))\n", "1\n ab \nab"),
    ("readline-input", "f = lambda: input()\n" + READ + "    print(f() + '!')\n", "2\na\nb\n"),
    ("read-bytes", "import sys\nf = sys.stdin.readline\nfor _ in range(int(f())):\n    print(max(int(x) for x in f().split()))\n", "2\n1 2\n3 4\n"),
    ("read-bytes", "from sys import stdin\nfor _ in range(int(stdin.readline())):\n    n, m = map(int, stdin.readline().strip().split())\n    print(n, m)\n", "2\n1 2\n3 4\n"),
    ("read-all-tokens", READ + "    a, b = list(map(int, input().split()))\n    (c,) = [int(x) for x in input().split()]\n    print(a, b, c)\n", "2\n1 2\n3\n4 5\n6\n"),
    ("read-all-tokens", "import sys\ninput = sys.stdin.readline\n" + READ + "    print(int(input()))\n", "2\n1\n3\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source"), [pytest.param(n, s, id=f"{n}: {why}") for n, why, s in ALONE])
def test_is_left_alone(name: str, source: str) -> None:
    assert rewritten(name, source) is None


@pytest.mark.parametrize(("name", "source", "stdin"), SAME)
def test_reads_the_same(name: str, source: str, stdin: str) -> None:
    after = rewritten(name, source)
    assert after is not None
    assert printed(after, stdin) == printed(source, stdin)
