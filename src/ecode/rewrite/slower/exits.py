"""Searches that go on after they have found what they were for."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.loop_edits import only_statement, targets_are_free
from ecode.rewrite.analysis.patterns import match_block
from ecode.rewrite.analysis.shapes import code, simple
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read
from ecode.rewrite.slower.common import SlowerRewrite, block_of, cannot_fail

_CONSTANTS = (cst.Integer, cst.SimpleString, cst.Float)


def _is_constant(node: cst.BaseExpression | None) -> bool:
    return isinstance(node, _CONSTANTS) or (isinstance(node, cst.Name) and node.value in ("True", "False", "None"))


def _searched(uses: Uses, loop: cst.CSTNode) -> cst.If | None:
    """The one `if` that a loop over a list or a range consists of, where its test has no effects."""
    if not isinstance(loop, cst.For) or block_of(loop) is None:
        return None
    test = only_statement(loop.body)
    finite = uses.program.is_builtin_call(loop.iter, "range") or uses.kinds.of(loop.iter).name in ("list", "str")
    if not isinstance(test, cst.If) or test.orelse is not None or not finite or not uses.program.is_pure(test.test):
        return None
    return test if isinstance(test.body, cst.IndentedBlock) else None


class NoBreak(SlowerRewrite):
    name = "no-break-after-success"
    reason = "The loop goes on to its end after it has found what it was for."
    changes_cost_class = True
    speculative = True  # a later round may raise an error that the loop never came to
    examples = (
        Example(
            before=(
                "n = int(input())\nprime = True\nfor d in range(2, n):\n    if n % d == 0:\n        prime = False\n"
                "        break\nprint(prime)\n"
            ),
            after=(
                "n = int(input())\n"
                "prime = True\n"
                "for d in range(2, n):\n"
                "    if n % d == 0:\n"
                "        prime = False\n"
                "print(prime)\n"
            ),
            stdin="15\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            test = _searched(uses, loop)
            if test is None or not isinstance(loop, cst.For) or not isinstance(test.body, cst.IndentedBlock):
                continue
            *sets, last = test.body.body
            names = [_constant_target(line) for line in sets]
            if not isinstance(simple(last), cst.Break) or not names or not all(names):
                continue
            read = names_read(test.test) | names_read(loop.iter) | names_read(loop.target)
            if read & set(names) or not targets_are_free(uses, loop) or not edits.claim(loop):
                continue
            if sites.take(proven=cannot_fail(uses, test.test)):
                edits.replace_line(last, "")


def _constant_target(line: cst.CSTNode) -> str:
    """The name that a line gives a constant; "" for any other line."""
    found = match_block("__x = __c", line) if isinstance(line, cst.SimpleStatementLine) else None
    if not found or not isinstance(found["__x"], cst.Name) or not _is_constant(found["__c"]):
        return ""
    return found["__x"].value


class FlagInsteadOfReturn(SlowerRewrite):
    name = "flag-instead-of-return"
    reason = "The answer is kept in a flag until the loop is through, where the function could return at once."
    changes_cost_class = True
    speculative = True  # a later round may raise an error that the loop never came to
    examples = (
        Example(
            before=(
                "def is_prime(n):\n    if n < 2:\n        return False\n    for d in range(2, int(n ** 0.5) + 1):\n"
                "        if n % d == 0:\n            return False\n    return True\n"
                "print([x for x in range(30) if is_prime(x)])\n"
            ),
            after=(
                "def is_prime(n):\n"
                "    if n < 2:\n"
                "        return False\n"
                "    answer = True\n"
                "    for d in range(2, int(n ** 0.5) + 1):\n"
                "        if n % d == 0:\n"
                "            answer = False\n"
                "    return answer\n"
                "print([x for x in range(30) if is_prime(x)])\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for block in uses.nodes:
            if not isinstance(block, cst.IndentedBlock) or len(block.body) < 2:
                continue
            loop, last = block.body[-2], block.body[-1]
            test = _searched(uses, loop)
            early = simple(test.body.body[-1]) if test is not None and len(test.body.body) == 1 else None
            late = simple(last)
            if not isinstance(early, cst.Return) or not isinstance(late, cst.Return) or test is None:
                continue
            if (
                not _is_constant(early.value)
                or not _is_constant(late.value)
                or early.value is None
                or late.value is None
            ):
                continue
            if edits.claim(loop, last) and sites.take(proven=cannot_fail(uses, test.test)):
                answer = edits.fresh_name("answer")
                edits.before(loop, f"{answer} = {code(late.value)}")
                edits.replace_line(test.body.body[-1], f"{answer} = {code(early.value)}")
                edits.replace(late.value, answer)
