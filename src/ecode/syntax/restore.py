"""Back from Uni: the old names where they fit, readable ones for what is new. Also for programs that a model wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ecode.syntax.binder import analyse
from ecode.syntax.fresh_names import fresh_names, is_usable, numbered
from ecode.syntax.names import UNI_NAME, replace_spans, to_uni
from ecode.syntax.refusals import refusal
from ecode.syntax.renaming import Renaming, plan_renaming
from ecode.syntax.scopes import Analysis, Binding, Occurrence, Scope


def restore(uni_code: str, names: Mapping[str, str]) -> str:
    """Give a program in Uni form its old names; `restore(uni.code, uni.names)` is the source of `uni` again.

    An old name that would be captured, or capture another, gets a number (`i_2`). Names in Uni form that are not in
    `names` get fresh ones by their role. A program that looks names up by text stays as it is.
    """
    analysis = analyse(uni_code)
    renaming = plan_renaming(analysis)
    refused = refusal(analysis, renaming) is not None
    restored = uni_code if refused else _Restorer(analysis, renaming, names).text()
    if all(binding.name in names for binding in renaming.spans):
        # The old names in their places: whenever the Uni form of that is this very text, nothing was captured.
        plain = _plainly(analysis, renaming, names)
        if plain != restored and to_uni(plain).code == uni_code:
            return plain
    return restored


def give_names(source: str, names: Mapping[str, str]) -> str:
    """Call the bindings named in `names` otherwise, with a number behind a name that would be captured or capture."""
    analysis = analyse(source)
    return _Restorer(analysis, plan_renaming(analysis), names).text()


def _plainly(analysis: Analysis, renaming: Renaming, names: Mapping[str, str]) -> str:
    edits = [(start, end, names[binding.name]) for binding, spans in renaming.spans.items() for start, end in spans]
    return replace_spans(analysis.tree, edits)


class _Restorer:
    """Hands out names one binding after the other; what is handed out, or stays, is in the way of the next."""

    def __init__(self, analysis: Analysis, renaming: Renaming, names: Mapping[str, str]) -> None:
        self._analysis = analysis
        self._renaming = renaming
        self._names = names
        self._holders: dict[str, list[Binding]] = {}
        self._free: dict[str, list[Occurrence]] = {}
        self._reach: dict[Binding, frozenset[Scope]] = {}
        for occurrence in analysis.occurrences:
            if occurrence.binding is None:
                self._free.setdefault(occurrence.name, []).append(occurrence)

    def text(self) -> str:
        """The program with its new names."""
        wanted: list[Binding] = []
        fresh: list[Binding] = []
        for binding in self._analysis.bindings:
            if binding in self._renaming.spans and binding.name in self._names:
                wanted.append(binding)
            elif binding in self._renaming.spans and UNI_NAME.match(binding.name):
                fresh.append(binding)
            else:
                self._holders.setdefault(binding.name, []).append(binding)
        edits: list[tuple[int, int, str]] = []
        for binding in wanted:
            edits += self._give(binding, numbered(self._names[binding.name]))
        for binding in fresh:
            edits += self._give(binding, filter(is_usable, fresh_names(binding)))
        return replace_spans(self._analysis.tree, edits)

    def _give(self, binding: Binding, candidates: Iterator[str]) -> list[tuple[int, int, str]]:
        name = next(name for name in candidates if not self._conflicts(binding, name))
        self._holders.setdefault(name, []).append(binding)
        return [(start, end, name) for start, end in self._renaming.spans[binding]]

    def _conflicts(self, binding: Binding, name: str) -> bool:
        """Whether `binding` could not have this name without some use of it, or of another, changing its meaning."""
        if name in self._renaming.passed_on and "param" in binding.kinds:
            return True
        reach = self._reach_of(binding)
        for other in self._holders.get(name, ()):
            if other.scope is binding.scope or other.scope in reach or binding.scope in self._reach_of(other):
                return True
        # A free name looks through all scopes around it, up to the builtins.
        return any(binding.scope in occurrence.scope.lookup_path(name) for occurrence in self._free.get(name, ()))

    def _reach_of(self, binding: Binding) -> frozenset[Scope]:
        """All scopes that are asked on the way from a use of the binding to the scope that owns it."""
        found = self._reach.get(binding)
        if found is None:
            scopes: set[Scope] = set()
            for occurrence in binding.occurrences:
                for scope in occurrence.scope.lookup_path(occurrence.name):
                    scopes.add(scope)
                    if scope is binding.scope:
                        break
            found = self._reach[binding] = frozenset(scopes)
        return found
