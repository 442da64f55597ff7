"""Small programs with one trap of naming each. They print what they compute, so that behaviour can be compared."""

import contextlib
import io
import sys

TRAPS = {
    "closure": "def outer(n):\n    total = 0\n    def add(k):\n        nonlocal total\n        total += k * n\n        return total\n    return add\nadd = outer(3)\nadd(1)\nprint(add(2))\n",
    "global before definition": "def grow():\n    global size\n    size = 3\n    size += 1\ngrow()\nprint(size)\n",
    "comprehension in a class": "n = 4\nclass Grid:\n    n = 2\n    cells = [n for n in range(n)]\n    more = [[n for _ in range(2)] for k in range(n)]\nprint(Grid.cells, Grid.more, n)\n",
    "class body reads the outer name first": "size = 5\nclass Box:\n    size = size + 1\n    def get(self):\n        return size\nprint(Box.size, Box().get(), size)\n",
    "class body in a function": "def make(size):\n    class Box:\n        area = size * size\n        def get(self, size=size):\n            return size + self.area\n    return Box().get()\nprint(make(3))\n",
    "lambda defaults": "fs = [lambda x, i=i: x + i for i in range(3)]\ni = 7\nprint([f(1) for f in fs], (lambda i, *rest, k=i: (i, rest, k))(1, 2))\n",
    "except as": "e = 1\ndef check(x):\n    try:\n        return 1 // x\n    except ZeroDivisionError as e:\n        return str(e)\nprint(check(0), check(1), e)\n",
    "star import": "from math import *\ndef area(r):\n    tau = 3\n    return floor(pi * r * r) + tau\nprint(area(2), e > 2)\n",
    "star import then own name": "from math import *\ne = 5\nfloor = lambda x: -1\nfor gcd in range(3):\n    pass\nprint(e, floor(2.5), gcd)\n",
    "builtin replaced at the top": "import sys\ninput = sys.stdin.readline\nprint(input().strip(), len('ab'))\n",
    "builtin replaced later": "print(max(1, 2))\nmax = 7\ndef show():\n    sum = max\n    return sum\nprint(show())\n",
    "builtin replaced under a condition": "if len('a') > 1:\n    len = None\ntry:\n    input = raw_input\nexcept NameError:\n    pass\nprint(len('abc'))\n",
    "builtin replaced by a value that mentions it": "print = [print][0]\nint = lambda x, int=int: int(x) + 1\nprint(int('4'))\n",
    "keywords of an own function": "def power(base, exponent=2, *, shift=0):\n    return base ** exponent + shift\nprint(power(exponent=3, base=2), power(5, shift=1))\n",
    "keywords of a cached function": "from functools import lru_cache\nimport functools\n@lru_cache(maxsize=None)\ndef fib(n):\n    return n if n < 2 else fib(n=n - 1) + fib(n - 2)\n@functools.cache\ndef half(k):\n    return k // 2\nprint(fib(n=10), half(k=9))\n",
    "keywords of a wrapped function": "def twice(f):\n    def inner(*args, **kw):\n        return 2 * f(*args, **kw)\n    return inner\n@twice\ndef add(a, b):\n    return a + b\nprint(add(a=1, b=2))\n",
    "keywords through partial": "from functools import partial\ndef add(a, b):\n    return a + b\ninc = partial(add, b=1)\nprint(inc(4), inc(a=2))\n",
    "keywords from a dict": "def area(width, height):\n    return width * height\nsize = {'width': 2, 'height': 3}\nprint(area(**size), dict(width=1, **size) if 0 else dict(width=1))\n",
    "keywords of a thread": "import threading\ndone = []\ndef work(n, step):\n    done.append(n * step)\nt = threading.Thread(target=work, kwargs={'n': 3, 'step': 2})\nt.start()\nt.join()\nprint(done)\n",
    "keywords of a method": "class Tank:\n    def __init__(self, level, limit=9):\n        self.level = min(level, limit)\n    def fill(self, amount):\n        self.level += amount\n        return self.level\nprint(Tank(level=3, limit=2).fill(amount=4))\n",
    "keywords into kwargs": "def show(a, /, b, **rest):\n    return a, b, sorted(rest.items())\nprint(show(1, b=2, a=3, c=4))\n",
    "nested f-strings": "width, value = 6, 3.14159\nname = 'ab'\nprint(f'{value:{width}.{2}f}|{name!r:>{width}}|{[f\"{c}{width}\" for c in name]}|{{name}}')\n",
    "walrus in a comprehension": "def first(values):\n    if any((found := v) > 2 for v in values):\n        return found\nlast = [y := x + 1 for x in range(3)]\nprint(first([1, 3, 5]), last, y)\n",
    "match": "def describe(point):\n    match point:\n        case (0, y):\n            return f'on axis {y}'\n        case [x, *rest] if rest:\n            return x, rest\n        case {'x': x, **others}:\n            return x, others\n        case int(value) | str(value) as whole:\n            return value, whole\n        case _:\n            return None\nprint([describe(p) for p in [(0, 1), [1, 2, 3], {'x': 1, 'y': 2}, 5, 'a', 2.5]])\n",
    "match on attributes": "class P:\n    __match_args__ = ('x',)\n    def __init__(self, x, y):\n        self.x, self.y = x, y\nx = P(1, 2)\nmatch x:\n    case P(a, y=b):\n        print(a, b)\n",
    "decorators": "log = []\ndef note(f):\n    log.append(f(1))\n    return f\n@note\ndef step(x):\n    return x + 1\nprint(log, step(4))\n",
    "dataclass": "from dataclasses import dataclass, field\n@dataclass(order=True)\nclass Item:\n    cost: int\n    name: str = field(default='x', compare=False)\nitem = Item(cost=3)\nprint(item, item.cost)\n",
    "enum and exception": "from enum import Enum\nclass Color(Enum):\n    RED = 1\nclass Problem(Exception):\n    pass\nclass Deeper(Problem):\n    pass\ntry:\n    raise Deeper('no')\nexcept Problem as problem:\n    print(repr(problem), Color.RED)\n",
    "loop with else and del": "values = [1, 2, 3]\nfor i, v in enumerate(values):\n    if v > 5:\n        break\nelse:\n    del values[0]\n    del i\nprint(values, v)\n",
    "names like new ones": "var1 = 3\nclass Var:\n    var2 = 5\ndef func2(var3, x=1):\n    return var1 + var3 + Var.var2 + x\nprint(func2(1))\n",
    "private names": "class Safe:\n    def __init__(self):\n        self.__code = 7\n    def get(self):\n        return self.__code\nprint(Safe().get())\n",
    "names of one kind after another": "x = 1\ndef x():\n    return 2\ny = x\nclass x:\n    pass\nprint(y())\n",
    "unpacking": "a, *b = 1, 2, 3\n(c, [d, e]), f = (4, [5, 6]), 7\nwith open('/dev/null') as g, open('/dev/null') as (h):\n    print(a, b, c, d, e, f, g.read() + h.read())\n",
    "evaluated input": "import sys\nn = eval('5+1')\nprint(n)\n",
    "type called on a line of its own": "a, b, c = [1], [2], [3, 4]\ntype(a)\n[*a, b] = c\nprint(a, b)\n",
    "print to a stream": "import sys\nprint('x', file=sys.stdout)\ndef f(file):\n    return file\nprint(f(3))\n",
    "bytes beyond ASCII": "größe = 3\nтекст = 'ä'\nprint(größe, текст, 'é')\n",
    "several spellings of one name": "\ufb01 = 3\nprint(fi)\n",
    "old line ends": "a = 1\r\nif a:\r\n    b = 2\r\nprint(a + b)\r\n",
}


def printed(source: str, stdin: str = "hello\n") -> str:
    """What a program prints."""
    out, original = io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(stdin)
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(source, "<program>", "exec"), {"__name__": "__main__"})
    finally:
        sys.stdin = original
    return out.getvalue()
