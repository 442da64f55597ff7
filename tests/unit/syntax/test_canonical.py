"""Programs as lines in one layout."""

import ast

import pytest

from ecode.syntax.canonical import Line, canonical_lines, canonical_text

SPREAD = '''# a program
"""with a docstring"""
import sys, os   # two

def f(a,
      b = 2):
    """says what it does"""
    # nothing
    return (a+
            b)

if f(1)==3: print("yes")
elif True:
    print('no') ; x=1
else:
    if x:
        pass
for i in range(3):
    continue
else:
    print(i)
try:
    pass
except (ValueError, TypeError) as error:
    raise
finally:
    x = 2
with open(0) as file, file:
    data = file
match x:
    case [1, *rest] if rest:
        pass
    case _:
        pass
@decorated(1)
@twice
class C(object):
    y: int = 1
    @property
    def z(self): return lambda q: q
while x: x -= 1
'''


def test_every_statement_has_its_line() -> None:
    lines = canonical_lines(SPREAD)
    assert [(line.level, line.text) for line in lines][:12] == [
        (0, "import sys, os"),
        (0, "def f(a, b=2):"),
        (1, "return a + b"),
        (0, "if f(1) == 3:"),
        (1, "print('yes')"),
        (0, "elif True:"),
        (1, "print('no')"),
        (1, "x = 1"),
        (0, "elif x:"),
        (1, "pass"),
        (0, "for i in range(3):"),
        (1, "continue"),
    ]
    assert (2, "case [1, *rest] if rest:") not in [line.key for line in lines]
    assert (1, "case [1, *rest] if rest:") in [line.key for line in lines]


def test_lines_know_where_they_came_from() -> None:
    lines = {line.text: line for line in canonical_lines(SPREAD)}
    assert (lines["def f(a, b=2):"].first, lines["def f(a, b=2):"].last) == (5, 6)
    assert (lines["return a + b"].first, lines["return a + b"].last) == (9, 10)
    assert (lines["else:"].first, lines["finally:"].first) == (0, 0)
    assert lines["@twice"].first == lines["@decorated(1)"].first + 1


def test_the_text_is_the_same_program() -> None:
    text = canonical_text(canonical_lines(SPREAD))
    assert [line.key for line in canonical_lines(text)] == [line.key for line in canonical_lines(SPREAD)]

    class NoDocstrings(ast.NodeTransformer):
        def visit_Expr(self, node: ast.Expr) -> ast.Expr | None:
            return None if isinstance(node.value, ast.Constant) else node

    assert ast.dump(ast.parse(text)) == ast.dump(NoDocstrings().visit(ast.parse(SPREAD)))


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("", []),
        ("def f():\n    'only a docstring'\n", [Line(0, "def f():", 1, 1), Line(1, "pass", 2, 2)]),
        ("x = '''a\nb'''\n", [Line(0, "x = 'a\\nb'", 1, 2)]),
        ("async def f():\n    async for x in y:\n        await x\n", None),
    ],
)
def test_odd_programs(source: str, lines: list[Line] | None) -> None:
    found = canonical_lines(source)
    assert lines is None or found == lines
    assert ast.parse(canonical_text(found)) is not None


def test_what_does_not_parse_is_an_error() -> None:
    with pytest.raises(SyntaxError):
        canonical_lines("for x in")
