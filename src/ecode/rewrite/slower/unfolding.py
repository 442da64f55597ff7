"""Comprehensions, and other things to iterate over, as headers of loop statements."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.loop_edits import in_class_body
from ecode.rewrite.analysis.shapes import code, operand, plain_args, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.program import names_read
from ecode.rewrite.slower.common import nested

_HIDDEN = (cst.Yield, cst.Await, cst.NamedExpr, cst.Lambda)


@dataclass(frozen=True, slots=True)
class Unfolded:
    """`for` and `if` headers, and the text of what the innermost block sees of each item."""

    headers: tuple[str, ...]
    element: str

    def around(self, *lines: str) -> str:
        """The lines inside the loops."""
        return nested(self.headers, *lines)

    @property
    def operand(self) -> str:
        """The element as an operand of whatever operator."""
        return operand(cst.parse_expression(self.element))

    @property
    def is_one_loop(self) -> bool:
        return sum(header.startswith("for ") for header in self.headers) == 1


def unfolded(uses: Uses, edits: Edits, items: cst.BaseExpression, name: str) -> Unfolded | None:
    """Loops over the items of an expression; `name` is for items that have none yet. None where that may not be."""
    if "\n" in code(items) or in_class_body(uses.program, items):
        return None
    if isinstance(items, (cst.ListComp, cst.GeneratorExp)):
        return _comprehension(uses, edits, items)
    if any(isinstance(n, _HIDDEN) for n in walk(items)) or isinstance(items, cst.SetComp):
        return None
    fresh = edits.fresh_name(name)
    args = plain_args(items, 2) if uses.program.is_builtin_call(items, "map") else None
    if args and isinstance(args[0], cst.Name):
        return Unfolded((f"for {fresh} in {code(args[1])}:",), f"{code(args[0])}({fresh})")
    return Unfolded((f"for {fresh} in {code(items)}:",), fresh)


def _comprehension(uses: Uses, edits: Edits, items: cst.ListComp | cst.GeneratorExp) -> Unfolded | None:
    clauses: list[cst.CompFor] = []
    clause: cst.CompFor | None = items.for_in
    while clause is not None:
        clauses.append(clause)
        clause = clause.inner_for_in
    bound = {n.value for c in clauses for n in walk(c.target) if isinstance(n, cst.Name)}
    if any(isinstance(n, _HIDDEN) for n in walk(items)) or any(c.asynchronous for c in clauses):
        return None
    if bound & names_read(clauses[0].iter):  # there the name means what it means outside
        return None
    if not all(isinstance(n, (cst.Name, cst.Tuple, cst.Element)) for c in clauses for n in _expressions(c.target)):
        return None
    scope = uses.program.scope(items)
    renamed = _Renamed({name: edits.fresh_name(name) for name in sorted(bound) if scope[name]})
    headers: list[str] = []
    for index, clause in enumerate(clauses):
        iterable = code(clause.iter) if index == 0 else renamed.text(clause.iter)
        headers.append(f"for {renamed.text(clause.target)} in {iterable}:")
        headers += [f"if {renamed.text(test.test)}:" for test in clause.ifs]
    return Unfolded(tuple(headers), renamed.text(items.elt))


def _expressions(node: cst.CSTNode) -> list[cst.CSTNode]:
    return [n for n in walk(node) if isinstance(n, (cst.BaseExpression, cst.BaseElement))]


class _Renamed(cst.CSTTransformer):
    """Gives the names of a comprehension, which stay inside, other names where the loop would overwrite something."""

    def __init__(self, names: dict[str, str]) -> None:
        super().__init__()
        self._names = names

    def text(self, node: cst.CSTNode) -> str:
        if not self._names:
            return code(node)
        changed = node.deep_clone().visit(self)
        assert isinstance(changed, cst.CSTNode)
        return code(changed)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        return updated_node.with_changes(value=self._names.get(updated_node.value, updated_node.value))

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.Attribute:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        return updated_node.with_changes(keyword=original_node.keyword)
