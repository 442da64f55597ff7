"""Lists copied before loops over them."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.loop_edits import targets_are_free
from ecode.rewrite.analysis.patterns import match
from ecode.rewrite.analysis.shapes import code
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.slower.common import SlowerRewrite, steady_sequence


class CopyBeforeLoop(SlowerRewrite):
    name = "copy-before-each-loop"
    reason = "The list is copied each time the inner loop starts."
    examples = (
        Example(
            before="a = [1, 2, 3]\nfor i in range(3):\n    for x in a:\n        print(i * x)\n",
            after=("a = [1, 2, 3]\nfor i in range(3):\n    for x in list(a):\n        print(i * x)\n"),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or not uses.program.loops(loop) or uses.kinds.of(loop.iter).name != "list":
                continue
            if steady_sequence(uses, loop.iter, loop) and edits.claim(loop.iter) and sites.take():
                edits.replace(loop.iter, f"list({code(loop.iter)})")


class ReversedBySlice(SlowerRewrite):
    name = "reversed-copy-of-range"
    reason = "All numbers are put into a list, which is copied backwards, where range could count down."
    examples = (
        Example(
            before="n = int(input())\nfor i in range(n - 1, -1, -1):\n    print(i)\n",
            after=("n = int(input())\nfor i in list(range(n))[::-1]:\n    print(i)\n"),
            stdin="3\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            found = match("range(__n - 1, -1, -1)", loop.iter) if isinstance(loop, cst.For) else None
            if not found or not isinstance(loop, cst.For) or not uses.program.is_builtin_call(loop.iter, "range"):
                continue
            if targets_are_free(uses, loop) and edits.claim(loop.iter) and sites.take():
                edits.replace(loop.iter, f"list(range({code(found['__n'])}))[::-1]")
