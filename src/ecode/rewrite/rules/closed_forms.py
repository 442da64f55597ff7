"""Loops over a range whose result a formula gives."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.linear import Range, linear, range_bounds, term_text
from ecode.rewrite.analysis.patterns import Bound, match, match_any, match_block, same
from ecode.rewrite.analysis.shapes import code, operand
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_bound, names_read


def _counted_loop(uses: Uses, loop: cst.CSTNode) -> Range | None:
    """The bounds of a loop over a range of ints whose variable is not read later."""
    if not isinstance(loop, cst.For) or loop.orelse is not None or not isinstance(loop.target, cst.Name):
        return None
    bounds = range_bounds(uses.program, loop.iter)
    variable = uses.variable(loop.target)
    if bounds is None or variable is None or uses.used_after(variable, loop):
        return None
    if names_bound(loop.body) & (names_read(loop.iter) | {loop.target.value}):
        return None
    return bounds if uses.kinds.is_int(*bounds) or term_text(bounds[0]) == "0" else None


def _length(bounds: Range) -> str:
    """How many numbers the range has."""
    start, stop = bounds
    size = linear(stop) - linear(start)
    if size.is_constant:
        return str(max(size.constant, 0))
    if term_text(start) == "0":
        return f"max({code(stop)}, 0)"
    number = match("__n + 1", stop)
    if term_text(start) == "1" and number:
        return f"max({code(number['__n'])}, 0)"
    return f"max({operand(stop)} - {operand(start)}, 0)"


class SumOfRangeByFormula(EditingRewrite):
    name = "sum-of-range-by-formula"
    reason = "The sum of consecutive numbers is the number of terms times the mean of the first and the last."
    changes_cost_class = True
    examples = (
        Example(
            before="n = int(input())\ns = 0\nfor i in range(1, n + 1):\n    s += i\nprint(s, sum(range(n)))\n",
            after="n = int(input())\ns = 0\ns += (n + 1) * max(n, 0) // 2\nprint(s, (n - 1) * max(n, 0) // 2)\n",
            stdin="10\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            call = match("sum(__r)", node) if isinstance(node, cst.Call) else None
            if call and uses.program.is_builtin_call(node, "sum"):
                bounds = range_bounds(uses.program, call["__r"])
                if bounds and uses.kinds.is_int(*bounds) and edits.claim(node) and sites.take():
                    assert isinstance(node, cst.Call)
                    edits.replace(node, _sum_of(bounds))
            found_bounds = _counted_loop(uses, node)
            if found_bounds is None or not isinstance(node, cst.For):
                continue
            found = match_block("__s += __i", node.body) or match_block("__s = __s + __i", node.body)
            if not found or not same(found["__i"], node.target) or not _is_int_name(uses, found["__s"]):
                continue
            if uses.kinds.is_int(*found_bounds) and edits.claim(node) and sites.take():
                edits.replace_line(node, f"{code(found['__s'])} += {_sum_of(found_bounds)}")


def _sum_of(bounds: Range) -> str:
    ends = linear(cst.BinaryOperation(bounds[0], cst.Add(), bounds[1]))
    terms = [f"{term}" if factor == 1 else f"{factor} * {term}" for term, factor in sorted(ends.terms)]
    constant = ends.constant - 1
    sign = "-" if constant < 0 else "+"
    total = " + ".join(terms) + (f" {sign} {abs(constant)}" if constant else "") if terms else str(constant)
    simple = len(terms) == 1 and not constant and dict(ends.terms).get(terms[0]) == 1
    return f"{total if simple else f'({total})'} * {_length(bounds)} // 2"


def _is_int_name(uses: Uses, node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Name) and uses.kinds.is_int(node)


class RepeatedSumByProduct(EditingRewrite):
    name = "repeated-sum-by-product"
    reason = "Adding the same number again and again is one multiplication."
    changes_cost_class = True
    examples = (
        Example(
            before="n, k, s = 5, 3, 1\nfor i in range(n):\n    s += k\nprint(s)\n",
            after="n, k, s = 5, 3, 1\ns += k * max(n, 0)\nprint(s)\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            bounds = _counted_loop(uses, loop)
            if bounds is None or not isinstance(loop, cst.For) or not uses.kinds.is_int(*bounds):
                continue
            for sign in "+-":
                found = match_block(f"__s {sign}= __k", loop.body)
                if not found or not _is_int_name(uses, found["__s"]) or not uses.kinds.is_int(found["__k"]):
                    continue
                if not isinstance(found["__k"], (cst.Name, cst.Integer)) or same(found["__s"], found["__k"]):
                    continue
                if same(found["__k"], loop.target) or not edits.claim(loop) or not sites.take():
                    continue
                times = _length(bounds)
                added = times if term_text(found["__k"]) == "1" else f"{code(found['__k'])} * {times}"
                edits.replace_line(loop, f"{code(found['__s'])} {sign}= {added}")


_MULTIPLE = ("__i % __k == 0", "not __i % __k")


class MultiplesByRange(EditingRewrite):
    name = "multiples-by-range"
    reason = "A range with a step goes from multiple to multiple (and is counted without going anywhere)."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "n = 20\nc = s = 0\nfor i in range(1, n + 1):\n    if i % 3 == 0:\n        c += 1\n"
                "for i in range(1, n + 1):\n    if i % 4 == 0:\n        s += i\nprint(c, s)\n"
            ),
            after="n = 20\nc = s = 0\nc += len(range(3, n + 1, 3))\ns += sum(range(4, n + 1, 4))\nprint(c, s)\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            bounds = _counted_loop(uses, loop)
            if bounds is None or not isinstance(loop, cst.For) or not uses.kinds.is_int(bounds[1]):
                continue
            found = next((b for test in _MULTIPLE if (b := _added_at(loop, test))), None)
            if not found or not same(found["__i"], loop.target) or not isinstance(found["__k"], cst.Integer):
                continue
            step = int(found["__k"].value, 0)
            start = linear(bounds[0])
            if not start.is_constant or step < 1 or not _is_int_name(uses, found["__s"]):
                continue
            first = -(-start.constant // step) * step
            function = "len" if term_text(found["__x"]) == "1" else "sum" if same(found["__x"], loop.target) else ""
            if function and edits.claim(loop) and sites.take():
                multiples = f"range({first}, {code(bounds[1])}, {step})"
                edits.replace_line(loop, f"{code(found['__s'])} += {function}({multiples})")


def _added_at(loop: cst.For, test: str) -> Bound | None:
    return match_block(f"if {test}:\n    __s += __x", loop.body)


class CombinationsFromMath(EditingRewrite):
    name = "combinations-from-math"
    reason = "math.comb multiplies only what is left of the three factorials."
    speculative = True  # out of more than there are it makes 0, where the factorial of a negative number fails
    examples = (
        Example(
            before="from math import factorial as f\nn, r = 9, 4\nprint(f(n) // (f(r) * f(n - r)))\n",
            after="from math import factorial as f\nfrom math import comb\nn, r = 9, 4\nprint(comb(n, r))\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            found = match_any(
                node,
                "__f(__n) // (__f(__r) * __f(__n - __r))",
                "__f(__n) // (__f(__n - __r) * __f(__r))",
                "__f(__n) // __f(__r) // __f(__n - __r)",
                "__f(__n) // __f(__n - __r) // __f(__r)",
            )
            if not found or uses.program.imported_name(found["__f"]) != "math.factorial":
                continue
            if edits.claim(node) and sites.take():
                edits.replace(node, f"{edits.imported('math.comb')}({code(found['__n'])}, {code(found['__r'])})")
