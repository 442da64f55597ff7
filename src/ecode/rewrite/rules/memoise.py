"""Pure functions that are asked the same again and again remember their answers."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.facts import CHANGING_METHODS
from ecode.rewrite.analysis.folding import int_value
from ecode.rewrite.analysis.shapes import walk
from ecode.rewrite.analysis.uses import FUNCTION_LIKE, HASHABLE, LOOPS, Uses, Variable
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_bound

_TALKING = ("print", "input", "next", "open", "exit", "quit", "iter", "id", "globals", "locals", "vars", "eval", "exec")
_RAISES_LIMIT = ("sys.setrecursionlimit", "threading.stack_size")
_LIMIT_NAMES = frozenset({"setrecursionlimit", "stack_size"})
_DEEPEST = 3000
_CHANGING_FUNCTIONS = ("heapq.", "random.", "sys.", "time.", "bisect.insort", "os.")


class MemoiseRecursion(EditingRewrite):
    name = "memoise-recursion"
    reason = "A recursion that branches computes the same values many times; a cache computes each of them once."
    changes_cost_class = True
    speculative = True  # deep recursion needs more of the stack, and there may be too many different arguments
    examples = (
        Example(
            before="def f(n):\n    if n < 2:\n        return n\n    return f(n - 1) + f(n - 2)\nprint(f(18))\n",
            after=(
                "from functools import cache\n\n\n@cache\ndef f(n):\n    if n < 2:\n        return n\n"
                "    return f(n - 1) + f(n - 2)\nprint(f(18))\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        if _may_recurse_deeply(uses):
            return
        for function in _functions(uses):
            calls = list(_calls_inside(function))
            repeated = len(calls) > 1 or any(_in_own_loop(uses, function, call) for call in calls)
            if repeated and _is_pure(uses, function) and edits.claim(function) and sites.take():
                edits.decorate(function, edits.imported("functools.cache"))


def _may_recurse_deeply(uses: Uses) -> bool:
    """True where the program raises the recursion limit beyond what the C stack holds of cached calls.

    Calls from Python to Python take none of it; the cache stands in between, in C, and a crash is no exception.
    """
    for node in uses.nodes:
        if isinstance(node, cst.Call) and (uses.program.imported_name(node.func) or "") in _RAISES_LIMIT:
            limit = int_value(node.args[0].value) if node.args else None
            if limit is None or limit > _DEEPEST:
                return True
    return bool(_LIMIT_NAMES & uses.program.all_names and not _calls_known(uses))


def _calls_known(uses: Uses) -> bool:
    """True when every mention of the limit is a call that was looked at, or its import."""
    for node in uses.nodes:
        if isinstance(node, cst.Name) and node.value in _LIMIT_NAMES:
            ancestors = list(uses.program.ancestors(node))
            call = next((a for a in ancestors if isinstance(a, (cst.Call, cst.ImportAlias))), None)
            if call is None or (isinstance(call, cst.Call) and not uses.program.imported_name(call.func)):
                return False
    return True


class MemoiseHelper(EditingRewrite):
    name = "memoise-helper"
    reason = "A pure function with a loop in it that gets the same arguments again need not run again."
    changes_cost_class = True
    speculative = True  # where all arguments differ, the cache only costs
    examples = (
        Example(
            before=(
                "def digits(n):\n    t = 0\n    while n:\n        t += n % 10\n        n //= 10\n    return t\n"
                "for i in range(30):\n    print(digits(i * i % 7))\n"
            ),
            after=(
                "from functools import cache\n\n\n@cache\n"
                "def digits(n):\n    t = 0\n    while n:\n        t += n % 10\n        n //= 10\n    return t\n"
                "for i in range(30):\n    print(digits(i * i % 7))\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for function in _functions(uses):
            if list(_calls_inside(function)) or not any(isinstance(n, LOOPS) for n in walk(function.body)):
                continue
            repeated = any(uses.program.in_loop(call) for call in _calls_of(uses, function))
            if repeated and _is_pure(uses, function) and edits.claim(function) and sites.take():
                edits.decorate(function, edits.imported("functools.cache"))


def _functions(uses: Uses) -> Iterator[cst.FunctionDef]:
    """Plain functions with plain parameters that nothing else is bound to."""
    for node in uses.nodes:
        if not isinstance(node, cst.FunctionDef) or node.decorators or node.asynchronous:
            continue
        params = node.params
        simple = not (params.kwonly_params or params.posonly_params or params.star_kwarg)
        if not simple or isinstance(params.star_arg, (cst.Param, cst.ParamStar)) or not params.params:
            continue
        inside_class = any(isinstance(a, cst.ClassDef) for a in uses.program.ancestors(node))
        if not inside_class and len(uses.program.scope(node)[node.name.value]) == 1:
            yield node


def _calls_of(uses: Uses, function: cst.FunctionDef) -> list[cst.Call]:
    """The calls of a function by its name."""
    return [
        n
        for n in uses.nodes
        if isinstance(n, cst.Call) and isinstance(n.func, cst.Name) and n.func.value == function.name.value
    ]


def _calls_inside(function: cst.FunctionDef) -> Iterator[cst.Call]:
    for node in walk(function.body):
        if isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value == function.name.value:
            yield node


def _in_own_loop(uses: Uses, function: cst.FunctionDef, node: cst.CSTNode) -> bool:
    """True when a loop of the function repeats the node (in a comprehension too)."""
    return uses.program.in_loop(node) and uses.inside(node, function.body)


def _is_pure(uses: Uses, function: cst.FunctionDef) -> bool:
    """True when the function's answer depends on its hashable arguments alone, and it does nothing else."""
    if not _takes_hashable(uses, function) or not _answers_value(uses, function):
        return False
    local = names_bound(function.body) | {p.name.value for p in function.params.params}
    for node in walk(function.body):
        if isinstance(node, (cst.Global, cst.Nonlocal, cst.Yield, cst.Await, cst.With, cst.Try, cst.ClassDef, cst.Del)):
            return False
        if isinstance(node, FUNCTION_LIKE):
            return False
        if isinstance(node, cst.Call) and not _is_quiet_call(uses, function, node):
            return False
    effects = uses.facts.effects(function.body)
    if effects.anything or any(write.root not in local for write in effects.writes):
        return False
    outer = {n.value: n for n in uses.names_in(function.body) if n.value not in local}
    return all(_never_changes(uses, function, name) for name in outer.values())


def _takes_hashable(uses: Uses, function: cst.FunctionDef) -> bool:
    """True when every call is known and passes values that can be looked up."""
    for param in function.params.params:
        kind = uses.kinds.of(param.name)
        if not uses.hashable(kind):
            return False
    calls = _calls_of(uses, function)
    named = sum(isinstance(n, cst.Name) and n.value == function.name.value for n in uses.nodes)
    return bool(calls) and named == len(calls) + 1


def _answers_value(uses: Uses, function: cst.FunctionDef) -> bool:
    """True when the answers are values that callers cannot change (or tuples of them)."""
    returns = [n for n in walk(function.body) if isinstance(n, cst.Return)]
    changeable = (cst.List, cst.ListComp, cst.Dict, cst.DictComp, cst.Set, cst.SetComp, cst.GeneratorExp, cst.Lambda)
    values = [r.value for r in returns if r.value is not None]
    if any(isinstance(value, changeable) for value in values):
        return False
    return bool(values) and all(uses.kinds.of(v).name in HASHABLE | {"", "tuple"} and _fixed(uses, v) for v in values)


def _fixed(uses: Uses, value: cst.BaseExpression) -> bool:
    """False for a name that may hold a list or something else that the caller could change."""
    if isinstance(value, cst.Name) and value.value in {"True", "False", "None"}:
        return True
    return not isinstance(value, (cst.Name, cst.Tuple, cst.Subscript)) or uses.hashable(uses.kinds.of(value))


def _is_quiet_call(uses: Uses, function: cst.FunctionDef, call: cst.Call) -> bool:
    program = uses.program
    if isinstance(call.func, cst.Name) and call.func.value == function.name.value:
        return True
    if program.is_builtin_call(call, *_TALKING):
        return False
    imported = program.imported_name(call.func) or ""
    if imported.startswith(_CHANGING_FUNCTIONS):
        return False
    if imported or program.is_builtin(call.func) or isinstance(call.func, cst.Attribute):
        return not imported.startswith("itertools.") and not _reads_stream(call.func)
    return False


def _reads_stream(func: cst.BaseExpression) -> bool:
    return isinstance(func, cst.Attribute) and func.attr.value in {"readline", "read", "write", "readlines", "flush"}


def _never_changes(uses: Uses, function: cst.FunctionDef, name: cst.Name) -> bool:
    """True when a name from outside means the same in every call of the function."""
    if name.value in {function.name.value, "True", "False", "None"} or uses.program.is_builtin(name):
        return True
    if uses.program.imported_module(name) or uses.program.imported_name(name):
        return True
    variable = uses.variable(name)
    if variable is None or len(variable.bindings) != 1:
        return False
    binding = variable.bindings[0]
    home = uses.program.function(function)
    if uses.program.function(binding) is not home:
        return False
    loops = [loop for loop in uses.program.loops(binding) if not uses.inside(function, loop)]
    again = loops or isinstance(uses.program.parent(binding), (cst.For, cst.AugAssign, cst.CompFor))
    return not again and (uses.kinds.of(name).name in HASHABLE or not _is_changed(uses, variable))


def _is_changed(uses: Uses, variable: Variable) -> bool:
    """True when something may change the object that a variable holds."""
    for read in variable.reads:
        node: cst.CSTNode = read
        parent = uses.program.parent(node)
        while isinstance(parent, cst.Subscript) and parent.value is node:
            node, parent = parent, uses.program.parent(parent)
        if isinstance(parent, cst.Attribute) and parent.attr.value in CHANGING_METHODS:
            return True
        if isinstance(parent, (cst.AssignTarget, cst.AugAssign, cst.Del)) or (
            isinstance(parent, (cst.Assign, cst.Return)) and node is read
        ):
            return True
        call = uses.program.parent(parent) if isinstance(parent, cst.Arg) else None
        if isinstance(call, cst.Call) and not uses.program.is_builtin(call.func):
            return True
    return False
