"""Containers that nobody needs."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import Program


class DropListAroundIterable(Rewrite):
    name = "drop-list-around-iterable"
    reason = "A for loop can walk the iterator itself; building a list first costs time and memory."
    examples = (
        Example(
            before="for x in list(map(int, input().split())):\n    print(x)\n",
            after="for x in map(int, input().split()):\n    print(x)\n",
            stdin="3 1 2\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        class Transformer(cst.CSTTransformer):
            def leave_For(self, original_node: cst.For, updated_node: cst.For) -> cst.For:
                call = original_node.iter
                if not (isinstance(call, cst.Call) and program.is_builtin_call(call, "list") and len(call.args) == 1):
                    return updated_node
                inner = call.args[0].value
                lazy = program.is_builtin_call(inner, "map", "range", "zip", "enumerate", "reversed")
                if not lazy or not sites.take():
                    return updated_node
                assert isinstance(updated_node.iter, cst.Call)
                return updated_node.with_changes(iter=updated_node.iter.args[0].value)

        return program.module.visit(Transformer())
