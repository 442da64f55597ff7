"""Gives every occurrence of a name its binding, by Python's rules for scopes."""

from __future__ import annotations

from ecode.syntax.scopes import BUILTINS, PYTHON2_BUILTINS, READS, Binding, Occurrence, Scope, look_up


def resolve(module: Scope, occurrences: list[Occurrence], *, broken: bool) -> None:
    """Give every occurrence its binding, and every scope its bindings; `occurrences` in the order of the text."""
    late = []
    for occurrence in occurrences:
        home = occurrence.scope.owner if occurrence.kind == "walrus" else occurrence.scope
        if occurrence.kind in READS:
            continue
        if occurrence.name in home.global_names:
            home = module
        elif occurrence.name in home.nonlocal_names:
            late.append((home, occurrence))
            continue
        occurrence.binding = _bind(home, occurrence.name)
    for home, occurrence in late:
        occurrence.binding = _outer(home, occurrence.name) or _bind(home, occurrence.name)
    for occurrence in occurrences:
        if occurrence.kind in READS:
            occurrence.binding = _find(occurrence, module)
        if occurrence.binding is None and broken and _is_undefined(occurrence.name):
            occurrence.kind = "free"
            occurrence.binding = _bind(module, occurrence.name)
        if occurrence.binding is not None:
            occurrence.binding.occurrences.append(occurrence)


def _is_undefined(name: str) -> bool:
    return name not in BUILTINS and name not in PYTHON2_BUILTINS and not name.startswith("__")


def _bind(scope: Scope, name: str) -> Binding:
    binding = scope.bindings.get(name)
    if binding is None:
        binding = scope.bindings[name] = Binding(name, scope)
    return binding


def _outer(scope: Scope, name: str) -> Binding | None:
    """The binding of the nearest enclosing function, for nonlocal."""
    current = scope.parent
    while current is not None and current.kind != "module":
        if current.kind != "class" and name in current.bindings:
            return current.bindings[name]
        current = current.parent
    return None


def _find(occurrence: Occurrence, module: Scope) -> Binding | None:
    if occurrence.kind == "global":
        return module.bindings.get(occurrence.name)
    if occurrence.kind == "nonlocal":
        found = _outer(occurrence.scope, occurrence.name)
        return found or occurrence.scope.bindings.get(occurrence.name)
    return look_up(occurrence.name, occurrence.scope)
