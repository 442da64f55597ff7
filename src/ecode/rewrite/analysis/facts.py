"""What running a piece of code may change, and so which expressions keep their value while it runs."""

from __future__ import annotations

from functools import cached_property

import libcst as cst
from libcst.metadata import Assignment

from ecode.rewrite.analysis.effects import (
    CHANGING_CALLS,
    QUIET_BUILTINS,
    QUIET_MODULES,
    READING_METHODS,
    SCALARS,
    VALUE_CALLS,
    Effects,
    Write,
)
from ecode.rewrite.analysis.effects import (
    CHANGING_METHODS as CHANGING_METHODS,
)
from ecode.rewrite.analysis.kind import NOTHING, UNKNOWN, Kind
from ecode.rewrite.analysis.kinds import Kinds
from ecode.rewrite.analysis.shapes import FUNCTIONS, root_of, walk
from ecode.rewrite.program import PURE_BUILTINS, Program, names_bound, names_read


class Facts:
    """Effects and invariance, for one program."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.kinds = Kinds(program)
        self._effects: dict[int, Effects] = {}
        self._running: set[int] = set()

    # -- effects -----------------------------------------------------------------------------------------------
    def effects(self, *nodes: cst.CSTNode) -> Effects:
        """What running the nodes may change (function definitions among them are not run)."""
        total = Effects()
        for node in nodes:
            if id(node) not in self._effects:
                self._effects[id(node)] = self._collect(node)
            total.add(self._effects[id(node)])
        return total

    def _collect(self, node: cst.CSTNode) -> Effects:
        found = Effects(names=names_bound(node))
        for current in walk(node, FUNCTIONS):
            if isinstance(current, (cst.AssignTarget, cst.AugAssign, cst.AnnAssign, cst.For, cst.Del, cst.CompFor)):
                self._changed_target(current.target, found)
                if isinstance(current, cst.AugAssign) and self.kinds.of(current.target).name not in SCALARS:
                    self._change(current.target, found)  # xs += [1] changes the list that other names may share
                if isinstance(current, cst.CompFor):
                    found.names |= {n.value for n in walk(current.target) if isinstance(n, cst.Name)}
            elif isinstance(current, (cst.With, cst.Yield, cst.Await)):
                found.anything = True
            elif isinstance(current, cst.Call):
                self._called(current, found)
        return found

    def _changed_target(self, target: cst.CSTNode, found: Effects) -> None:
        if isinstance(target, (cst.Tuple, cst.List)):
            for element in target.elements:
                self._changed_target(element.value, found)
        elif isinstance(target, cst.Subscript):
            self._change(target.value, found)

    def _change(self, container: cst.BaseExpression, found: Effects) -> None:
        root, depth = root_of(container)
        found.writes.add(Write(root, depth + 1, self.kinds.of(container), self._is_private(container)))

    def _called(self, call: cst.Call, found: Effects) -> None:
        func, program = call.func, self.program
        name = program.imported_name(func) or (func.value if isinstance(func, cst.Name) else "")
        if name in CHANGING_CALLS and call.args:
            self._change(call.args[0].value, found)
        elif isinstance(func, cst.Attribute) and not program.imported_name(func):
            if func.attr.value in self._own_methods:
                found.anything = True
            elif func.attr.value in CHANGING_METHODS:
                self._change(func.value, found)
            elif func.attr.value not in READING_METHODS:
                found.anything = True
        elif program.is_builtin(func):
            key_functions = [a.value for a in call.args if a.keyword or name == "map"]
            for value in key_functions:
                self._called_by_others(value, found)
            found.anything |= name not in QUIET_BUILTINS
        elif not name.startswith(QUIET_MODULES):
            self._own_function(func, [a.value for a in call.args], found)

    def _called_by_others(self, value: cst.BaseExpression, found: Effects) -> None:
        """`map(f, ...)` and `key=f` call `f`; anything but a function of the program is harmless."""
        if isinstance(value, cst.Lambda):
            found.add(self.effects(value.body))
        elif any(isinstance(a.node, cst.FunctionDef) for a in self._bindings(value)):
            self._own_function(value, None, found)

    def _bindings(self, value: cst.BaseExpression) -> list[Assignment]:
        return self.program.assignments(value) if isinstance(value, cst.Name) else []

    def _own_function(self, func: cst.BaseExpression, args: list[cst.BaseExpression] | None, found: Effects) -> None:
        function = self.resolve(func)
        if isinstance(function, cst.Attribute):  # input = sys.stdin.readline
            found.anything |= function.attr.value not in READING_METHODS
            return
        if function is None:
            found.anything = True
            return
        if id(function) in self._running:
            return
        self._running.add(id(function))
        inner = self.effects(function.body)
        self._running.discard(id(function))
        found.anything |= inner.anything
        outside = _declared_global(function)
        found.names |= inner.names & outside
        local = names_bound(function.body) - outside
        params = [p.name.value for p in function.params.params]
        for write in inner.writes:
            if write.root in params and args is not None and params.index(write.root) < len(args):
                argument = args[params.index(write.root)]
                root, depth = root_of(argument)
                found.writes.add(Write(root, depth + write.depth, write.kind, self._is_private(argument)))
            elif write.root in local or write.root in params:
                if not write.private:
                    found.writes.add(Write("", 1, write.kind, False))
            else:
                found.writes.add(write)

    def resolve(self, func: cst.CSTNode) -> cst.FunctionDef | cst.Lambda | cst.Attribute | None:
        """What a name that is bound once stands for, as far as it can be called."""
        if not isinstance(func, cst.Name):
            return func if isinstance(func, cst.Lambda) else None
        found = self.program.assignments(func)
        if len(found) != 1:
            return None
        node = found[0].node
        if isinstance(node, cst.FunctionDef):
            return None if node.decorators or node.asynchronous else node
        assign = self.program.parent(self.program.parent(node) or node)
        if isinstance(assign, cst.Assign) and len(assign.targets) == 1 and assign.targets[0].target is node:
            return assign.value if isinstance(assign.value, (cst.Lambda, cst.Attribute)) else None
        return None

    @cached_property
    def _own_methods(self) -> set[str]:
        """Names of methods that the program defines: calls of these may do anything."""
        classes = (n for n in walk(self.program.module) if isinstance(n, cst.ClassDef))
        return {n.name.value for c in classes for n in walk(c) if isinstance(n, cst.FunctionDef)}

    @cached_property
    def _rebound_elsewhere(self) -> set[str]:
        functions = (n for n in walk(self.program.module) if isinstance(n, cst.FunctionDef))
        return set().union(*map(_declared_global, functions))

    def is_quiet(self, node: cst.CSTNode) -> bool:
        """True when running the code neither reads nor prints nor calls anything unknown, nor leaves its function."""
        loud = (cst.Return, cst.Raise, cst.Yield, cst.Await, cst.Global, cst.Nonlocal, cst.With, cst.Try, cst.Assert)
        for current in walk(node):
            if isinstance(current, (*FUNCTIONS, *loud, cst.Import, cst.ImportFrom)):
                return False
            if isinstance(current, cst.Call):
                func = current.func
                known = self.program.is_builtin(func, *PURE_BUILTINS) or isinstance(func, cst.Attribute)
                method = func.attr.value if isinstance(func, cst.Attribute) else ""
                loud_method = method in {"readline", "readlines", "read", "write", "flush"}
                if not known or loud_method:
                    return False
        return not self.effects(node).anything

    def is_read_outside(self, region: cst.CSTNode, name: str) -> bool:
        """True when a use of `name` outside of the loop `region` may see what the loop left in it."""
        found = [a for a in self.program.scope(region)[name] if isinstance(a, Assignment)]
        for node in (access.node for assignment in found for access in assignment.references):
            around = list(self.program.ancestors(node))
            if region in around:
                continue
            rebound = (a for a in around if isinstance(a, cst.For) and name in names_read(a.target))
            if not any(a.iter not in around for a in rebound):
                return True
        return False

    # -- invariance --------------------------------------------------------------------------------------------
    def unchanged(self, expression: cst.BaseExpression, effects: Effects) -> bool:
        """True when `expression` is a pure value that none of the effects can change."""
        if effects.anything and any(self._could_be_reached(n) for n in walk(expression)):
            return False
        return self._unchanged(expression, effects)

    def _could_be_reached(self, node: cst.CSTNode) -> bool:
        """True for a name whose object unknown code might change."""
        return (
            isinstance(node, cst.Name) and self.kinds.of(node).name not in SCALARS and not self.program.is_builtin(node)
        )

    def _unchanged(self, node: cst.CSTNode, effects: Effects) -> bool:
        if isinstance(node, cst.Name):
            return node.value not in effects.names and not (effects.anything and node.value in self._rebound_elsewhere)
        if isinstance(node, (cst.Integer, cst.Float, cst.SimpleString)):
            return True
        if isinstance(node, cst.Subscript):
            return self._kept(node.value, effects) and all(self._unchanged(part, effects) for part in _parts(node))
        if isinstance(node, cst.Call):
            name = self.program.imported_name(node.func) or (node.func.value if isinstance(node.func, cst.Name) else "")
            known = name in VALUE_CALLS and (self.program.is_builtin(node.func) or "." in name)
            if not known or any(a.star or a.keyword for a in node.args):
                return False
            return all(self._kept(a.value, effects) and self._unchanged(a.value, effects) for a in node.args)
        if isinstance(node, cst.BinaryOperation):
            return self._unchanged(node.left, effects) and self._unchanged(node.right, effects)
        if isinstance(node, cst.UnaryOperation):
            return self._unchanged(node.expression, effects)
        return False

    def _kept(self, container: cst.BaseExpression, effects: Effects) -> bool:
        """True when no effect changes what the object `container` holds (its own items, not theirs)."""
        kind = self.kinds.of(container)
        if kind.name in SCALARS:
            return True
        if kind.name in {"iterator", "nothing"} or (kind.name == "dict" and "defaultdict" in self.program.all_names):
            return False
        root, depth = root_of(container)
        private = self._is_private(container)
        return not any(self._touches(write, root, depth + 1, kind, private) for write in effects.writes)

    @staticmethod
    def _touches(write: Write, root: str, depth: int, kind: Kind, private: bool) -> bool:
        if write.root == root and root:
            return write.depth == depth
        return not private and not write.private and _compatible(write.kind, kind)

    def _is_private(self, container: cst.BaseExpression) -> bool:
        """True when only the name that `container` starts with leads to its object."""
        while isinstance(container, cst.Subscript):
            container = container.value
        if not isinstance(container, cst.Name):
            return False
        found = self.program.assignments(container)
        if not found or not all(self._is_made_here(a.node) for a in found):
            return False
        return not any(self._escapes(access.node) for a in found for access in a.references)

    def _is_made_here(self, target: cst.CSTNode) -> bool:
        """True when a binding gives its name a new object: `xs = []`, `xs = list(...)`, `xs = a + b`."""
        assign = self.program.parent(self.program.parent(target) or target)
        if isinstance(assign, cst.AugAssign) or isinstance(self.program.parent(target), cst.AugAssign):
            return True
        if not isinstance(assign, cst.Assign) or len(assign.targets) != 1 or assign.targets[0].target is not target:
            return False
        return self.makes_new_object(assign.value)

    def makes_new_object(self, value: cst.BaseExpression) -> bool:
        """True for an expression whose value no other name can hold yet."""
        if self.kinds.of(value).name in SCALARS:
            return True
        new = (cst.List, cst.ListComp, cst.Dict, cst.DictComp, cst.Set, cst.SetComp, cst.BinaryOperation)
        if isinstance(value, new):
            return True
        if isinstance(value, cst.Call):
            makers = ("list", "sorted", "set", "dict", "collections.deque", "collections.Counter")
            if isinstance(value.func, cst.Attribute) and value.func.attr.value in {"split", "copy"}:
                return True
            return self.program.is_builtin(value.func, *makers) or self.program.imported_name(value.func) in makers
        return isinstance(value, cst.Subscript) and isinstance(value.slice[0].slice, cst.Slice)

    def _escapes(self, node: cst.CSTNode) -> bool:
        """True when a use of a name may store its object (or one inside it) where another name finds it."""
        parent = self.program.parent(node)
        while isinstance(parent, cst.Subscript) and parent.value is node:
            node, parent = parent, self.program.parent(parent)
        if isinstance(node, cst.BaseExpression) and self.kinds.of(node).name in SCALARS:
            return False
        if isinstance(parent, (cst.For, cst.CompFor)):
            return self.kinds.of(node).element().name not in SCALARS
        if isinstance(parent, cst.Arg):
            call = self.program.parent(parent)
            if isinstance(call, cst.Call) and self.program.is_builtin(call.func):
                return self.kinds.of(node).element().name not in SCALARS
            return True
        if isinstance(parent, cst.Attribute):
            return parent.attr.value not in READING_METHODS | CHANGING_METHODS
        harmless = (
            cst.AssignTarget,
            cst.AugAssign,
            cst.ComparisonTarget,
            cst.Comparison,
            cst.UnaryOperation,
            cst.Index,
        )
        return not isinstance(
            parent, (*harmless, cst.If, cst.While, cst.BinaryOperation, cst.FormattedStringExpression)
        )


def _parts(node: cst.Subscript) -> list[cst.CSTNode]:
    """The chain below and the index of a subscript that reads one item; a slice counts as its own (changing) part."""
    indexes = [element.slice for element in node.slice]
    return [node.value, *(index.value if isinstance(index, cst.Index) else index for index in indexes)]


def _compatible(first: Kind, second: Kind) -> bool:
    """True when one object may have both kinds."""
    if UNKNOWN in (first, second) or NOTHING in (first, second):
        return True
    if first.name != second.name:
        return False
    return all(_compatible(a, b) for a, b in zip(first.items, second.items, strict=False))


def _declared_global(function: cst.FunctionDef | cst.Lambda) -> set[str]:
    """The names that a function rebinds outside of itself."""
    found = (n for n in walk(function.body, FUNCTIONS) if isinstance(n, (cst.Global, cst.Nonlocal)))
    return {item.name.value for statement in found for item in statement.names}
