"""The walk over a tree that collects names: its state, and the small steps that the handlers of nodes are made of."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping

from tree_sitter import Node

from ecode.syntax.parse import Tree, walk
from ecode.syntax.resolution import resolve
from ecode.syntax.scopes import Analysis, Occurrence, Scope

_TARGETS = frozenset(
    {"pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern", "dictionary_splat_pattern"}
    | {"as_pattern_target", "tuple", "list", "list_splat", "expression_list", "parenthesized_expression"}
)
"""Nodes of which a target to assign to may be made."""


class Walker:
    """A stack of (node, scope) instead of recursion: broken source can nest without end."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.module = Scope("module", None)
        self.found = Analysis(tree, self.module, [self.module], [], [], [], [], [], [], [])
        self.decorators: dict[int, tuple[str, ...]] = {}
        """The words of a definition's decorators by where it starts."""
        self._stack: list[tuple[Node, Scope]] = [(tree.root, self.module)]
        self._top: dict[int, int] = {}  # starts of unconditional statements at module level -> where they end

    def run(self, handlers: Mapping[str, Handler]) -> Analysis:
        """Walk everything; what has no handler passes its children on."""
        for statement in self.tree.root.named_children:
            self._note_top(statement)
        stack = self._stack
        while stack:
            node, scope = stack.pop()
            handler = handlers.get(node.type)
            if handler is None:
                stack.extend([(child, scope) for child in node.named_children])
            else:
                handler(self, node, scope)
        self.found.occurrences.sort(key=lambda occurrence: occurrence.start)
        self.found.scopes.sort(key=lambda scope: scope.start)
        resolve(self.module, self.found.occurrences, broken=self.tree.broken)
        return self.found

    def visit(self, node: Node | None, scope: Scope) -> None:
        """Walk a node later."""
        if node is not None:
            self._stack.append((node, scope))

    def visit_all(self, nodes: Iterable[Node], scope: Scope) -> None:
        """Walk nodes later."""
        self._stack.extend([(node, scope) for node in nodes])

    def scope(self, kind: str, parent: Scope, node: Node) -> Scope:
        """A new scope that begins at `node`."""
        scope = Scope(kind, parent, self.tree.position(node.start_byte))
        self.found.scopes.append(scope)
        return scope

    def mention(self, node: Node, scope: Scope, kind: str) -> Occurrence:
        """An occurrence that is not yet counted among the names of a scope."""
        start, end = self.tree.span(node)
        name = self.tree.slice(start, end)
        if not name.isascii():
            name = unicodedata.normalize("NFKC", name)  # as Python compares names
        return Occurrence(name, start, end, kind, scope)

    def occur(self, node: Node, scope: Scope, kind: str) -> Occurrence:
        """A name in a scope."""
        occurrence = self.mention(node, scope, kind)
        self.found.occurrences.append(occurrence)
        return occurrence

    def outside(self, node: Node, scope: Scope) -> None:
        """A name that belongs to no scope: an attribute, a module's part."""
        self.found.attributes.append(self.mention(node, scope, "attribute"))

    def bind(self, target: Node | None, scope: Scope, kind: str, top_end: int = 0, value: str = "") -> None:
        """All names of an assignment's target; what else stands in it (subscripts, attributes) is read."""
        stack = [target] if target is not None else []
        while stack:
            node = stack.pop()
            if node.type == "identifier":
                occurrence = self.occur(node, scope, kind)
                occurrence.top_end, occurrence.value = top_end, value
            elif node.type in _TARGETS:
                stack.extend(node.named_children)
                value = ""
            else:
                self.visit(node, scope)

    def found_names(self, node: Node | None) -> list[Node]:
        """The parts of a dotted name."""
        if node is None:
            return []
        return [child for child in walk(node) if child.type == "identifier"]

    def top_end(self, node: Node, scope: Scope) -> int:
        """See `Occurrence.top_end`: not 0 for an unconditional statement at module level."""
        if scope is not self.module:
            return 0
        return self.tree.position(self._top.get(node.start_byte, 0))

    def word(self, node: Node | None) -> str:
        """The last word of a dotted name, or of the function of a call; `?` for anything else."""
        if node is not None and node.type == "call":
            node = node.child_by_field_name("function")
        if node is not None and node.type == "attribute":
            node = node.child_by_field_name("attribute")
        return self.tree.name(node) if node is not None and node.type == "identifier" else "?"

    def _note_top(self, statement: Node) -> None:
        if statement.type == "expression_statement":
            node = statement.named_children[0] if statement.named_child_count == 1 else None
            while node is not None and node.type == "assignment":
                self._top[node.start_byte] = statement.end_byte
                node = node.child_by_field_name("right")
            return
        inner = statement.child_by_field_name("definition") if statement.type == "decorated_definition" else statement
        if inner is not None and inner.type in ("function_definition", "class_definition"):
            body = inner.child_by_field_name("body") if inner.type == "function_definition" else None
            self._top[inner.start_byte] = body.start_byte if body is not None else inner.end_byte


Handler = Callable[[Walker, Node, Scope], None]
