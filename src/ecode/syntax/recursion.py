"""Which functions of a program call themselves, directly or in a ring."""

from __future__ import annotations

from ecode.syntax.scopes import Analysis, Binding, Call, Function, Scope, look_up


def recursive_spans(analysis: Analysis) -> frozenset[tuple[int, int]]:
    """The places (bytes) of def statements, and of assignments of lambdas, that are part of a ring of calls."""
    functions = sorted((f for f in analysis.functions if f.name is not None), key=lambda f: (f.start, -f.end))
    graph = _CallGraph(analysis, functions)
    return frozenset((functions[i].start, functions[i].end) for i in _in_rings(graph.edges))


class _CallGraph:
    """`edges[i]`: the functions that function i calls itself (not through functions inside of it)."""

    def __init__(self, analysis: Analysis, functions: list[Function]) -> None:
        self._functions = functions
        self._methods_of = {c.name.binding: c.scope for c in analysis.classes if c.name is not None and c.name.binding}
        self._by_binding: dict[Binding, list[int]] = {}
        for index, function in enumerate(functions):
            binding = _binding_of(function)
            if binding is not None:
                self._by_binding.setdefault(binding, []).append(index)
        self.edges: list[set[int]] = [set() for _ in functions]
        open_functions: list[int] = []  # those around the current call, innermost last
        following = 0
        for call in sorted(analysis.calls, key=lambda call: call.start):
            while following < len(functions) and functions[following].start <= call.start:
                self._leave(open_functions, functions[following].start)
                open_functions.append(following)
                following += 1
            self._leave(open_functions, call.start)
            if open_functions:
                self.edges[open_functions[-1]].update(self._targets(call, open_functions))

    def _leave(self, open_functions: list[int], position: int) -> None:
        while open_functions and self._functions[open_functions[-1]].end <= position:
            open_functions.pop()

    def _targets(self, call: Call, around: list[int]) -> list[int]:
        if call.callee is not None:
            binding = call.callee.binding
            return self._by_binding.get(binding, []) if binding is not None else []
        if not call.owner:
            return []
        for index in reversed(around):
            function = self._functions[index]
            home = function.scope.parent
            if home is not None and home.kind == "class" and function.parameters[:1] == (call.owner,):
                return self._method(home, call.attribute)
        found = look_up(call.owner, call.scope)
        return self._method(self._methods_of[found], call.attribute) if found in self._methods_of else []

    def _method(self, scope: Scope, name: str) -> list[int]:
        binding = scope.bindings.get(name)
        return self._by_binding.get(binding, []) if binding is not None else []


def _binding_of(function: Function) -> Binding | None:
    if function.name is None:
        return None
    if function.name.binding is not None:
        return function.name.binding
    return look_up(function.name.name, function.name.scope)


def _in_rings(edges: list[set[int]]) -> set[int]:
    """Nodes that reach themselves: Tarjan's components, without recursion."""
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    path: list[int] = []
    on_path: set[int] = set()
    ringed: set[int] = set()
    for root in range(len(edges)):
        work = [(root, iter(edges[root]))] if root not in order else []
        while work:
            node, rest = work[-1]
            if node not in order:
                order[node] = low[node] = len(order)
                path.append(node)
                on_path.add(node)
            child = next((c for c in rest if c not in order or c in on_path), None)
            if child is not None and child not in order:
                work.append((child, iter(edges[child])))
                continue
            if child is not None:
                low[node] = min(low[node], order[child])
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
            if low[node] == order[node]:
                ringed |= _close(node, path, on_path, edges)
    return ringed


def _close(node: int, path: list[int], on_path: set[int], edges: list[set[int]]) -> set[int]:
    """Take a finished component off the path; its members are ringed if it has several or calls itself."""
    cut = path.index(node)
    component = set(path[cut:])
    del path[cut:]
    on_path -= component
    return component if len(component) > 1 or node in edges[node] else set()
