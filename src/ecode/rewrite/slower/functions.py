"""Functions without what makes them fast: their cache, or their fast local variables."""

from __future__ import annotations

from typing import ClassVar

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.module_parts import is_main_guard
from ecode.rewrite.analysis.patterns import match_any, match_block
from ecode.rewrite.analysis.shapes import walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Direction, Example, Rewrite, Sites
from ecode.rewrite.program import Program, names_bound
from ecode.rewrite.slower.common import SlowerRewrite


class NoCache(SlowerRewrite):
    name = "recursion-without-cache"
    reason = "Every value is worked out again each time it is asked for."
    changes_cost_class = True
    speculative = True  # a function that reads what changes may answer otherwise; and this may take forever
    examples = (
        Example(
            before=(
                "from functools import lru_cache\n\n\n@lru_cache(None)\ndef f(n):\n    if n < 2:\n        return n\n"
                "    return f(n - 1) + f(n - 2)\n\n\nprint(f(12))\n"
            ),
            after=(
                "from functools import lru_cache\n"
                "\n"
                "\n"
                "def f(n):\n"
                "    if n < 2:\n"
                "        return n\n"
                "    return f(n - 1) + f(n - 2)\n"
                "\n"
                "\n"
                "print(f(12))\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.FunctionDef) or len(node.decorators) != 1:
                continue
            shown = node.decorators[0].decorator
            function = shown.func if isinstance(shown, cst.Call) else shown
            if uses.program.imported_name(function) not in ("functools.lru_cache", "functools.cache"):
                continue
            reads = [n for n in uses.nodes if isinstance(n, cst.Name) and n.value == node.name.value]
            if any(match_any(uses.program.parent(n), "__f.cache_clear", "__f.cache_info") for n in reads):
                continue
            if edits.claim(node) and sites.take():
                lines = [*node.leading_lines, *node.lines_after_decorators]
                edits.exchange(node, node.with_changes(decorators=[], leading_lines=lines, lines_after_decorators=[]))


class UnwrappedMain(Rewrite):
    name = "main-unwrapped"
    reason = "Variables of a module are looked up in a dict, those of a function in an array."
    direction: ClassVar[Direction] = "slower"
    examples = (
        Example(
            before="import sys\n\n\ndef main():\n    total = 0\n    for i in range(4):\n        total += i\n"
            "    print(total)\n\n\nmain()\n",
            after=("import sys\n\n\ntotal = 0\nfor i in range(4):\n    total += i\nprint(total)\n"),
        ),
        Example(
            before="def solve():\n    n = int(input())\n    print(n * n)\n\n\n"
            "if __name__ == '__main__':\n    solve()\n",
            after=("if __name__ == '__main__':\n    n = int(input())\n    print(n * n)\n"),
            stdin="5\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        for function in program.module.body:
            if not isinstance(function, cst.FunctionDef) or not isinstance(function.body, cst.IndentedBlock):
                continue
            call = _only_call(program, function)
            if call is not None and _may_be_unwrapped(program, function) and sites.take():
                body = list(function.body.body)
                first = getattr(body[0], "leading_lines", ())
                body[0] = body[0].with_changes(leading_lines=[*call.leading_lines, *first])
                return _with_body_for_call(program.module, function, call, body)
        return program.module


def _only_call(program: Program, function: cst.FunctionDef) -> cst.SimpleStatementLine | None:
    """The one line that uses the function, and just calls it, at the end of the module."""
    name = function.name.value
    uses = [n for n in walk(program.module) if isinstance(n, cst.Name) and n.value == name and n is not function.name]
    last = program.module.body[-1]
    line = last.body.body[-1] if is_main_guard(last) and isinstance(last, cst.If) else last
    if len(uses) != 1 or not isinstance(line, cst.SimpleStatementLine):
        return None
    return line if match_block(f"{name}()", line) is not None else None


def _may_be_unwrapped(program: Program, function: cst.FunctionDef) -> bool:
    """True when no name of the function means anything outside, and nothing in it needs a function around it."""
    params = function.params
    if function.decorators or function.asynchronous or params.params or params.kwonly_params or params.posonly_params:
        return False
    if not isinstance(params.star_arg, cst.MaybeSentinel) or params.star_kwarg or program.looks_up_names_by_text:
        return False
    inner = set(walk(function))
    if any(isinstance(n, (cst.Nonlocal, cst.Global, cst.Yield, cst.Await)) for n in inner):
        return False
    if any(isinstance(n, cst.Return) for n in walk(function.body, (cst.FunctionDef, cst.Lambda))):
        return False
    bound = names_bound(function.body) | {
        n.name.value for n in walk(function.body) if isinstance(n, (cst.FunctionDef, cst.ClassDef))
    }
    outside = {n.value for n in walk(program.module) if isinstance(n, cst.Name) and n not in inner}
    return not bound & outside


def _with_body_for_call(
    module: cst.Module, function: cst.FunctionDef, call: cst.SimpleStatementLine, body: list[cst.BaseStatement]
) -> cst.Module:
    lines: list[cst.BaseStatement] = []
    for line in module.body:
        if line is call:
            lines += body
        elif isinstance(line, cst.If) and is_main_guard(line) and call in line.body.body:
            kept = [item for item in line.body.body if item is not call]
            lines.append(line.with_changes(body=line.body.with_changes(body=[*kept, *body])))
        elif line is not function:
            lines.append(line)
    if lines[0] is not module.body[0]:
        comments = [line for line in getattr(lines[0], "leading_lines", ()) if line.comment]
        lines[0] = lines[0].with_changes(leading_lines=comments)
    return module.with_changes(body=lines)
