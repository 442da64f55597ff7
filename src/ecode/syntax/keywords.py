"""Which keyword of which call names which parameter, and which parameters must keep their names for such calls."""

from __future__ import annotations

from dataclasses import dataclass

from ecode.syntax.scopes import Analysis, Binding, Call, Function, is_builtin, is_imported

_CACHES = frozenset({"cache", "lru_cache"})
_PASS_ON = frozenset({"type", "super"})  # builtins that hand keywords on to code of the program


@dataclass(frozen=True, slots=True)
class Keywords:
    """What the calls of a program demand of parameters' names.

    Keywords of calls that can mean one function only carry the binding of their parameter (`Occurrence.binding`).
    """

    names: frozenset[str]
    """Parameters of these names keep them: somebody unknown is called with them."""
    bindings: frozenset[Binding]
    """These parameters keep their names: their function is called with `**`."""
    all_stay: bool
    passed_on: frozenset[str]
    """Keywords that land in the `**kwargs` of own functions."""

    def keep(self, binding: Binding) -> bool:
        """Whether the name of this binding must stay."""
        if "param" not in binding.kinds:
            return False
        return self.all_stay or binding.name in self.names or binding in self.bindings


def link_keywords(analysis: Analysis) -> Keywords:
    """Read all calls with keywords or `**`."""
    return _Linker(analysis).run()


class _Linker:
    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._names: set[str] = set()
        self._bindings: set[Binding] = set()
        self._passed_on: set[str] = set()
        self._all_stay = False
        self._functions = {f.name.binding: f for f in analysis.functions if f.name is not None and f.name.binding}
        self._has_format = any(f.name is not None and f.name.name == "format" for f in analysis.functions)

    def run(self) -> Keywords:
        """Read the calls, then sum up."""
        for call in self._analysis.calls:
            if call.keywords or call.has_stars:
                self._read(call)
        names, bindings = frozenset(self._names), frozenset(self._bindings)
        return Keywords(names, bindings, self._all_stay, frozenset(self._passed_on))

    def _read(self, call: Call) -> None:
        function = self._callee(call)
        if function is not None:
            self._link(call, function)
            return
        if call.attribute == "format" and not self._has_format:
            return
        if is_builtin(call.callee) and call.callee is not None and call.callee.name not in _PASS_ON:
            return
        names = {keyword.name for keyword in call.keywords}
        self._names |= names
        self._all_stay |= call.has_stars or "kwargs" in names

    def _callee(self, call: Call) -> Function | None:
        """The one function that the call can only mean."""
        binding = call.callee.binding if call.callee is not None else None
        if binding is None or binding.scope.kind == "class" or len(binding.stores) != 1:
            return None
        function = self._functions.get(binding)
        if function is None or function.name is None or function.name.kind != "def":
            return None
        home = function.name.scope
        return function if all(is_imported(word, home, _CACHES) for word in function.decorators) else None

    def _link(self, call: Call, function: Function) -> None:
        parameters = function.scope.bindings
        for keyword in call.keywords:
            if keyword.name not in function.parameters or keyword.name in function.by_position:
                self._passed_on.add(keyword.name)
            elif self._may_change(keyword.start, keyword.end, keyword.name):
                keyword.binding = parameters.get(keyword.name)
            else:
                self._names.add(keyword.name)
        if call.has_stars:
            self._bindings |= {parameters[name] for name in function.parameters if name in parameters}

    def _may_change(self, start: int, end: int, name: str) -> bool:
        """Whether the keyword is spelt as the parameter, and no part of what broken source may be misread by."""
        tree = self._analysis.tree
        return tree.slice(start, end) == name and (not tree.broken or tree.safe_names.get(start) == end)
