"""Where a variable is bound and used, and where in the text code stands: what data-structure rewrites ask for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

import libcst as cst
from libcst.metadata import Assignment

from ecode.rewrite.analysis.facts import Facts
from ecode.rewrite.analysis.kind import Kind
from ecode.rewrite.analysis.shapes import walk
from ecode.rewrite.program import Program, names_bound, names_read

HASHABLE = frozenset({"int", "bool", "float", "str"})
Line = cst.SimpleStatementLine | cst.BaseCompoundStatement
LOOPS = (cst.For, cst.While)
LINE = (cst.SimpleStatementLine, cst.BaseCompoundStatement)


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of one scope: the targets that bind it and the names that read it, in the order of the text."""

    name: str
    bindings: tuple[cst.CSTNode, ...]
    reads: tuple[cst.Name, ...]


class Uses:
    """Variables, their uses and positions in the text, for one program."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.facts = Facts(program)
        self.kinds = self.facts.kinds

    @cached_property
    def nodes(self) -> list[cst.CSTNode]:
        """Every node in the order of the text."""
        return list(walk(self.program.module))

    @cached_property
    def position(self) -> dict[cst.CSTNode, int]:
        """The place of each node in the text."""
        return {node: index for index, node in enumerate(self.nodes)}

    def variable(self, node: cst.BaseExpression) -> Variable | None:
        """The variable a Name means; None where it is no plain variable (import, function, builtin, unbound)."""
        if not isinstance(node, cst.Name) or self.program.looks_up_names_by_text:
            return None
        found = [a for a in self.program.scope(node)[node.value] if isinstance(a, Assignment)]
        bindings = {a.node for a in found}
        if not found or not all(isinstance(b, (cst.Name, cst.Param)) for b in bindings):
            return None
        targets = {b.name if isinstance(b, cst.Param) else b for b in bindings}
        reads = [n for n in self._names.get(node.value, []) if n not in targets and self._means(n, found)]
        order = self.position.__getitem__
        return Variable(node.value, tuple(sorted(bindings, key=order)), tuple(reads))

    @cached_property
    def _names(self) -> dict[str, list[cst.Name]]:
        """The names that may stand for variables, by their text, in the order of the program."""
        found: dict[str, list[cst.Name]] = {}
        for node in self.nodes:
            if isinstance(node, cst.Name):
                found.setdefault(node.value, []).append(node)
        return found

    def _means(self, name: cst.Name, found: list[Assignment]) -> bool:
        """True when a name may read what one of the assignments bound.

        libcst itself leaves out reads above the first assignment, which a loop makes come later all the same.
        """
        holder = self.program.parent(name)
        if isinstance(holder, cst.Attribute) and holder.attr is name:
            return False
        if isinstance(holder, cst.Arg) and holder.keyword is name:
            return False
        if isinstance(holder, (cst.ImportAlias, cst.NameItem, cst.FunctionDef, cst.ClassDef)):
            return False
        if isinstance(holder, cst.Param) and holder.name is name:
            return False
        return any(assignment in found for assignment in self.program.scope(name)[name.value])

    def names_in(self, node: cst.CSTNode) -> list[cst.Name]:
        """The names in an expression that stand for variables (attributes' names and keywords left out)."""
        wanted = names_read(node)
        parents = self.program.parent
        return [
            n
            for n in walk(node)
            if isinstance(n, cst.Name)
            and n.value in wanted
            and not (isinstance(holder := parents(n), cst.Attribute) and holder.attr is n)
        ]

    def sole_value(self, variable: Variable) -> cst.BaseExpression | None:
        """The value of the one `name = value` that binds the variable; None where it is bound otherwise."""
        return assigned_value(self.program, variable.bindings[0]) if len(variable.bindings) == 1 else None

    def hashable(self, kind: Kind) -> bool:
        """True when values of the kind can surely be put into a set."""
        if kind.name == "tuple":
            return all(self.hashable(item) for item in kind.items)
        return kind.name in HASHABLE

    def line(self, node: cst.CSTNode) -> Line:
        """The statement line (or compound statement, never an elif) that `node` stands in."""
        for candidate in (node, *self.program.ancestors(node)):
            if isinstance(candidate, LINE) and isinstance(
                self.program.parent(candidate), (cst.IndentedBlock, cst.Module)
            ):
                return candidate
        raise LookupError("a node outside of every statement")

    def own_line(self, statement: cst.CSTNode) -> cst.SimpleStatementLine | None:
        """The line that holds this small statement and nothing else, in a block of several lines."""
        parent = self.program.parent(statement)
        if not isinstance(parent, cst.SimpleStatementLine) or len(parent.body) != 1:
            return None
        return parent

    def keeps(self, container: cst.BaseExpression, *nodes: cst.CSTNode) -> bool:
        """True when running the nodes changes neither what `container` means nor what that holds (its own items)."""
        effects = self.facts.effects(*nodes)
        length = cst.Call(cst.Name("len"), [cst.Arg(container)])
        return self.facts.unchanged(length, effects)

    def steady(self, expression: cst.CSTNode, line: cst.CSTNode, free: Collection[str] = ()) -> bool:
        """True when running `line` changes nothing that the pure expression reads, the names in `free` left aside."""
        if not self.program.is_pure(expression):
            return False
        return all(self._steady_name(name, line) for name in self.names_in(expression) if name.value not in free)

    def _steady_name(self, name: cst.Name, line: cst.CSTNode) -> bool:
        if self.program.is_builtin(name) or name.value in {"True", "False", "None"}:
            return True
        if self.program.imported_module(name) or self.program.imported_name(name):
            return True
        variable = self.variable(name)
        if variable is None or any(self.inside(binding, line) for binding in variable.bindings):
            return False
        kind = self.kinds.of(name)
        effects = self.facts.effects(line)
        if kind.name in HASHABLE:
            return name.value not in effects.names and self.facts.unchanged(name, effects)
        if not self.keeps(name, line):
            return False
        return kind.element().name in HASHABLE or not (effects.writes or effects.anything)

    def inside(self, node: cst.CSTNode, outer: cst.CSTNode) -> bool:
        """True when `node` is `outer` or a part of it."""
        return node is outer or any(ancestor is outer for ancestor in self.program.ancestors(node))

    def used_after(self, variable: Variable, node: cst.CSTNode) -> bool:
        """True when a value that the variable has at the end of `node` may be read later.

        In a loop around `node`, "later" includes the start of the next round, unless a binding there comes first.
        """
        end = max(self.position[n] for n in walk(node))
        start = self.position[node]
        loops = self.program.loops(node)
        augmented = [b for b in variable.bindings if isinstance(self.program.parent(b), cst.AugAssign)]
        for read in (*variable.reads, *augmented):
            place = self.position[read]
            if start <= place <= end:
                continue
            if self.program.function(read) is not self.program.function(node):
                return True
            if place < start and not any(self.inside(read, loop) for loop in loops):
                continue
            around = None if place > end else next(loop for loop in loops if self.inside(read, loop))
            if not self._bound_before(variable, read, end if place > end else self.position[around or node]):
                return True
        return False

    def _bound_before(self, variable: Variable, read: cst.CSTNode, after: int) -> bool:
        """True when a binding that always runs before the read comes behind the place `after`."""
        for binding in variable.bindings:
            if self.position[binding] <= after:
                continue
            holder = self.program.parent(binding)
            if isinstance(holder, cst.For) and self.inside(read, holder.body):
                return True
            if isinstance(holder, (cst.AugAssign, cst.CompFor)):
                continue
            bound, used = self.line(binding), self.line(read)
            block = self.program.parent(bound)
            comes_first = self.position[bound] < self.position[used]
            if block is not None and comes_first and bound is not used and self.inside(used, block):
                return True
        return False

    def rebound_or_changed(self, name: str, *nodes: cst.CSTNode) -> bool:
        """True when running the nodes may rebind the name or change the object it holds."""
        effects = self.facts.effects(*nodes)
        return name in effects.names or effects.anything or any(w.root in (name, "") for w in effects.writes)


def uses_of(program: Program) -> Uses:
    """The `Uses` of a program, made once."""
    kept: Uses | None = vars(program).get("_uses")
    if kept is None:
        kept = vars(program)["_uses"] = Uses(program)
    return kept


def assigned_value(program: Program, target: cst.CSTNode) -> cst.BaseExpression | None:
    """`value` for the target of a plain `target = value`."""
    holder = program.parent(target)
    assign = program.parent(holder) if isinstance(holder, cst.AssignTarget) else None
    if isinstance(assign, cst.Assign) and len(assign.targets) == 1:
        return assign.value
    return None


def loops_of(program: Program) -> Iterator[cst.For | cst.While]:
    """Every loop statement, outer before inner."""
    for node in walk(program.module):
        if isinstance(node, (cst.For, cst.While)):
            yield node


def binds(node: cst.CSTNode, *names: str) -> bool:
    """True when running the node may rebind one of the names."""
    return bool(names_bound(node) & set(names))


def jumps_out(body: cst.CSTNode) -> bool:
    """True when the body of a loop can leave it: break, return, or a yield."""
    return any(isinstance(n, (cst.Return, cst.Yield)) for n in walk(body, FUNCTION_LIKE)) or _breaks(body)


FUNCTION_LIKE = (cst.FunctionDef, cst.Lambda, cst.ClassDef)


def _breaks(body: cst.CSTNode) -> bool:
    """True for a `break` (or `continue`) that belongs to the loop with this body."""
    return any(isinstance(n, (cst.Break, cst.Continue)) for n in walk(body, (*FUNCTION_LIKE, cst.For, cst.While)))
