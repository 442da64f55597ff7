"""Patterns with holes, sums of terms, and edits: what the data-structure rewrites stand on."""

import libcst as cst
import pytest

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.linear import difference
from ecode.rewrite.analysis.patterns import match, match_block
from ecode.rewrite.analysis.shapes import code
from ecode.rewrite.analysis.uses import uses_of
from ecode.rewrite.program import Program

MATCHES = [
    ("sum(__a[__i:__j])", "sum( xs[(i):j + 1] )", {"__a": "xs", "__i": "(i)", "__j": "j + 1"}),
    ("sum(__a[:__j])", "sum(xs[1:j])", None),
    ("__a[__i] == __a[__j]", "xs[0] == ys[1]", None),
    ("__a[__i] == __a[__j]", "(xs[0])==xs[1]", {"__a": "xs", "__i": "0", "__j": "1"}),
    ("not __x", "not  f( 1 )", {"__x": "f( 1 )"}),
    ("f(__x, __y)", "f(1)", None),
    ("1", "1", {}),
]


@pytest.mark.parametrize(("pattern", "text", "expected"), MATCHES)
def test_match(pattern: str, text: str, expected: dict[str, str] | None) -> None:
    bound = match(pattern, cst.parse_expression(text))
    assert (bound and {hole: code(node) for hole, node in bound.items()}) == expected


BLOCKS = [
    ("for __i in __r:\n    __s += __i", "for x in y: t += x\n", True),
    ("for __i in __r:\n    ...", "for x in y:\n    print(x)\n    print(x)\n", True),
    ("for __i in __r:\n    __s += __i", "for x in y:\n    t += x\n    t += x\n", False),
    ("for __i in __r:\n    __s += __i", "for x in y:\n    t += x\nelse:\n    pass\n", False),
    ("__a = 1\n__b = 2", "x = 1; y = 2  # both\n", True),
]


@pytest.mark.parametrize(("pattern", "text", "expected"), BLOCKS)
def test_match_block(pattern: str, text: str, expected: bool) -> None:
    assert (match_block(pattern, cst.parse_module(text)) is not None) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("n - i - 1", "n - 1 - i", 0),
        ("2 * n + 2", "n + n", 2),
        ("2 * (n + m)", "n + n", None),
        ("len(a)", "len( a ) - 1", 1),
        ("n", "m", None),
    ],
)
def test_difference(first: str, second: str, expected: int | None) -> None:
    assert difference(cst.parse_expression(first), cst.parse_expression(second)) == expected


def test_edits_keep_comments_indentation_and_parentheses() -> None:
    program = Program.parse("if x:\n  # why\n  y = -a ** 2 # what\n  z = 1\n")
    edits = Edits(program)
    first, second = [n for n in uses_of(program).nodes if isinstance(n, cst.SimpleStatementLine)]
    power = next(n for n in uses_of(program).nodes if isinstance(n, cst.BinaryOperation))
    edits.replace(power, "b + c")
    edits.before(first, "w = 0")
    edits.wrap(program.module.body[0], "while w:")
    edits.replace_line(second, "for i in w:\n    pass")
    after = "while w:\n  if x:\n    # why\n    w = 0\n    y = -(b + c) # what\n    for i in w:\n      pass\n"
    assert edits.apply().code == after


def test_nothing_changes_where_new_code_would_call_something_else() -> None:
    program = Program.parse("def f(sorted):\n    return sorted\nx = 1\n")
    edits = Edits(program)
    edits.replace_line(program.module.body[1], "x = sorted([1])")
    assert edits.apply() is program.module


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("for i in a:\n    pass\n", False),
        ("for i in a:\n    pass\nprint(i)\n", True),
        ("for i in a:\n    pass\ni += 1\n", True),
        ("for i in a:\n    pass\nfor i in b:\n    print(i)\n", False),
        ("for k in b:\n    print(i)\n    for i in a:\n        pass\n", True),
        ("for i in a:\n    pass\ndef f():\n    return i\n", True),
        ("while b:\n    for i in a:\n        pass\n    i = 0\n    print(i)\n", False),
    ],
)
def test_used_after(source: str, expected: bool) -> None:
    uses = uses_of(Program.parse(source))
    loop = next(n for n in uses.nodes if isinstance(n, cst.For) and code(n.iter) == "a")
    variable = uses.variable(loop.target)
    assert variable is not None
    assert uses.used_after(variable, loop) == expected
