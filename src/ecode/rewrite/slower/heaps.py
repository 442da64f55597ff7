"""Plain lists where a heap belongs."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match
from ecode.rewrite.analysis.shapes import code, plain_args
from ecode.rewrite.analysis.uses import Uses, Variable, assigned_value
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read
from ecode.rewrite.slower.common import SlowerRewrite, is_builtin_arg, is_truth, line_to_hoist


class ScanInsteadOfHeap(SlowerRewrite):
    name = "scan-instead-of-heap"
    reason = "The smallest item is searched for among all each time, where a heap keeps it at hand."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "import heapq\nh = [5, 1, 4]\nheapq.heapify(h)\nheapq.heappush(h, 2)\n"
                "while h:\n    low = h[0]\n    print(low, heapq.heappop(h))\n"
            ),
            after=(
                "import heapq\n"
                "h = [5, 1, 4]\n"
                "h.append(2)\n"
                "while h:\n"
                "    low = min(h)\n"
                "    print(low, h.pop(h.index(min(h))))\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        done: set[tuple[cst.CSTNode, ...]] = set()
        for node in uses.nodes:
            args = plain_args(node, 1)
            if args is None or _heap_call(uses, node) != "heappop":
                continue
            variable = uses.variable(args[0])
            if variable is None or variable.bindings in done:
                continue
            done.add(variable.bindings)
            calls = [uses.program.parent(uses.program.parent(read) or read) or read for read in variable.reads]
            changed = [call for call in calls if _heap_call(uses, call)]
            if not _is_plain_heap(uses, variable) or not edits.claim(*variable.reads, *changed) or not sites.take():
                continue
            for read in variable.reads:
                self.change(uses, edits, read)

    def popped(self, uses: Uses, edits: Edits, call: cst.CSTNode, heap: str) -> str:
        """What takes the smallest item out of the list."""
        return f"{heap}.pop({heap}.index(min({heap})))"

    def change(self, uses: Uses, edits: Edits, read: cst.Name) -> None:
        """Do at one use without the heap."""
        heap = read.value
        holder = uses.program.parent(read)
        call = uses.program.parent(holder) if isinstance(holder, cst.Arg) else None
        kind = _heap_call(uses, call)
        if isinstance(holder, cst.Subscript):
            edits.replace(holder, f"min({heap})")
        elif kind == "heappop" and call is not None:
            edits.replace(call, self.popped(uses, edits, call, heap))
        elif kind == "heappush" and isinstance(call, cst.Call):
            edits.replace(call, f"{heap}.append({code(call.args[1].value)})")
        elif kind == "heapify" and call is not None:
            edits.replace_line(uses.line(call), "")


class SortInsteadOfHeap(ScanInsteadOfHeap):
    name = "sorted-list-instead-of-heap"
    reason = "All items are sorted for each that is taken out, where a heap keeps the smallest at hand."
    examples = (
        Example(
            before=(
                "from heapq import heappush, heappop\nh = []\nfor x in (3, 1, 2):\n    heappush(h, x)\n"
                "while h:\n    x = heappop(h)\n    print(x)\n"
            ),
            after=(
                "from heapq import heappush, heappop\n"
                "h = []\n"
                "for x in (3, 1, 2):\n"
                "    h.append(x)\n"
                "while h:\n"
                "    h.sort()\n"
                "    x = h.pop(0)\n"
                "    print(x)\n"
            ),
        ),
    )

    def popped(self, uses: Uses, edits: Edits, call: cst.CSTNode, heap: str) -> str:
        line = line_to_hoist(uses, call) if isinstance(call, cst.Call) else None
        if line is None:
            return super().popped(uses, edits, call, heap)
        edits.before(line, f"{heap}.sort()")
        return f"{heap}.pop(0)"


def _heap_call(uses: Uses, node: cst.CSTNode | None) -> str:
    """`"heappop"`, `"heappush"` or `"heapify"` for a call of these; "" for anything else."""
    name = uses.program.imported_name(node.func) or "" if isinstance(node, cst.Call) else ""
    counts = {"heapq.heappop": 1, "heapq.heappush": 2, "heapq.heapify": 1}
    return name.removeprefix("heapq.") if name in counts and plain_args(node or cst.Pass(), counts[name]) else ""


def _is_plain_heap(uses: Uses, variable: Variable) -> bool:
    for binding in variable.bindings:
        value = assigned_value(uses.program, binding)
        if not isinstance(value, (cst.List, cst.ListComp)) and not uses.program.is_builtin_call(
            value or cst.Pass(), "list"
        ):
            return False
    if any(isinstance(a, cst.Try) for read in variable.reads for a in uses.program.ancestors(read)):
        return False
    return all(_is_heap_use(uses, read) for read in variable.reads)


def _is_heap_use(uses: Uses, read: cst.Name) -> bool:
    parent = uses.program.parent(read)
    if isinstance(parent, cst.Subscript):
        load = not isinstance(uses.program.parent(parent), (cst.AssignTarget, cst.AugAssign, cst.Del, cst.Element))
        return load and match("__h[0]", parent) is not None
    if isinstance(parent, cst.Attribute):
        call = uses.program.parent(parent)
        appended = match("__h.append(__x)", call) if isinstance(call, cst.Call) else None
        return bool(appended)
    call = uses.program.parent(parent) if isinstance(parent, cst.Arg) else None
    kind = _heap_call(uses, call)
    if kind and isinstance(call, cst.Call):
        alone = kind == "heappop" or isinstance(uses.program.parent(call), cst.Expr)
        listed = kind != "heapify" or uses.own_line(uses.program.parent(call) or call) is not None
        mixed = any(read.value in names_read(arg) for arg in call.args[1:])
        return call.args[0].value is read and alone and listed and not mixed
    return is_truth(uses, read) or is_builtin_arg(uses, read, "len")
