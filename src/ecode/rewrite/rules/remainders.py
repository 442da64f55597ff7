"""Remainders where they keep numbers small, and none where nothing grows."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.folding import int_value
from ecode.rewrite.analysis.shapes import bare, code, operand, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import LOOPS, names_read
from ecode.rewrite.rules.modulus import Accumulation, accumulation

Loop = cst.For | cst.While


class ReduceProductInLoop(EditingRewrite):
    name = "reduce-product-in-loop"
    reason = "Reducing the product at every step keeps it small; multiplying huge numbers takes ever longer."
    changes_cost_class = True
    speculative = True
    examples = (
        Example(
            before=(
                "MOD = 10**9 + 7\n"
                "n = int(input())\n"
                "ways = 1\n"
                "for i in range(1, n + 1):\n"
                "    ways *= i\n"
                "print(ways % MOD)\n"
            ),
            after=(
                "MOD = 10**9 + 7\n"
                "n = int(input())\n"
                "ways = 1\n"
                "for i in range(1, n + 1):\n"
                "    ways = ways * i % MOD\n"
                "print(ways % MOD)\n"
            ),
            stdin="30\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for line in uses.nodes:
            found = accumulation(line) if isinstance(line, cst.SimpleStatementLine) else None
            if found is None or not found.product or found.modulus or not isinstance(found.target, cst.Name):
                continue
            if not uses.program.loops(line) or not uses.kinds.is_int(found.target, found.term):
                continue
            modulus = _later_modulus(uses, found)
            if modulus is None or names_read(modulus) & uses.facts.effects(uses.program.loops(line)[-1]).names:
                continue
            if edits.claim(line) and sites.take():
                name = found.target.value
                edits.replace_line(line, f"{name} = {name} * {operand(found.term)} % {operand(modulus)}")


def _later_modulus(uses: Uses, product: Accumulation) -> cst.BaseExpression | None:
    """The one number that every other use of the product is reduced by."""
    assert isinstance(product.target, cst.Name)
    variable = uses.variable(product.target)
    moduli: dict[str, cst.BaseExpression] = {}
    for read in variable.reads if variable else ():
        parent = uses.program.parent(read)
        if isinstance(parent, cst.BinaryOperation) and isinstance(parent.operator, cst.Modulo) and parent.left is read:
            moduli[code(parent.right)] = parent.right
        elif accumulation(uses.line(read)) is None or code(product.target) not in code(uses.line(read)).split("=")[0]:
            return None
    modulus = next(iter(moduli.values())) if len(moduli) == 1 else None
    if modulus is None or not (isinstance(modulus, cst.Name) or (int_value(modulus) or 0) > 1):
        return None
    return modulus


class ReduceSumAfterLoop(EditingRewrite):
    name = "reduce-sum-after-loop"
    reason = "A sum grows slowly: one remainder after the loop does, instead of one per addition."
    speculative = True
    examples = (
        Example(
            before=(
                "MOD = 10**9 + 7\n"
                "a = list(map(int, input().split()))\n"
                "total = 0\n"
                "for x in a:\n"
                "    total = (total + x * x) % MOD\n"
                "print(total)\n"
            ),
            after=(
                "MOD = 10**9 + 7\n"
                "a = list(map(int, input().split()))\n"
                "total = 0\n"
                "for x in a:\n"
                "    total += x * x\n"
                "total %= MOD\n"
                "print(total)\n"
            ),
            stdin="100000 200000 3\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for line in uses.nodes:
            found = accumulation(line) if isinstance(line, cst.SimpleStatementLine) else None
            if found is None or found.product or found.modulus is None or not isinstance(found.target, cst.Name):
                continue
            loops = uses.program.loops(line)
            if not loops or loops[0].orelse is not None or not uses.kinds.is_int(found.target, found.term):
                continue
            if not _only_adds(uses, loops[0], found.target.value) or _returns(loops[0]):
                continue
            if not uses.facts.unchanged(found.modulus, uses.facts.effects(loops[0])) or "#" in code(line):
                continue
            if edits.claim(line) and sites.take():
                name = found.target.value
                edits.replace_line(line, f"{name} += {bare(found.term)}")
                edits.after(loops[0], f"{name} %= {operand(found.modulus)}")


def _only_adds(uses: Uses, loop: Loop, name: str) -> bool:
    """True when the loop mentions the name in one line alone, the addition."""
    reads = [n for n in walk(loop) if isinstance(n, cst.Name) and n.value == name]
    return len(reads) == 2 and uses.line(reads[0]) is uses.line(reads[1])


def _returns(loop: Loop) -> bool:
    return any(isinstance(n, (cst.Return, cst.Yield, *LOOPS)) and n is not loop for n in walk(loop))
