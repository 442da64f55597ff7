"""Which bindings may get another name without any program noticing, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass

from ecode.syntax.keywords import link_keywords
from ecode.syntax.parse import SPECIAL_WORDS
from ecode.syntax.scopes import BUILTINS, Analysis, Binding, is_imported, look_up

_QUIET_DECORATORS = frozenset({"total_ordering"})  # a class decorated with another one may show its name


@dataclass(frozen=True, slots=True)
class Renaming:
    """`spans`: all places of each binding that may be renamed, in the order of its first appearance.

    `kept`: the names that stay in the text. `passed_on`: keywords that land in the `**kwargs` of own functions.
    """

    spans: dict[Binding, list[tuple[int, int]]]
    kept: frozenset[str]
    passed_on: frozenset[str]


def plan_renaming(analysis: Analysis) -> Renaming:
    """Find what may be renamed."""
    keywords = link_keywords(analysis)
    fixed = _kept_classes(analysis) | _shared_with_class_bodies(analysis)
    spans: dict[Binding, list[tuple[int, int]]] = {}
    for binding in analysis.bindings:
        if binding not in fixed and not keywords.keep(binding) and _is_free(analysis, binding):
            spans[binding] = [(o.start, o.end) for o in binding.occurrences]
    kept = {o.name for o in analysis.occurrences if o.binding is None or o.binding not in spans}
    kept |= {o.name for o in analysis.attributes}
    for call in analysis.calls:
        for keyword in call.keywords:
            if keyword.binding is not None and keyword.binding in spans:
                spans[keyword.binding].append((keyword.start, keyword.end))
            else:
                kept.add(keyword.name)
    order = sorted(spans.items(), key=lambda item: min(item[1]))
    return Renaming(dict(order), frozenset(kept), keywords.passed_on)


def _is_free(analysis: Analysis, binding: Binding) -> bool:
    """The reasons to keep a name that lie in the binding alone."""
    if binding.scope.kind == "class" or binding.name.startswith("__") or "import" in binding.kinds:
        return False
    if not all(analysis.tree.slice(o.start, o.end) == binding.name for o in binding.occurrences):
        return False  # spelt in several ways that Python takes for one
    if analysis.tree.broken and not _is_safe_in_broken(analysis, binding):
        return False
    return binding.scope.kind != "module" or _owns_its_name(analysis, binding)


def _is_safe_in_broken(analysis: Analysis, binding: Binding) -> bool:
    if binding.name in SPECIAL_WORDS:
        return False
    return all(analysis.tree.safe_names.get(o.start) == o.end for o in binding.occurrences)


def _owns_its_name(analysis: Analysis, binding: Binding) -> bool:
    """False where a module-level name may, at some moment, mean a builtin or what `import *` brought."""
    stars = [found.start for found in analysis.imports if found.name == "*"]
    if binding.name not in BUILTINS and not stars:
        return True
    first = binding.occurrences[0]
    if not first.top_end or binding.kinds & {"del", "except"} or any(star > first.start for star in stars):
        return False
    return all(o.start >= first.top_end or o.kind != "load" for o in binding.occurrences)


def _kept_classes(analysis: Analysis) -> set[Binding]:
    """Classes whose name may be printed: dataclasses, enums, exceptions, whatever has a base that is not local."""
    bases: dict[Binding, list[Binding | str]] = {}
    kept: set[Binding] = set()
    for statement in analysis.classes:
        if statement.name is None or statement.name.binding is None:
            continue
        own, scope = statement.name.binding, statement.name.scope
        bases.setdefault(own, []).extend(look_up(base, scope) or base for base in statement.bases)
        if not all(is_imported(word, scope, _QUIET_DECORATORS) for word in statement.decorators):
            kept.add(own)
    kept |= {own for own, found in bases.items() for base in found if base != "object" and base not in bases}
    waiting = list(kept)
    while waiting:
        base = waiting.pop()
        for own, found in bases.items():
            if own not in kept and base in found:
                kept.add(own)
                waiting.append(own)
    return kept


def _shared_with_class_bodies(analysis: Analysis) -> set[Binding]:
    """Outer bindings that a class body reads until it binds the same name itself."""
    shared = set()
    for occurrence in analysis.occurrences:
        own = occurrence.binding
        if own is None or own.scope.kind != "class" or occurrence.kind not in ("load", "augmented"):
            continue
        outer = own.scope.parent
        while outer is not None:
            if own.name in outer.bindings:
                shared.add(outer.bindings[own.name])
            outer = outer.parent
    return shared
