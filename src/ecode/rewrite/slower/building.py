"""Lists and texts put together piece by piece."""

from __future__ import annotations

import ast

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match, match_block
from ecode.rewrite.analysis.shapes import code, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read
from ecode.rewrite.slower.common import SlowerRewrite, line_to_hoist
from ecode.rewrite.slower.unfolding import unfolded


class AppendLoop(SlowerRewrite):
    name = "append-loop-instead-of-comprehension"
    reason = "The loop looks append up and calls it for every item."
    examples = (
        Example(
            before="n = int(input())\nrows = [[0] * 2 for _ in range(n)]\neven = [i for i in range(n) if i % 2 == 0]\n"
            "print(rows, even)\n",
            after=(
                "n = int(input())\n"
                "rows = []\n"
                "for _ in range(n):\n"
                "    rows.append([0] * 2)\n"
                "even = []\n"
                "for i in range(n):\n"
                "    if i % 2 == 0:\n"
                "        even.append(i)\n"
                "print(rows, even)\n"
            ),
            stdin="5\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.ListComp):
                continue
            line = line_to_hoist(uses, node)
            loops = unfolded(uses, edits, node, "item") if line is not None else None
            if line is None or loops is None or not edits.claim(node) or not sites.take():
                continue
            _grow(uses, edits, line, node, loops.headers, loops.element)


class AppendLoopInsteadOfMap(SlowerRewrite):
    name = "append-loop-instead-of-map"
    reason = "The loop calls append and the function for every item, where list and map run in C."
    examples = (
        Example(
            before="a = list(map(int, input().split()))\nprint(a)\n",
            after=("a = []\nfor item in input().split():\n    a.append(int(item))\nprint(a)\n"),
            stdin="4 5\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            found = match("list(map(__f, __a))", node) if isinstance(node, cst.Call) else None
            if not found or not isinstance(node, cst.Call) or not isinstance(found["__f"], cst.Name):
                continue
            inner = node.args[0].value
            known = uses.program.is_builtin(node.func, "list") and uses.program.is_builtin_call(inner, "map")
            line = line_to_hoist(uses, node) if known else None
            loops = unfolded(uses, edits, inner, "item") if line is not None else None
            if line is not None and loops is not None and edits.claim(node) and sites.take():
                _grow(uses, edits, line, node, loops.headers, loops.element)


def _grow(
    uses: Uses, edits: Edits, line: cst.CSTNode, node: cst.BaseExpression, headers: tuple[str, ...], element: str
) -> None:
    """Make the list `node` in a loop before its line; the line itself goes where it only gives the list a name."""
    found = match_block("__x = __e", line)
    name = found["__x"] if found and found["__e"] is node and not _may_look(uses, node) else None
    depth = "    " * len(headers)
    loops = "\n".join("    " * i + header for i, header in enumerate(headers))
    if isinstance(name, cst.Name) and name.value not in names_read(node):
        edits.claim(line)
        edits.replace_line(line, f"{name.value} = []\n{loops}\n{depth}{name.value}.append({element})")
        return
    items = edits.fresh_name("items")
    edits.before(line, f"{items} = []\n{loops}\n{depth}{items}.append({element})")
    edits.replace(node, items)


def _may_look(uses: Uses, node: cst.BaseExpression) -> bool:
    """True when something may see the list half made: a function of the program, or what catches an error."""
    if any(isinstance(ancestor, cst.Try) for ancestor in uses.program.ancestors(node)):
        return True
    names = [n for n in uses.names_in(node) if not uses.program.is_builtin(n)]
    called = {n.func for n in walk(node) if isinstance(n, cst.Call)}
    called |= {
        n.args[0].value for n in walk(node) if isinstance(n, cst.Call) and uses.program.is_builtin(n.func, "map")
    }
    return any(name in called and not uses.program.imported_name(name) for name in names)


class TextByConcatenation(SlowerRewrite):
    name = "text-by-concatenation"
    reason = "Adding to a text again and again may copy it each time, where join copies every piece once."
    changes_cost_class = True
    examples = (
        Example(
            before="s = input()\nt = ''.join(c for c in s if c != 'a')\nprint(t)\nprint(', '.join(sorted(s)))\n",
            after=(
                "s = input()\n"
                "text = ''\n"
                "for c in s:\n"
                "    if c != 'a':\n"
                "        text = text + c\n"
                "t = text\n"
                "print(t)\n"
                "text_2 = ''\n"
                "for piece in sorted(s):\n"
                "    text_2 = text_2 + piece + ', '\n"
                "text_2 = text_2[:-2]\n"
                "print(text_2)\n"
            ),
            stdin="banana\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            found = match("__s.join(__a)", node) if isinstance(node, cst.Call) else None
            if not found or not isinstance(node, cst.Call) or not isinstance(found["__s"], cst.SimpleString):
                continue
            between = ast.literal_eval(code(found["__s"]))
            line = line_to_hoist(uses, node) if isinstance(between, str) else None
            loops = unfolded(uses, edits, found["__a"], "piece") if line is not None else None
            if line is None or loops is None or not edits.claim(node) or not sites.take():
                continue
            text = edits.fresh_name("text")
            tail = f" + {code(found['__s'])}" if between else ""
            cut = f"\n{text} = {text}[:-{len(between)}]" if between else ""
            edits.before(line, f"{text} = ''\n{loops.around(f'{text} = {text} + {loops.operand}{tail}')}{cut}")
            edits.replace(node, text)
