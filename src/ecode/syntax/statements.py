"""What statements and plain expressions say about names: assignments, loops, with, except, imports, match, calls."""

from __future__ import annotations

from tree_sitter import Node

from ecode.syntax.scopes import Function, Import, Scope
from ecode.syntax.walker import Handler, Walker

_VALUES = {
    "list": "list",
    "list_comprehension": "list",
    "dictionary": "dict",
    "dictionary_comprehension": "dict",
    "set": "set",
    "set_comprehension": "set",
}


def _identifier(walker: Walker, node: Node, scope: Scope) -> None:
    walker.occur(node, scope, "load")


def _leaf(walker: Walker, node: Node, scope: Scope) -> None:
    """Nothing to see."""


def _attribute(walker: Walker, node: Node, scope: Scope) -> None:
    name = node.child_by_field_name("attribute")
    for child in node.named_children:
        if name is not None and child.start_byte == name.start_byte:
            walker.outside(child, scope)
        else:
            walker.visit(child, scope)


def _python2_statement(walker: Walker, node: Node, scope: Scope) -> None:
    """`print x`, and what only looks like it (`print >> x`): the word is a name all the same."""
    walker.occur(node.children[0], scope, "load")
    walker.visit_all(node.named_children, scope)


def _interpolation(walker: Walker, node: Node, scope: Scope) -> None:
    if any(child.type == "=" for child in node.children):
        walker.found.debug_strings.append(walker.tree.span(node)[0])
    walker.visit_all(node.named_children, scope)


def _assignment(walker: Walker, node: Node, scope: Scope) -> None:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    annotation = node.child_by_field_name("type")
    kind = "annotated" if annotation is not None and right is None else "assign"
    value = ""
    if right is not None:
        value = walker.word(right) if right.type == "call" else _VALUES.get(right.type, "")
        if right.type == "lambda" and left is not None and left.type == "identifier":
            name = walker.mention(left, scope, "lambda")
            walker.found.functions.append(Function(name, scope, *walker.tree.span(node), decorators=("?",)))
    walker.bind(left, scope, kind, walker.top_end(node, scope) if right is not None else 0, value)
    walker.visit(annotation, scope)
    walker.visit(right, scope)


def _augmented_assignment(walker: Walker, node: Node, scope: Scope) -> None:
    walker.bind(node.child_by_field_name("left"), scope, "augmented")
    walker.visit(node.child_by_field_name("right"), scope)


def _walrus(walker: Walker, node: Node, scope: Scope) -> None:
    walker.bind(node.child_by_field_name("name"), scope, "walrus")
    walker.visit(node.child_by_field_name("value"), scope)


def _for(walker: Walker, node: Node, scope: Scope) -> None:
    left = node.child_by_field_name("left")
    walker.bind(left, scope, "for")
    walker.visit_all([c for c in node.named_children if left is None or c.start_byte != left.start_byte], scope)


def _as_pattern(walker: Walker, node: Node, scope: Scope, kind: str = "with") -> None:
    for child in node.named_children:
        if child.type == "as_pattern_target":
            walker.bind(child, scope, kind)
        else:
            walker.visit(child, scope)


def _except(walker: Walker, node: Node, scope: Scope) -> None:
    for child in node.named_children:
        if child.type == "as_pattern":
            _as_pattern(walker, child, scope, "except")
        else:
            walker.visit(child, scope)


def _delete(walker: Walker, node: Node, scope: Scope) -> None:
    for child in node.named_children:
        walker.bind(child, scope, "del")


def _declaration(walker: Walker, node: Node, scope: Scope) -> None:
    kind = "global" if node.type == "global_statement" else "nonlocal"
    declared = scope.global_names if kind == "global" else scope.nonlocal_names
    for child in node.named_children:
        if child.type == "identifier":
            declared.add(walker.occur(child, scope, kind).name)


def _type_alias(walker: Walker, node: Node, scope: Scope) -> None:
    left = node.child_by_field_name("left")
    name = left.named_children[0] if left is not None and left.named_child_count == 1 else None
    if name is not None and name.type == "identifier":
        walker.bind(name, scope, "type")
    else:
        walker.visit(left, scope)
    walker.visit(node.child_by_field_name("right"), scope)


# -- imports ---------------------------------------------------------------------------------------------------
def _import(walker: Walker, node: Node, scope: Scope) -> None:
    module = node.child_by_field_name("module_name")
    start = walker.tree.position(node.start_byte)
    origin = walker.tree.name(module) if module is not None else ""
    for part in walker.found_names(module):
        walker.outside(part, scope)
    for child in node.children_by_field_name("name"):
        source, alias = child, None
        if child.type == "aliased_import":
            source, alias = child.child_by_field_name("name") or child, child.child_by_field_name("alias")
        parts = walker.found_names(source)
        text = walker.tree.name(source)
        walker.found.imports.append(Import(origin or text, text if origin else "", start))
        bound = alias if alias is not None else (parts[0] if parts else None)
        walker.bind(bound, scope, "import")
        for part in parts:
            if bound is None or part.start_byte != bound.start_byte:
                walker.outside(part, scope)
    if any(child.type == "wildcard_import" for child in node.named_children):
        walker.found.imports.append(Import(origin, "*", start))
    walker.visit_all([c for c in node.named_children if c.type == "ERROR"], scope)


# -- match -----------------------------------------------------------------------------------------------------
def _case(walker: Walker, node: Node, scope: Scope) -> None:
    for child in node.named_children:
        if child.type == "case_pattern":
            _pattern(walker, child, scope)
        else:
            walker.visit(child, scope)


def _pattern(walker: Walker, pattern: Node, scope: Scope) -> None:
    stack = [pattern]
    while stack:
        node = stack.pop()
        children = node.named_children
        if node.type == "dotted_name" and len(children) > 1:
            walker.occur(children[0], scope, "load")
            for part in children[1:]:
                walker.outside(part, scope)
        elif node.type == "identifier":
            walker.occur(node, scope, "match")
        elif node.type == "class_pattern" and children and children[0].type == "dotted_name":
            names = children[0].named_children
            walker.occur(names[0], scope, "load")
            for part in names[1:]:
                walker.outside(part, scope)
            stack.extend(children[1:])
        elif node.type == "keyword_pattern" and children and children[0].type == "identifier":
            walker.outside(children[0], scope)
            stack.extend(children[1:])
        elif node.type in ("string", "concatenated_string", "ERROR"):
            walker.visit(node, scope)
        else:
            stack.extend(children)


HANDLERS: dict[str, Handler] = {
    "identifier": _identifier,
    "string_content": _leaf,
    "string_start": _leaf,
    "string_end": _leaf,
    "integer": _leaf,
    "comment": _leaf,
    "attribute": _attribute,
    "print_statement": _python2_statement,
    "exec_statement": _python2_statement,
    "interpolation": _interpolation,
    "assignment": _assignment,
    "augmented_assignment": _augmented_assignment,
    "named_expression": _walrus,
    "for_statement": _for,
    "as_pattern": _as_pattern,
    "except_clause": _except,
    "delete_statement": _delete,
    "global_statement": _declaration,
    "nonlocal_statement": _declaration,
    "type_alias_statement": _type_alias,
    "import_statement": _import,
    "import_from_statement": _import,
    "future_import_statement": _import,
    "case_clause": _case,
}
