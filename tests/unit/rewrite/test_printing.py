"""buffered-print: every shape of print() writes the same text."""

import pytest
from near_misses import printed, rewritten

ALONE = {
    "outside of loops and functions": "print(1)\n",
    "to a file": "import sys\nfor i in range(2):\n    print(i, file=sys.stderr)\n",
    "flushed": "for i in range(2):\n    print(i, flush=True)\n",
    "shadowed": "def print(x):\n    pass\nfor i in range(2):\n    print(i)\n",
    "value used": "for i in range(2):\n    x = print(i)\n",
    "as a value": "for i in range(2):\n    list(map(print, [i]))\n",
    "keywords by dict": "o = {}\nfor i in range(2):\n    print(i, **o)\n",
    "separator not known": "s = '-'\nfor i in range(2):\n    print(i, i, sep=s)\n",
    "stdout replaced": "import sys, io\nsys.stdout = io.StringIO()\nfor i in range(2):\n    print(i)\n",
    "own format": "class A:\n    def __format__(self, spec):\n        return '?'\nfor i in range(2):\n    print(A() and i)\n",
}  # fmt: skip

SHAPES = [
    "print()", "print('')", "print(end='')", "print(i)", "print(i, x)", "print(i, x, sep='')", "print(i, end=' ')",
    "print('a\\tb', \"it's\")", "print('say \"hi\"')", 'print("%d%%" % i)', "print('%s-%s' % (i, x))", "print(f'{i}{{}}', end='\\n\\n')",
    "print('{} {}'.format(i, x))", "print('{', i, '}')", "print(r'\\n', i)", "print(b'x')", "print('YES' if i else 'NO')",
    "print('YES' if i else x)", "print(*xs)", "print(*xs, sep=', ')", "print(*xs, i)", "print(*[k + 1 for k in xs], sep='\\n')",
    "print(' '.join(map(str, xs)))", "print(''.join('ab'), end='')", "print(str(i) + 'x', i)", "print({1: i})", "print((i, x))",
    "print((i + 1) * 2, -i)", "print(xs[0:1], xs[-1])", "print(lambda: 0 and i) if 0 else print(i)", "print(i == 1, i != 1)",
    "print(None, True, 1.5)", "print(d['a'], d[\"a\"])", "print([k for k in xs if k])", "print(i) if i else print('none')",
    "print(k for k in xs) if 0 else None", "print((y := i))", "print('a' 'b')", "print('é€')", "print(i,)", "print('''a\nb''')",
    "print(f'{i:03d}', x)", "print(f\"{d['a']}\")", "print(max(xs), sep='')", "print('\\\\', i)",
]  # fmt: skip


@pytest.mark.parametrize("source", ALONE.values(), ids=ALONE.keys())
def test_is_left_alone(source: str) -> None:
    assert rewritten("buffered-print", source) is None


@pytest.mark.parametrize("shape", SHAPES)
def test_writes_the_same(shape: str) -> None:
    source = f"xs = [3, 4]\nx = 'text'\nd = {{'a': 5}}\nfor i in range(2):\n    {shape}\n"
    after = rewritten("buffered-print", source)
    if after is not None:
        assert printed(after) == printed(source)
