"""What the rewrites towards slower code share: their base, and questions about lines, lists and later reads."""

from __future__ import annotations

from typing import ClassVar

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.shapes import walk
from ecode.rewrite.analysis.uses import FUNCTION_LIKE, Line, Uses
from ecode.rewrite.base import Direction, Sites
from ecode.rewrite.program import COMPREHENSIONS, LOOPS, Program, imports_end, names_read

SEQUENCES = frozenset({"list", "str"})
_SOMETIMES = (*COMPREHENSIONS, cst.Lambda, cst.BooleanOperation, cst.IfExp, cst.NamedExpr)


class SlowerRewrite(EditingRewrite):
    """A rewrite that makes a program slower and leaves what it prints alone."""

    direction: ClassVar[Direction] = "slower"

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        """As for every rewrite that edits; nothing where the new code would touch a keyword, as in `if(x)%2==0:`."""
        try:
            return super().rewrite(program, sites)
        except cst.CSTValidationError:
            return program.module


def plain_elements(target: cst.CSTNode) -> list[cst.BaseExpression]:
    """What stands between the commas of a tuple without stars; nothing for anything else."""
    if not isinstance(target, cst.Tuple) or not all(isinstance(e, cst.Element) for e in target.elements):
        return []
    return [element.value for element in target.elements]


def nested(headers: tuple[str, ...], *lines: str) -> str:
    """The lines below the headers, each of which stands in the block of the one before."""
    text = ["    " * depth + header for depth, header in enumerate(headers)]
    return "\n".join([*text, *("    " * len(headers) + line for line in lines)])


def line_to_hoist(uses: Uses, node: cst.BaseExpression) -> Line | None:
    """The line before which `node` may be evaluated just as well: there it runs once, first of all that has effects."""
    line = uses.line(node)
    whole: cst.CSTNode = line
    if isinstance(line, cst.If):
        whole = line.test
    elif isinstance(line, cst.For):
        whole = line.iter
    elif not isinstance(line, cst.SimpleStatementLine) or len(line.body) != 1:
        return None
    if not uses.inside(node, whole):
        return None
    for ancestor in uses.program.ancestors(node):
        if ancestor is line:
            break
        if isinstance(ancestor, _SOMETIMES) or (isinstance(ancestor, cst.Comparison) and len(ancestor.comparisons) > 1):
            return None
    place = uses.position[node]
    for other in walk(whole):
        if isinstance(other, cst.NamedExpr):
            return None
        if isinstance(other, cst.Call) and uses.position[other] < place and not uses.inside(node, other):
            return None
    return line


def block_of(loop: cst.For | cst.While) -> cst.IndentedBlock | None:
    """The body of a loop without `else`, where it is a block of lines."""
    if loop.orelse is not None or not isinstance(loop.body, cst.IndentedBlock):
        return None
    return None if isinstance(loop, cst.For) and loop.asynchronous else loop.body


def own_jumps(body: cst.CSTNode, *kinds: type[cst.CSTNode]) -> bool:
    """True where the body of a loop has a `break` or `continue` (as asked for) of this loop."""
    return any(isinstance(n, kinds) for n in walk(body, (*FUNCTION_LIKE, *LOOPS)))


def steady_sequence(uses: Uses, items: cst.BaseExpression, *nodes: cst.CSTNode) -> bool:
    """True for a name of a list or text that keeps its object and its items while the nodes run."""
    return (
        isinstance(items, cst.Name)
        and uses.variable(items) is not None
        and uses.kinds.of(items).name in SEQUENCES
        and all(uses.keeps(items, node) for node in nodes)
    )


def still_true(uses: Uses, binding: cst.CSTNode, expression: cst.BaseExpression, *reads: cst.CSTNode) -> bool:
    """True when the expression has at every read the value that it had at the binding."""
    line = uses.line(binding)
    block = uses.program.parent(line)
    if not isinstance(block, (cst.IndentedBlock, cst.Module)) or not reads:
        return False
    siblings: list[cst.CSTNode] = list(block.body)
    start, last = siblings.index(line), 0
    scope = uses.program.scope(binding)
    for read in reads:
        if uses.program.function(read) is not uses.program.function(binding):
            return False
        top = next((i for i, sibling in enumerate(siblings) if uses.inside(read, sibling)), 0)
        here = uses.program.scope(read)
        if top <= start or any(here[name] != scope[name] for name in names_read(expression)):
            return False
        last = max(last, top)
    return all(uses.steady(expression, sibling) for sibling in siblings[start + 1 : last + 1])


def is_membership(uses: Uses, node: cst.CSTNode) -> bool:
    """True for the `s` of `x in s` and `x not in s`."""
    parent = uses.program.parent(node)
    return isinstance(parent, cst.ComparisonTarget) and isinstance(parent.operator, (cst.In, cst.NotIn))


def is_truth(uses: Uses, node: cst.CSTNode) -> bool:
    """True where only the truth of the value is asked: `while queue:`, `not queue`, `queue and ...` in a test."""
    parent = uses.program.parent(node)
    if isinstance(parent, (cst.While, cst.If)):
        return parent.test is node
    if isinstance(parent, cst.UnaryOperation):
        return isinstance(parent.operator, cst.Not)
    return isinstance(parent, cst.BooleanOperation) and is_truth(uses, parent)


def is_builtin_arg(uses: Uses, node: cst.CSTNode, *names: str) -> bool:
    """True for the one argument of a call of one of these builtins."""
    arg = uses.program.parent(node)
    call = uses.program.parent(arg) if isinstance(arg, cst.Arg) and not arg.star and not arg.keyword else None
    return isinstance(call, cst.Call) and len(call.args) == 1 and uses.program.is_builtin(call.func, *names)


def define(uses: Uses, edits: Edits, text: str) -> bool:
    """Put a function behind the imports that the program begins with; False where there is no code behind them."""
    body = uses.program.module.body
    place = imports_end(uses.program.module)
    if place >= len(body):
        return False
    edits.before(body[place], text)
    return True


def cannot_fail(uses: Uses, node: cst.CSTNode) -> bool:
    """True for an expression of names, numbers, sums and comparisons of ints: nothing in it raises an error."""
    for part in walk(node):
        if isinstance(part, (cst.Subscript, cst.Call, cst.Attribute, cst.Await, cst.NamedExpr, cst.Yield)):
            return False
        if isinstance(part, cst.BinaryOperation):
            divides = isinstance(part.operator, (cst.Divide, cst.FloorDivide, cst.Modulo))
            nonzero = isinstance(part.right, cst.Integer) and int(part.right.value, 0) != 0
            if not uses.kinds.is_int(part.left, part.right) or (divides and not nonzero):
                return False
            if isinstance(part.operator, (cst.LeftShift, cst.RightShift, cst.Power)):
                return False
    return True
