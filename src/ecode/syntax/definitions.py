"""What opens scopes or calls functions: def, lambda, class, comprehensions, calls and their keywords."""

from __future__ import annotations

from tree_sitter import Node

from ecode.syntax.scopes import Call, ClassStatement, Function, Occurrence, Scope
from ecode.syntax.walker import Handler, Walker


def _decorated(walker: Walker, node: Node, scope: Scope) -> None:
    definition = node.child_by_field_name("definition")
    words = []
    for child in node.named_children:
        if child.type == "decorator":
            words.append(_dotted(walker, child.named_children[0] if child.named_child_count else None))
        walker.visit(child, scope)
    if definition is not None:
        walker.decorators[definition.start_byte] = tuple(words)


def _dotted(walker: Walker, node: Node | None) -> str:
    """`functools.cache` of a decorator, called or not; `?` for what is no name, or one with more dots."""
    if node is not None and node.type == "call":
        node = node.child_by_field_name("function")
    if node is None or node.type != "attribute":
        return walker.word(node)
    root = node.child_by_field_name("object")
    return f"{walker.tree.name(root)}.{walker.word(node)}" if root is not None and root.type == "identifier" else "?"


def _function(walker: Walker, node: Node, scope: Scope) -> None:
    name = node.child_by_field_name("name")
    occurrence = None
    if name is not None and name.type == "identifier":
        occurrence = walker.occur(name, scope, "def")
        occurrence.top_end = walker.top_end(node, scope)
    outer = _type_parameters(walker, node, scope)
    inner = walker.scope("function", outer, node)
    parameters, by_position = _parameters(walker, node.child_by_field_name("parameters"), outer, inner)
    walker.visit(node.child_by_field_name("return_type"), outer)
    body = node.child_by_field_name("body")
    walker.visit(body, inner)
    known = ("name", "type_parameters", "parameters", "return_type", "body")
    _visit_rest(walker, node, known, inner)
    span = walker.tree.span(node)
    decorators = walker.decorators.get(node.start_byte, ())
    walker.found.functions.append(Function(occurrence, inner, *span, parameters, by_position, decorators))


def _lambda(walker: Walker, node: Node, scope: Scope) -> None:
    inner = walker.scope("lambda", scope, node)
    _parameters(walker, node.child_by_field_name("parameters"), scope, inner)
    walker.visit(node.child_by_field_name("body"), inner)
    _visit_rest(walker, node, ("parameters", "body"), inner)


def _visit_rest(walker: Walker, node: Node, known: tuple[str, ...], scope: Scope) -> None:
    """Children outside of the known fields: errors in the middle of a definition."""
    fields = {child.start_byte for field in known for child in node.children_by_field_name(field)}
    walker.visit_all([child for child in node.named_children if child.start_byte not in fields], scope)


def _type_parameters(walker: Walker, node: Node, scope: Scope) -> Scope:
    """Python 3.12's `def f[T]`: a scope of its own around the definition."""
    parameters = node.child_by_field_name("type_parameters")
    if parameters is None:
        return scope
    inner = walker.scope("function", scope, node)
    for child in parameters.named_children:
        first = child.named_children[0] if child.named_child_count else None
        walker.bind(first, inner, "type")
    return inner


def _parameters(
    walker: Walker, parameters: Node | None, outer: Scope, inner: Scope
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Bind the parameters in `inner`; defaults and annotations belong to `outer`. (names, those by position only)"""
    names: list[str] = []
    by_position: frozenset[str] = frozenset()
    for child in parameters.named_children if parameters is not None else ():
        if child.type == "positional_separator":
            by_position = frozenset(names)
            continue
        name: Node | None = child
        if child.type in ("default_parameter", "typed_default_parameter"):
            name = child.child_by_field_name("name")
            walker.visit(child.child_by_field_name("value"), outer)
            walker.visit(child.child_by_field_name("type"), outer)
        elif child.type == "typed_parameter":
            name = child.named_children[0] if child.named_child_count else None
            walker.visit(child.child_by_field_name("type"), outer)
        if name is not None and name.type == "identifier":
            names.append(walker.occur(name, inner, "param").name)
        elif name is not None and name.type != "keyword_separator":
            walker.bind(name, inner, "param")  # *args, **kwargs, Python 2's tuples: no keyword reaches them
    return tuple(names), by_position


def _class(walker: Walker, node: Node, scope: Scope) -> None:
    name, brackets = node.child_by_field_name("name"), node.child_by_field_name("superclasses")
    occurrence = None
    if name is not None and name.type == "identifier":
        occurrence = walker.occur(name, scope, "class")
        occurrence.top_end = walker.top_end(node, scope)
    outer = _type_parameters(walker, node, scope)
    inner = walker.scope("class", outer, node)
    bases: list[str] = []
    if brackets is not None:
        for child in brackets.named_children:
            if child.type != "comment":
                bases.append(walker.tree.name(child) if child.type == "identifier" else "?")
        _arguments(walker, node, None, brackets, outer)
    walker.visit(node.child_by_field_name("body"), inner)
    _visit_rest(walker, node, ("name", "type_parameters", "superclasses", "body"), inner)
    decorators = walker.decorators.get(node.start_byte, ())
    walker.found.classes.append(ClassStatement(occurrence, inner, tuple(bases), decorators))


def _comprehension(walker: Walker, node: Node, scope: Scope) -> None:
    inner = walker.scope("comprehension", scope, node)
    first = True
    for child in node.named_children:
        if child.type != "for_in_clause":
            walker.visit(child, inner)
            continue
        left = child.child_by_field_name("left")
        walker.bind(left, inner, "for")
        for part in child.named_children:
            if left is None or part.start_byte != left.start_byte:
                walker.visit(part, scope if first else inner)
        first = False


# -- calls -----------------------------------------------------------------------------------------------------
def _call(walker: Walker, node: Node, scope: Scope) -> None:
    function, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    callee: Occurrence | None = None
    if function is not None and function.type == "identifier":
        callee = walker.occur(function, scope, "load")
    else:
        walker.visit(function, scope)
    if arguments is None or arguments.type != "argument_list":
        walker.visit(arguments, scope)  # f(x for x in y)
        arguments = None
    call = _arguments(walker, node, callee, arguments, scope)
    if function is not None and function.type == "attribute":
        call.attribute = walker.word(function)
        owner = function.child_by_field_name("object")
        call.owner = walker.tree.name(owner) if owner is not None and owner.type == "identifier" else ""
    _visit_rest(walker, node, ("function", "arguments"), scope)


def _arguments(walker: Walker, node: Node, callee: Occurrence | None, brackets: Node | None, scope: Scope) -> Call:
    call = Call(scope, walker.tree.position(node.start_byte), callee, "", "", [], False, 0, "")
    for child in brackets.named_children if brackets is not None else ():
        if child.type == "comment":
            continue
        call.arguments += 1
        if call.arguments == 1:
            call.first = walker.tree.name(child) if "string" in child.type else ""
        if child.type == "keyword_argument":
            name = child.child_by_field_name("name")
            if name is not None:
                call.keywords.append(walker.mention(name, scope, "keyword"))
            walker.visit(child.child_by_field_name("value"), scope)
            continue
        call.has_stars |= child.type == "dictionary_splat"
        walker.visit(child, scope)
    if brackets is None and node.type == "call":
        call.arguments = 1  # a generator without brackets of its own
    walker.found.calls.append(call)
    return call


def _stray_keyword(walker: Walker, node: Node, scope: Scope) -> None:
    """A keyword argument outside of any call that was understood."""
    name = node.child_by_field_name("name")
    if name is not None:
        walker.outside(name, scope)
    walker.visit(node.child_by_field_name("value"), scope)


HANDLERS: dict[str, Handler] = {
    "decorated_definition": _decorated,
    "function_definition": _function,
    "lambda": _lambda,
    "class_definition": _class,
    "list_comprehension": _comprehension,
    "set_comprehension": _comprehension,
    "dictionary_comprehension": _comprehension,
    "generator_expression": _comprehension,
    "call": _call,
    "keyword_argument": _stray_keyword,
}
