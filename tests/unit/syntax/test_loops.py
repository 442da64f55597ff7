"""Loop&Rec: loops, comprehensions and recursive functions under their headers, and nothing else."""

import pytest

from ecode.syntax.loops import loops_and_recursion

EXTRACTED = [
    ("x = 1\nprint(x)\n", ""),
    ("x = 1\nfor i in range(x):\n    for j in y: print(j)\nprint(x)\n", "for i in range(x):\n    for j in y: print(j)\n"),
    ("while x:\n    x -= 1\nelse:\n    y\nz\n", "while x:\n    x -= 1\nelse:\n    y\n"),
    ("x = sorted([i for i in y])\n", "[i for i in y]\n"),
    ("print(sum(x for x in y))\n", "(x for x in y)\n"),
    ("def f(a):\n    b = 1\n    for i in a:\n        b += i\n    return b\nf(2)\n", "def f(a):\n    for i in a:\n        b += i\n"),
    ("class C:\n    x = 1\n    def f(self):\n        if self.x:\n            return {k: 1 for k in self.x}\n", "class C:\n    def f(self):\n        if self.x:\n            {k: 1 for k in self.x}\n"),
    ("if a:\n    b\nelif c:\n    d\nelse:\n    for i in e: pass\n", "if a:\nelse:\n    for i in e: pass\n"),
    ("try:\n    a\nexcept E as e:\n    while b: pass\nfinally:\n    c\n", "try:\nexcept E as e:\n    while b: pass\n"),
    ("with a as b:\n    for c in b: pass\n", "with a as b:\n    for c in b: pass\n"),
    # a comprehension in a header comes with the header, once
    ("if any(x for x in y):\n    for z in y: pass\n", "if any(x for x in y):\n    for z in y: pass\n"),
    ("if a: b = [c for c in d]\n", "if a:\n    [c for c in d]\n"),
    ("f(1,\n        [c for c in d])\n", "[c for c in d]\n"),
    # recursion: direct, in a ring, inside a function, of methods and lambdas
    ("def f(n):\n    return f(n - 1)\ndef g(n):\n    return f(n)\n", "def f(n):\n    return f(n - 1)\n"),
    ("@cache\ndef f(n):\n    return f(n - 1)\n", "@cache\ndef f(n):\n    return f(n - 1)\n"),
    ("def a(n): return b(n)\ndef b(n): return c(n)\ndef c(n): return a(n)\ndef d(n): return a(n)\n", "def a(n): return b(n)\ndef b(n): return c(n)\ndef c(n): return a(n)\n"),
    ("def main():\n    x = 1\n    def dfs(u):\n        dfs(u)\n    dfs(x)\n", "def main():\n    def dfs(u):\n        dfs(u)\n"),
    ("class T:\n    def f(self, n):\n        return self.f(n)\n    def g(self, n):\n        return n\n", "class T:\n    def f(self, n):\n        return self.f(n)\n"),
    ("f = lambda n: f(n - 1)\ng = lambda n: n\n", "f = lambda n: f(n - 1)\n"),
    # a call of another function of the same name is no recursion
    ("def f(n):\n    def g(f):\n        return f(n)\n    return g(1)\n", ""),
    ("class A:\n    def f(self, other):\n        return other.f(1)\n", ""),
    # broken source
    ("def f(:\n    for i in x:\n        print(i)\n", "def f(:\n    for i in x:\n        print(i)\n"),
    ("for i in x\n    print(i)\ny\n", "for i in x\n    print(i)\n"),
    ("def f(a:\n    b =\n    while a > 1 {\n        for c in a\n\n        a -= 1\n    return\n", "    while a > 1 {\n        for c in a\n\n        a -= 1\n"),
    ("x = (\nfor i in y:\n    '''\n  while\n'''\nz\n", "for i in y:\n    '''\n  while\n'''\n"),
    ("y = = 1\nasync for i n x: print([j for j in i])\n", "async for i n x: print([j for j in i])\n"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), EXTRACTED)
def test_extracts(source: str, expected: str) -> None:
    assert loops_and_recursion(source) == expected
