"""Collect changes to a tree by node and make them all in one visit."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from functools import cached_property

import libcst as cst
from libcst.metadata import BuiltinAssignment, ScopeProvider

from ecode.rewrite.analysis.shapes import walk
from ecode.rewrite.program import Program, dotted, spaced

Line = cst.SimpleStatementLine | cst.BaseCompoundStatement
_MOVED_CALLS = frozenset({"input", "print"})
"""Functions that programs often replace by their own, and that stand in new code only where they stood in the old."""
Changed = cst.BaseExpression | cst.IndentedBlock | Sequence[cst.BaseStatement]


class Edits(cst.CSTTransformer):
    """Replacements and insertions, keyed by nodes of the program's own tree."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program
        self._replaced: dict[cst.CSTNode, Changed] = {}
        self._before: dict[cst.CSTNode, list[cst.BaseStatement]] = {}
        self._after: dict[cst.CSTNode, list[cst.BaseStatement]] = {}
        self._wrapped: dict[cst.CSTNode, str] = {}
        self._decorated: dict[cst.CSTNode, cst.Decorator] = {}
        self._claimed: set[cst.CSTNode] = set()
        self._claimed_above: set[cst.CSTNode] = set()
        self.names: frozenset[str] = frozenset()
        """The fresh names handed out so far."""
        self.imports: set[str] = set()
        """Import lines that the changed program needs."""
        self.spoiled = False
        """True when new code asks for a builtin whose name means something else in the program."""

    # -- what to change ----------------------------------------------------------------------------------------
    def claim(self, *nodes: cst.CSTNode) -> bool:
        """Reserve nodes that a site is about to replace; False when an earlier site has one of them."""
        for node in nodes:
            if node in self._claimed or node in self._claimed_above:
                return False
            if any(ancestor in self._claimed for ancestor in self.program.ancestors(node)):
                return False
        self._claimed.update(nodes)
        for node in nodes:
            self._claimed_above.update(self.program.ancestors(node))
        return True

    def replace(self, node: cst.CSTNode, new: cst.BaseExpression | str) -> None:
        """Put another expression in the place of one; text is parsed, and put in parentheses where it needs them."""
        if isinstance(new, str):
            new = cst.parse_expression(new, config=self.program.module.config_for_parsing)
            self._check_builtins(new)
        self._replaced[node] = new

    def replace_line(self, node: cst.CSTNode, text: str) -> None:
        """Put lines of code in the place of a line or compound statement (nothing, for empty text)."""
        self._replaced[node] = self.lines(text)

    def before(self, node: cst.CSTNode, text: str) -> None:
        """Insert lines of code before a line or compound statement."""
        self._before.setdefault(node, []).extend(self.lines(text))

    def after(self, node: cst.CSTNode, text: str) -> None:
        """Insert lines of code after a line or compound statement."""
        self._after.setdefault(node, []).extend(self.lines(text))

    def exchange(self, node: cst.CSTNode, new: cst.BaseCompoundStatement) -> None:
        """Put another compound statement in the place of one (made of its own parts, comments and all)."""
        self._replaced[node] = [new]

    def replace_body(self, function: cst.FunctionDef, text: str) -> None:
        """Put lines of code in the place of a function's body."""
        self._replaced[function.body] = cst.IndentedBlock(self.lines(text))

    def wrap(self, node: cst.CSTNode, header: str) -> None:
        """Put a compound statement under `header` (`if x in seen:`), as its whole body."""
        self._wrapped[node] = header

    def decorate(self, function: cst.FunctionDef, decorator: str) -> None:
        """Put `@decorator` above a function that has none yet."""
        self._decorated[function] = cst.Decorator(cst.parse_expression(decorator))

    def fresh_name(self, base: str) -> str:
        """A name that neither the program nor an earlier edit uses."""
        name = self.program.fresh_name(base, self.names)
        self.names |= {name}
        return name

    def imported(self, name: str) -> str:
        """What to call `"heapq.heappush"` in the changed program; notes the import it needs."""
        module, _, function = name.rpartition(".")
        own = [n for n in walk(self.program.module) if isinstance(n, cst.Name) and n.value == function]
        line = f"from {module} import {function}"
        if own and not self._means_import(own, name):
            known = f" as {function}_from_{module}"
            self.imports.add(line + known)
            return f"{function}_from_{module}"
        if not self._is_imported_at_top(name):
            self.imports.add(line)
        return function

    def _is_imported_at_top(self, name: str) -> bool:
        """True when one of the first lines, with nothing but imports above it, imports the name as itself."""
        module, _, function = name.rpartition(".")
        for line in self.program.module.body:
            statement = line.body[0] if isinstance(line, cst.SimpleStatementLine) and len(line.body) == 1 else None
            if not isinstance(statement, (cst.Import, cst.ImportFrom)):
                return False
            if isinstance(statement, cst.ImportFrom) and isinstance(statement.names, Sequence):
                source = dotted(statement.module) if statement.module else ""
                for alias in statement.names:
                    if source == module and alias.asname is None and alias.evaluated_name == function:
                        return True
        return False

    def _means_import(self, found: list[cst.Name], name: str) -> bool:
        """True when the names are either attributes or mean the imported function, wherever they stand."""
        for node in found:
            parent = self.program.parent(node)
            if isinstance(parent, (cst.ImportAlias, cst.Attribute)) and getattr(parent, "value", None) is not node:
                continue
            if self.program.imported_name(node) != name:
                return False
        return True

    def lines(self, text: str) -> list[cst.BaseStatement]:
        """Parse lines whose blocks are indented by four blanks, with the program's own indentation."""
        config = self.program.module.config_for_parsing
        unit = self.program.module.default_indent
        own = [unit * ((len(line) - len(line.lstrip())) // 4) + line.lstrip() for line in text.split("\n")]
        module = cst.parse_module("\n".join(own), config=config)
        self._check_builtins(module)
        return list(module.body)

    def _check_builtins(self, new: cst.CSTNode) -> None:
        """Notice calls in new code that would not reach the builtin they mean."""
        for call in walk(new):
            name = call.func.value if isinstance(call, cst.Call) and isinstance(call.func, cst.Name) else None
            if name in self._shadowed and name not in _MOVED_CALLS:
                self.spoiled = True

    @cached_property
    def _shadowed(self) -> frozenset[str]:
        """The builtins' names that the program binds to something else somewhere."""
        scopes = {scope for scope in self.program.wrapper.resolve(ScopeProvider).values() if scope is not None}
        bound = {a.name for scope in scopes for a in scope.assignments if not isinstance(a, BuiltinAssignment)}
        return frozenset(name for name in bound if hasattr(builtins, name))

    def apply(self) -> cst.Module:
        """The module with every change made; the module itself where there is none."""
        if self.spoiled or not (self._replaced or self._before or self._after or self._wrapped or self._decorated):
            return self.program.module
        return self.program.module.visit(self)

    # -- the visit ---------------------------------------------------------------------------------------------
    def on_leave(  # type: ignore[override]  # one method for all node types
        self, original_node: cst.CSTNode, updated_node: cst.CSTNode
    ) -> cst.CSTNode | cst.RemovalSentinel | cst.FlattenSentinel[cst.CSTNode]:
        if original_node in self._wrapped and isinstance(updated_node, cst.BaseCompoundStatement):
            updated_node = self._under(self._wrapped[original_node], updated_node)
        if original_node in self._decorated:
            updated_node = updated_node.with_changes(decorators=[self._decorated[original_node]])
        new = self._replaced.get(original_node)
        if isinstance(new, cst.CSTNode):
            return _in_parentheses(original_node, new, self.program.parent(original_node))
        lines: list[cst.CSTNode] = [updated_node] if new is None else _with_comments(original_node, list(new))
        before = self._before.get(original_node, [])
        after = self._after.get(original_node, [])
        if new is None and not before and not after:
            return updated_node
        if before and lines:
            moved = getattr(lines[0], "leading_lines", ())
            first_code = _below(lines[0].with_changes(leading_lines=()), self.program.parent(original_node))
            lines = [before[0].with_changes(leading_lines=moved), *before[1:], first_code, *lines[1:]]
        lines += after
        return cst.FlattenSentinel(lines) if lines else cst.RemoveFromParent()

    def _under(self, header: str, statement: cst.BaseCompoundStatement) -> cst.BaseCompoundStatement:
        outer = self.lines(f"{header}\n    pass")[0]
        inner = statement.with_changes(leading_lines=())
        assert isinstance(outer, cst.BaseCompoundStatement)
        return outer.with_changes(
            leading_lines=getattr(statement, "leading_lines", ()), body=outer.body.with_changes(body=[inner])
        )


def _below(line: cst.CSTNode, parent: cst.CSTNode | None) -> cst.CSTNode:
    """What stands below an inserted line; a function or class with the usual distance."""
    return spaced(line, 2 if isinstance(parent, cst.Module) else 1) if isinstance(line, cst.BaseStatement) else line


def _with_comments(old: cst.CSTNode, new: list[cst.BaseStatement]) -> list[cst.CSTNode]:
    """Hand the comments above a statement, and the one behind it, on to what replaces it."""
    if not new:
        return []
    head: cst.CSTNode = new[0].with_changes(leading_lines=getattr(old, "leading_lines", ()))
    if isinstance(old, cst.SimpleStatementLine) and isinstance(head, cst.SimpleStatementLine):
        head = head.with_changes(trailing_whitespace=old.trailing_whitespace)
    return [head, *new[1:]]


def _in_parentheses(old: cst.CSTNode, new: cst.CSTNode, parent: cst.CSTNode | None) -> cst.CSTNode:
    """Keep the old expression's parentheses, or add some where the new one binds less tightly."""
    if not isinstance(new, cst.BaseExpression) or new.lpar or not isinstance(old, cst.BaseExpression):
        return new
    if old.lpar:
        return new.with_changes(lpar=old.lpar, rpar=old.rpar)
    compound = (
        cst.BinaryOperation, cst.BooleanOperation, cst.Comparison, cst.IfExp, cst.UnaryOperation, cst.Lambda, cst.Tuple,
        cst.NamedExpr,
    )  # fmt: skip
    tight = (
        cst.BinaryOperation, cst.BooleanOperation, cst.Comparison, cst.ComparisonTarget, cst.UnaryOperation,
        cst.Attribute, cst.Subscript, cst.Call, cst.Await, cst.StarredElement,
    )  # fmt: skip
    if isinstance(new, compound) and isinstance(parent, tight):
        return new.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    return new
