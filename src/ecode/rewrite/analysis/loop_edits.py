"""What rewrites of whole loops share: neighbours in a block, targets that nobody needs later, comments kept."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.shapes import FUNCTIONS, code, simple, walk
from ecode.rewrite.analysis.uses import Uses, uses_of
from ecode.rewrite.base import Sites
from ecode.rewrite.program import Program, add_import

_HIDDEN = (cst.Yield, cst.Await, cst.NamedExpr, cst.Lambda, cst.GeneratorExp)


class LoopEdits(Edits):
    """Edits that hand the comments of loops which disappear on to the line that replaces them."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._comments: dict[cst.CSTNode, list[cst.EmptyLine]] = {}

    def keep_comments(self, line: cst.CSTNode, *gone: cst.CSTNode) -> None:
        """Put every comment inside the nodes that go (and above them) above what replaces `line`."""
        found = [n for node in gone for n in walk(node) if isinstance(n, cst.Comment)]
        self._comments[line] = [cst.EmptyLine(comment=comment.deep_clone()) for comment in found]

    def on_leave(  # type: ignore[override]  # one method for all node types
        self, original_node: cst.CSTNode, updated_node: cst.CSTNode
    ) -> cst.CSTNode | cst.RemovalSentinel | cst.FlattenSentinel[cst.CSTNode]:
        result = super().on_leave(original_node, updated_node)
        comments = self._comments.get(original_node)
        if not comments or not isinstance(result, cst.FlattenSentinel):
            return result
        head, *rest = list(result)
        return cst.FlattenSentinel(
            [head.with_changes(leading_lines=[*getattr(head, "leading_lines", ()), *comments]), *rest]
        )


class LoopRewrite(EditingRewrite):
    """The base of rewrites that replace loops by single lines."""

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        edits = LoopEdits(program)
        self.find_loops(uses_of(program), edits, sites)
        module = edits.apply()
        for line in sorted(edits.imports):
            module = add_import(module, line)
        return module

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        raise NotImplementedError("loop rewrites have find_loops")

    @abstractmethod
    def find_loops(self, uses: Uses, edits: LoopEdits, sites: Sites) -> None:
        """Enter into `edits` what changes at every taken site."""


def loops_with_line_before(uses: Uses) -> Iterator[tuple[cst.BaseStatement | None, cst.For | cst.While]]:
    """Every loop in a block of lines, with the statement just before it in the same block."""
    for block in uses.nodes:
        if not isinstance(block, (cst.IndentedBlock, cst.Module)):
            continue
        before: cst.BaseStatement | None = None
        for statement in block.body:
            if isinstance(statement, (cst.For, cst.While)) and statement.orelse is None:
                yield before, statement
            before = statement


def assigned(line: cst.CSTNode | None) -> tuple[str, cst.BaseExpression] | None:
    """`("xs", <value>)` for the line `xs = value`."""
    statement = simple(line) if line is not None else None
    if not isinstance(statement, cst.Assign) or len(statement.targets) != 1:
        return None
    target = statement.targets[0].target
    return (target.value, statement.value) if isinstance(target, cst.Name) else None


def only_statement(body: cst.BaseSuite) -> cst.CSTNode | None:
    """The one statement of a block: a small or a compound one; None where there are more."""
    if len(body.body) != 1:
        return None
    line = body.body[0]
    if isinstance(line, cst.SimpleStatementLine):
        return line.body[0] if len(line.body) == 1 else None
    return line


def targets_are_free(uses: Uses, loop: cst.For) -> bool:
    """True when the loop's targets are plain variables of this scope that nobody reads after the loop."""
    if loop.asynchronous is not None or uses.program.looks_up_names_by_text:
        return False
    names = [n for n in walk(loop.target) if isinstance(n, cst.Name)]
    if not all(
        isinstance(n, (cst.Name, cst.Tuple, cst.Element))
        for n in walk(loop.target)
        if isinstance(n, cst.BaseExpression)
    ):
        return False
    for name in names:
        variable = uses.variable(name)
        if variable is None or uses.used_after(variable, loop):
            return False
        if any(uses.program.function(r) is not uses.program.function(loop) for r in variable.reads):
            return False
    return not _in_class(uses.program, loop)


def fits_comprehension(*parts: cst.CSTNode) -> bool:
    """True when the expressions stand on one line each and mean the same inside of a comprehension."""
    return all("\n" not in code(part) and not any(isinstance(n, _HIDDEN) for n in walk(part)) for part in parts)


def _in_class(program: Program, node: cst.CSTNode) -> bool:
    """True where the nearest scope is a class body."""
    return next((isinstance(a, cst.ClassDef) for a in program.ancestors(node) if isinstance(a, FUNCTIONS)), False)


def in_class_body(program: Program, node: cst.CSTNode) -> bool:
    """True where names of a class body would not be seen by a comprehension."""
    return _in_class(program, node)
