"""Looking for divisors no further than the square root."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.folding import block, int_value
from ecode.rewrite.analysis.kind import INT, UNKNOWN
from ecode.rewrite.analysis.linear import range_bounds
from ecode.rewrite.analysis.patterns import match_any
from ecode.rewrite.analysis.shapes import code, simple
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_bound, names_read


class TrialDivisionToTheRoot(EditingRewrite):
    name = "trial-division-to-the-root"
    reason = "A number without a divisor up to its square root has none at all (but itself)."
    changes_cost_class = True
    speculative = True
    examples = (
        Example(
            before=(
                "def is_prime(n):\n"
                "    if n < 2:\n"
                "        return False\n"
                "    for d in range(2, n):\n"
                "        if n % d == 0:\n"
                "            return False\n"
                "    return True\n"
                "for _ in range(3):\n"
                "    print(is_prime(int(input())))\n"
            ),
            after=(
                "from math import isqrt\n\n\n"
                "def is_prime(n):\n"
                "    if n < 2:\n"
                "        return False\n"
                "    for d in range(2, isqrt(n) + 1):\n"
                "        if n % d == 0:\n"
                "            return False\n"
                "    return True\n"
                "for _ in range(3):\n"
                "    print(is_prime(int(input())))\n"
            ),
            stdin="9\n13\n1\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or not isinstance(loop.target, cst.Name):
                continue
            bounds, number = range_bounds(uses.program, loop.iter), _divided(loop)
            if bounds is None or number is None or int_value(bounds[0]) != 2 or number.value in names_bound(loop.body):
                continue
            name = number.value
            stops = {name, f"{name}//2", f"{name}//2+1", f"int({name}/2)+1", f"int({name}/2)"}
            variable = uses.variable(loop.target)
            if code(bounds[1]).replace(" ", "") not in stops or variable is None or uses.used_after(variable, loop):
                continue
            if uses.kinds.of(number) not in (INT, UNKNOWN) or not edits.claim(loop.iter) or not sites.take():
                continue
            edits.replace(loop.iter, f"range(2, {edits.imported('math.isqrt')}({name}) + 1)")


def _divided(loop: cst.For) -> cst.Name | None:
    """The number whose divisors a loop looks for, where it only wants to know whether there is one."""
    lines = block(loop.body)
    first = lines[0] if len(lines) == 1 else None
    if not isinstance(first, cst.If) or first.orelse is not None:
        return None
    found = match_any(first.test, "__n % __d == 0", "not __n % __d", "not (__n % __d)")
    if found is None or code(found["__d"]) != code(loop.target) or not isinstance(found["__n"], cst.Name):
        return None
    inner = [simple(line) for line in block(first.body)]
    index = code(loop.target)
    for statement in inner[:-1]:
        if not isinstance(statement, cst.Assign) or index in names_read(statement):
            return None
    last = inner[-1] if inner else None
    leaves = isinstance(last, (cst.Return, cst.Break)) and index not in names_read(last)
    sets = (
        isinstance(last, cst.Assign)
        and index not in names_read(last)
        and isinstance(last.value, (cst.Name, cst.Integer))
    )
    return found["__n"] if leaves or sets else None
