"""Divisors and factorials with fewer steps (primality, powers and gcd stand in modules of their own)."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.linear import range_bounds, term_text
from ecode.rewrite.analysis.patterns import Bound, match, match_any, match_block, same, statements
from ecode.rewrite.analysis.shapes import code
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_bound, names_read


def _divides(test: cst.BaseExpression, divisor: cst.BaseExpression) -> cst.BaseExpression | None:
    """`n` for the test `n % i == 0` with `i` the divisor."""
    found = match_any(test, "__n % __i == 0", "not __n % __i", "(__n % __i) < 1")
    return found["__n"] if found and same(found["__i"], divisor) else None


class DivisorsToRoot(EditingRewrite):
    name = "divisors-to-root"
    reason = "Divisors come in pairs, of which the smaller is at most the square root."
    changes_cost_class = True
    examples = (
        Example(
            before="n = 36\nc = 0\nfor i in range(1, n + 1):\n    if n % i == 0:\n        c += 1\nprint(c)\n",
            after=(
                "from math import isqrt\nn = 36\nc = 0\nfor i in range(1, isqrt(max(n, 0)) + 1):\n    if n % i == 0:\n"
                "        c += 1 if i * i == n else 2\nprint(c)\n"
            ),
        ),
        Example(
            before="n = 36\nt = 0\nfor i in range(1, n + 1):\n    if n % i == 0:\n        t += i\nprint(t)\n",
            after=(
                "from math import isqrt\nn = 36\nt = 0\nfor i in range(1, isqrt(max(n, 0)) + 1):\n    if n % i == 0:\n"
                "        t += i if i * i == n else i + n // i\nprint(t)\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            bounds = range_bounds(uses.program, loop.iter) if isinstance(loop, cst.For) else None
            if not isinstance(loop, cst.For) or bounds is None or not isinstance(loop.target, cst.Name):
                continue
            body = statements(loop.body)
            number = _divides(body[0].test, loop.target) if len(body) == 1 and isinstance(body[0], cst.If) else None
            if not isinstance(number, cst.Name) or not isinstance(body[0], cst.If) or body[0].orelse or loop.orelse:
                continue
            counter = uses.variable(loop.target)
            whole = term_text(bounds[0]) == "1" and term_text(bounds[1]) == f"{number.value} + 1"
            if counter is None or uses.used_after(counter, loop) or not whole or not uses.kinds.is_int(number):
                continue
            found = match_block("__c += __x", body[0].body) or match_block("__c = __c + __x", body[0].body)
            added = _added_by_pair(found, loop.target.value, number.value) if found else None
            statement = statements(body[0].body)[0]
            line = uses.own_line(statement)
            if not found or added is None or line is None or names_read(found["__c"]) & {number.value}:
                continue
            if edits.claim(bounds[1], line) and sites.take():
                edits.replace(bounds[1], f"{edits.imported('math.isqrt')}(max({number.value}, 0)) + 1")
                edits.replace_line(line, f"{code(found['__c'])} += {added}")


def _added_by_pair(found: Bound, divisor: str, number: str) -> str | None:
    """What a divisor and its partner add together."""
    if match("1", found["__x"]) is not None:
        return f"1 if {divisor} * {divisor} == {number} else 2"
    if term_text(found["__x"]) == divisor:
        return f"{divisor} if {divisor} * {divisor} == {number} else {divisor} + {number} // {divisor}"
    return None


class FactorialFromMath(EditingRewrite):
    name = "factorial-from-math"
    reason = "math.factorial multiplies balanced halves in C instead of one ever longer product in Python."
    examples = (
        Example(
            before="n = 6\nf = 1\nfor i in range(1, n + 1):\n    f *= i\nprint(f)\n",
            after="from math import factorial\nn = 6\nf = 1\nf *= factorial(max(n, 0))\nprint(f)\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            bounds = range_bounds(uses.program, loop.iter) if isinstance(loop, cst.For) else None
            if not isinstance(loop, cst.For) or not bounds or loop.orelse or term_text(bounds[0]) not in {"1", "2"}:
                continue
            found = match_block("__f *= __i", loop.body) or match_block("__f = __f * __i", loop.body)
            found = found or match_block("__f = __i * __f", loop.body)
            last = match("__n + 1", bounds[1])
            counter = uses.variable(loop.target)
            if not found or not last or counter is None or uses.used_after(counter, loop):
                continue
            if not same(found["__i"], loop.target) or not isinstance(found["__f"], cst.Name):
                continue
            if not uses.kinds.is_int(last["__n"]) or names_read(last["__n"]) & names_bound(loop):
                continue
            if edits.claim(loop) and sites.take():
                factor = f"{edits.imported('math.factorial')}(max({code(last['__n'])}, 0))"
                edits.replace_line(loop, f"{code(found['__f'])} *= {factor}")
