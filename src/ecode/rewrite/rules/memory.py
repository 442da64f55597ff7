"""Spend less on memory management: no collector runs, plain dicts."""

from __future__ import annotations

import libcst as cst
import libcst.matchers as m

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.shapes import walk
from ecode.rewrite.analysis.standard_streams import after_imports
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import COMPREHENSIONS, Program, add_import

_CONTAINERS = (cst.List, cst.Tuple, cst.Dict, cst.ListComp, cst.DictComp, cst.SetComp, cst.Set)


class PauseGarbageCollector(Rewrite):
    name = "pause-garbage-collector"
    reason = "With many containers alive the cyclic collector walks them again and again and finds nothing."
    speculative = True  # pays only where many containers stay alive at a time
    examples = (
        Example(
            before="n = int(input())\npairs = []\nfor i in range(n):\n    pairs.append((i, i * i))\nprint(pairs)\n",
            after=(
                "import gc\n"
                "gc.disable()\n"
                "n = int(input())\n"
                "pairs = []\n"
                "for i in range(n):\n"
                "    pairs.append((i, i * i))\n"
                "print(pairs)\n"
            ),
            stdin="3\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        if "gc" in program.all_names or not _keeps_many_containers(program) or not sites.take():
            return program.module
        return after_imports(add_import(program.module, "import gc"), "gc.disable()")


def _keeps_many_containers(program: Program) -> bool:
    """True when containers are made again and again and put into another one: appended, or items of a comprehension."""
    for node in walk(program.module):
        if isinstance(node, COMPREHENSIONS):
            element = node.value if isinstance(node, cst.DictComp) else node.elt
            if isinstance(element, _CONTAINERS) or program.is_builtin_call(element, "list", "set", "dict", "tuple"):
                return True
        if isinstance(node, _CONTAINERS) and (program.in_loop(node) or program.function(node) is not None):
            parent = program.parent(node)
            if isinstance(parent, (cst.Arg, cst.Assign, cst.Element)):
                return True
    return "defaultdict" in program.all_names


class DictInsteadOfOrderedDict(EditingRewrite):
    name = "dict-instead-of-ordered-dict"
    reason = "A plain dict keeps its order, too, and needs no linked list for it."
    speculative = True  # they print and compare differently
    examples = (
        Example(
            before="from collections import OrderedDict\nd = OrderedDict()\nd[2] = 1\nd[1] = 2\nprint(list(d))\n",
            after="from collections import OrderedDict\nd = dict()\nd[2] = 1\nd[1] = 2\nprint(list(d))\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        program = uses.program
        own = m.findall(program.module, m.Attribute(attr=m.Name("move_to_end") | m.Name("popitem")))
        if own or "dict" in _bound_names(program):
            return
        for call in uses.nodes:
            if not isinstance(call, cst.Call) or program.imported_name(call.func) != "collections.OrderedDict":
                continue
            if edits.claim(call.func) and sites.take():
                edits.replace(call.func, "dict")


def _bound_names(program: Program) -> set[str]:
    """Names that mean something else than the builtin somewhere in the program."""
    return {
        n.value
        for n in walk(program.module)
        if isinstance(n, cst.Name) and n.value == "dict" and not program.is_builtin(n)
    }
