"""Comprehensions in the place of loops that append, and of map with a lambda."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst
import libcst.matchers as m

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.loop_edits import (
    LoopEdits,
    LoopRewrite,
    assigned,
    fits_comprehension,
    in_class_body,
    loops_with_line_before,
    only_statement,
    targets_are_free,
)
from ecode.rewrite.analysis.shapes import bare, code, operand, plain_args, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read


@dataclass(frozen=True, slots=True)
class Collected:
    """A loop that does nothing but `name.append(element)`: its clauses in the order of the text."""

    name: cst.Name
    method: str
    element: str
    clauses: str
    loops: tuple[cst.For, ...]
    parts: tuple[cst.CSTNode, ...]


class ComprehensionInsteadOfAppend(LoopRewrite):
    name = "comprehension-instead-of-append"
    reason = "A comprehension adds its items with one instruction each; the loop looks up and calls append."
    examples = (
        Example(
            before=(
                "n = int(input())\n"
                "squares = []\n"
                "for i in range(n):\n"
                "    # even ones\n"
                "    if i % 2 == 0:\n"
                "        squares.append(i * i)\n"
                "print(squares)\n"
            ),
            after="n = int(input())\n# even ones\nsquares = [i * i for i in range(n) if i % 2 == 0]\nprint(squares)\n",
            stdin="6\n",
        ),
        Example(
            before="xs = [1]\nfor a in range(2):\n    for b in range(3):\n        xs.append(a * b)\nprint(xs)\n",
            after="xs = [1]\nxs.extend([a * b for a in range(2) for b in range(3)])\nprint(xs)\n",
        ),
    )

    def find_loops(self, uses: Uses, edits: LoopEdits, sites: Sites) -> None:
        for before, loop in loops_with_line_before(uses):
            found = _collected(uses, loop)
            if found is None or not edits.claim(loop) or not sites.take():
                continue
            made = f"{found.element} {found.clauses}"
            start = _empty_start(uses, before, found)
            edits.keep_comments(start or loop, loop)
            if start is None:
                extend = "extend" if found.method == "append" else "update"
                edits.replace_line(loop, f"{found.name.value}.{extend}([{made}])")
                continue
            edits.claim(start)
            edits.replace_line(
                start,
                f"{found.name.value} = [{made}]" if found.method == "append" else f"{found.name.value} = {{{made}}}",
            )
            edits.replace_line(loop, "")


def _collected(uses: Uses, loop: cst.For | cst.While) -> Collected | None:
    clauses: list[str] = []
    loops: list[cst.For] = []
    parts: list[cst.CSTNode] = []
    current: cst.CSTNode | None = loop
    while isinstance(current, (cst.For, cst.If)) and current.orelse is None:
        if isinstance(current, cst.For):
            iterable = (
                f"({code(current.iter)})" if isinstance(current.iter, (cst.Tuple, cst.IfExp)) else code(current.iter)
            )
            clauses.append(f"for {code(current.target)} in {iterable}")
            loops.append(current)
            parts.append(current.iter)
        else:
            test = operand(current.test) if isinstance(current.test, cst.IfExp) else bare(current.test)
            clauses.append(f"if {test}")
            parts.append(current.test)
        current = only_statement(current.body)
    call = current.value if isinstance(current, cst.Expr) else None
    args = plain_args(call, 1) if call is not None else None
    func = call.func if isinstance(call, cst.Call) else None
    if args is None or not isinstance(func, cst.Attribute) or not isinstance(func.value, cst.Name):
        return None
    if func.attr.value not in ("append", "add") or not loops:
        return None
    element = args[0]
    text = operand(element) if isinstance(element, cst.Tuple) else code(element)
    found = Collected(func.value, func.attr.value, text, " ".join(clauses), tuple(loops), (element, *parts))
    return found if _is_collectible(uses, found) else None


def _is_collectible(uses: Uses, found: Collected) -> bool:
    """True when nothing that the loop evaluates sees the container grow, or binds names."""
    wanted = "list" if found.method == "append" else "set"
    if uses.kinds.of(found.name).name != wanted or not fits_comprehension(*found.parts):
        return False
    name = found.name.value
    bound = {n.value for loop in found.loops for n in walk(loop.target) if isinstance(n, cst.Name)}
    if name in bound or any(name in names_read(part) for part in found.parts):
        return False
    variable = uses.variable(found.name)
    if variable is None or not all(targets_are_free(uses, loop) for loop in found.loops):
        return False
    here = uses.program.function(found.name)
    shared = any(uses.program.function(read) is not here for read in variable.reads)
    if (shared or _has_alias(uses, found)) and not all(
        uses.program.is_pure(part) or _only_reads_input(uses, part) for part in found.parts
    ):
        return False
    return not any(isinstance(a, cst.Try) for a in uses.program.ancestors(found.loops[0]))


def _has_alias(uses: Uses, found: Collected) -> bool:
    """True when functions that the loop calls might reach the container by another name: it is a parameter."""
    variable = uses.variable(found.name)
    return variable is None or any(isinstance(b, cst.Param) for b in variable.bindings)


def _only_reads_input(uses: Uses, part: cst.CSTNode) -> bool:
    """True when the only impure calls in the expression are methods and reads of input."""
    for call in (n for n in walk(part) if isinstance(n, cst.Call)):
        method = isinstance(call.func, cst.Attribute)
        if not method and not uses.program.is_pure(call.func) and not uses.program.is_builtin(call.func):
            return False
        if not method and not uses.program.is_builtin(call.func):
            return False
    return True


def _empty_start(uses: Uses, before: cst.CSTNode | None, found: Collected) -> cst.CSTNode | None:
    """The line before the loop where it is `xs = []` (or `xs = set()`)."""
    pair = assigned(before)
    if pair is None or pair[0] != found.name.value:
        return None
    empty_list = m.matches(pair[1], m.List(elements=[])) or (
        uses.program.is_builtin_call(pair[1], "list") and code(pair[1]) == "list()"
    )
    empty_set = uses.program.is_builtin_call(pair[1], "set") and code(pair[1]) == "set()"
    return before if (empty_list if found.method == "append" else empty_set) else None


class ComprehensionInsteadOfLambda(EditingRewrite):
    name = "comprehension-instead-of-lambda"
    reason = "map calls its lambda for every item; a comprehension evaluates the same expression in place."
    examples = (
        Example(
            before="xs = list(map(lambda x: x * 2, [1, 2]))\nprint(xs, sum(map(lambda a, b: a * b, xs, [3, 4])))\n",
            after="xs = [x * 2 for x in [1, 2]]\nprint(xs, sum([a * b for a, b in zip(xs, [3, 4])]))\n",
        ),
        Example(
            before="for x in filter(lambda x: x % 2, range(5)):\n    print(x)\n",
            after="for x in (x for x in range(5) if x % 2):\n    print(x)\n",
        ),
    )
    _EAGER = ("sum", "min", "max", "sorted")

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        program = uses.program
        for call in uses.nodes:
            if not isinstance(call, cst.Call) or not program.is_builtin_call(call, "map", "filter"):
                continue
            made = _without_lambda(uses, call)
            if made is None:
                continue
            arg = program.parent(call)
            outer = program.parent(arg) if isinstance(arg, cst.Arg) and not arg.star and not arg.keyword else None
            alone = isinstance(outer, cst.Call) and len(outer.args) == 1
            whole: cst.CSTNode = call
            text = f"({made})"
            if alone and isinstance(outer, cst.Call) and program.is_builtin(outer.func, "list", "set"):
                whole, text = outer, f"[{made}]" if code(outer.func) == "list" else f"{{{made}}}"
            elif alone and isinstance(outer, cst.Call) and program.is_builtin(outer.func, *self._EAGER):
                text = f"[{made}]"
            if edits.claim(whole) and sites.take():
                edits.replace(whole, text)


def _without_lambda(uses: Uses, call: cst.Call) -> str | None:
    """The inside of the comprehension that gives what the map or filter does; None where it is not of that shape."""
    args = [a.value for a in call.args if not a.star and not a.keyword]
    function = args[0] if len(args) == len(call.args) and len(args) >= 2 else None
    if not isinstance(function, cst.Lambda) or in_class_body(uses.program, call):
        return None
    params = function.params
    plain = not (params.star_kwarg or params.kwonly_params or params.posonly_params)
    plain = plain and isinstance(params.star_arg, cst.MaybeSentinel) and all(p.default is None for p in params.params)
    names = [p.name.value for p in params.params]
    if not plain or len(names) != len(args) - 1 or not fits_comprehension(function.body, *args[1:]):
        return None
    if len(names) > 1 and not uses.program.is_builtin(call.func, "map"):
        return None
    if len(names) > 1 and "zip" in uses.program.all_names and not _zip_is_builtin(uses):
        return None
    items = code(args[1]) if len(names) == 1 else f"zip({', '.join(code(a) for a in args[1:])})"
    if isinstance(args[1], (cst.IfExp, cst.Tuple)) and len(names) == 1:
        items = operand(args[1])
    if uses.program.is_builtin(call.func, "filter"):
        return (
            f"{names[0]} for {names[0]} in {items} if {operand(function.body)}"
            if _needs_parens(function.body)
            else f"{names[0]} for {names[0]} in {items} if {bare(function.body)}"
        )
    return f"{code(function.body)} for {', '.join(names)} in {items}"


def _needs_parens(test: cst.BaseExpression) -> bool:
    return isinstance(test, cst.IfExp)


def _zip_is_builtin(uses: Uses) -> bool:
    found = [n for n in uses.nodes if isinstance(n, cst.Name) and n.value == "zip"]
    return all(uses.program.is_builtin(n) for n in found)
