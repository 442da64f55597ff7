"""Sums and products modulo something: fewer reductions, and none of numbers that grew without need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import libcst as cst

from ecode.rewrite.analysis.facts import Facts
from ecode.rewrite.analysis.folding import int_value
from ecode.rewrite.analysis.shapes import bare, children, code, operand, root_of, simple
from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import Program, names_read


@dataclass(frozen=True, slots=True)
class Accumulation:
    """`target += term`, or `target = (target + term) % modulus`; `target *= term` where `product`."""

    target: cst.BaseExpression
    term: cst.BaseExpression
    modulus: cst.BaseExpression | None
    product: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return code(self.target), code(self.modulus) if self.modulus else ""


def accumulation(line: cst.CSTNode) -> Accumulation | None:
    """What a line adds to (or multiplies) what; None for any other line."""
    statement = simple(line)
    if isinstance(statement, cst.AugAssign) and isinstance(statement.operator, (cst.AddAssign, cst.MultiplyAssign)):
        product = isinstance(statement.operator, cst.MultiplyAssign)
        return Accumulation(statement.target, statement.value, None, product)
    if not isinstance(statement, cst.Assign) or len(statement.targets) != 1:
        return None
    target, value, modulus = statement.targets[0].target, statement.value, None
    if not isinstance(target, (cst.Name, cst.Subscript)):
        return None
    if isinstance(value, cst.BinaryOperation) and isinstance(value.operator, cst.Modulo):
        modulus = value.right
        value = value.left
    if not isinstance(value, cst.BinaryOperation) or not isinstance(value.operator, (cst.Add, cst.Multiply)):
        return None
    product = isinstance(value.operator, cst.Multiply)
    if code(value.left) == code(target):
        return Accumulation(target, value.right, modulus, product)
    return Accumulation(target, value.left, modulus, product) if code(value.right) == code(target) else None


def grouped_sum(terms: Sequence[cst.BaseExpression]) -> str:
    """The text of the sum, with factors that several products share written once: `a * (b + c)`."""
    products = [t for t in terms if isinstance(t, cst.BinaryOperation) and isinstance(t.operator, cst.Multiply)]
    if len(products) != len(terms) or len(terms) < 2:
        return " + ".join(code(t) for t in terms)
    by_left: dict[str, list[str]] = {}
    for product in products:
        by_left.setdefault(operand(product.left), []).append(operand(product.right))
    by_right: dict[str, list[str]] = {}
    for left, rights in by_left.items():
        by_right.setdefault(_sum(rights), []).append(left)
    return " + ".join(f"{_sum(lefts)} * {right}" for right, lefts in by_right.items())


def _sum(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({' + '.join(parts)})"


class MergeRepeatedAccumulation(Rewrite):
    name = "merge-repeated-accumulation"
    reason = "Several additions to one place become one, with a single store and a single remainder."
    speculative = True
    examples = (
        Example(
            before=(
                "MOD = 10 ** 9 + 7\n"
                "a = list(map(int, input().split()))\n"
                "s = [0, 0]\n"
                "s[0] = (s[0] + a[0] * a[1]) % MOD\n"
                "s[0] = (s[0] + a[0] * a[2]) % MOD\n"
                "s[1] = (s[1] + a[1]) % MOD\n"
                "s[1] = (s[1] + a[2]) % MOD\n"
                "print(*s)\n"
            ),
            after=(
                "MOD = 10 ** 9 + 7\n"
                "a = list(map(int, input().split()))\n"
                "s = [0, 0]\n"
                "s[0] = (s[0] + a[0] * (a[1] + a[2])) % MOD\n"
                "s[1] = (s[1] + a[1] + a[2]) % MOD\n"
                "print(*s)\n"
            ),
            stdin="1000000 2000000 3000000\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        facts = Facts(program)

        class Transformer(cst.CSTTransformer):
            def leave_IndentedBlock(
                self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock
            ) -> cst.IndentedBlock:
                return updated_node.with_changes(body=_merged(facts, original_node.body, updated_node.body, sites))

            def leave_Module(self, original_node: cst.Module, updated_node: cst.Module) -> cst.Module:
                return updated_node.with_changes(body=_merged(facts, original_node.body, updated_node.body, sites))

        return program.module.visit(Transformer())


def _merged(
    facts: Facts, original: Sequence[cst.BaseStatement], updated: Sequence[cst.BaseStatement], sites: Sites
) -> list[cst.BaseStatement]:
    """The statements of a block with every run of accumulations merged by target."""
    if len(original) != len(updated):
        return list(updated)
    result: list[cst.BaseStatement] = []
    start = 0
    while start < len(original):
        run = _run(facts, original[start:])
        groups: dict[tuple[str, str], list[Accumulation]] = {}
        for one in run:
            groups.setdefault(one.key, []).append(one)
        if len(groups) < len(run) and sites.take():
            lines = [_merged_line(group) for group in groups.values()]
            first = original[start]
            assert isinstance(first, cst.SimpleStatementLine)
            lines[0] = lines[0].with_changes(leading_lines=first.leading_lines)
            result += lines
            start += len(run)
        else:
            result += updated[start : start + max(1, len(run))]
            start += max(1, len(run))
    return result


def _run(facts: Facts, lines: Sequence[cst.BaseStatement]) -> list[Accumulation]:
    """The longest run of additions at the start of `lines` that can be carried out in any order."""
    run: list[Accumulation] = []
    roots: set[str] = set()
    read: set[str] = set()
    for line in lines:
        found = accumulation(line)
        if found is None or found.product or not facts.program.is_pure(found.term):
            break
        if run and found.key[1] != run[0].key[1]:
            break
        if facts.kinds.of(found.target).name in {"str", "list"} or _comments(line, bool(run)):
            break
        roots.add(root_of(found.target)[0])
        read |= names_read(found.target) - {root_of(found.target)[0]}
        run.append(found)
        if "" in roots or roots & read or not _independent([one.target for one in run], [one.term for one in run]):
            return run[:-1]
    return run


def _independent(targets: Sequence[cst.BaseExpression], terms: Sequence[cst.BaseExpression]) -> bool:
    """True when no term reads a target: other names, or surely other places of the same table."""
    for target in targets:
        root = root_of(target)[0]
        for term in terms:
            for use in _uses(term, root):
                if not _differ(target, use):
                    return False
    return True


def _uses(term: cst.CSTNode, root: str) -> list[cst.CSTNode]:
    """The longest subscript chains from `root` in a term."""
    if root_of(term)[0] == root:
        return [term]
    return [use for child in children(term) for use in _uses(child, root)]


def _differ(first: cst.CSTNode, second: cst.CSTNode) -> bool:
    """True when two subscript chains surely name different places: `dp[k][0]` and `dp[k + 1][j]`."""
    one, other = _indexes(first), _indexes(second)
    for a, b in zip(one, other, strict=False):
        if a is None or b is None:
            return False
        if a[0] == b[0] and a[1] != b[1]:
            return True
    return False


def _indexes(chain: cst.CSTNode) -> list[tuple[str, int] | None]:
    """The indexes of a chain, outermost first, as a base and a constant distance from it."""
    found: list[tuple[str, int] | None] = []
    while isinstance(chain, cst.Subscript):
        index = chain.slice[0].slice
        value = index.value if isinstance(index, cst.Index) and len(chain.slice) == 1 else None
        found.append(_offset(value) if value is not None else None)
        chain = chain.value
    return found[::-1]


def _offset(index: cst.BaseExpression) -> tuple[str, int]:
    known = int_value(index)
    if known is not None:
        return "", known
    if isinstance(index, cst.BinaryOperation) and isinstance(index.operator, (cst.Add, cst.Subtract)):
        distance = int_value(index.right)
        if distance is not None:
            return bare(index.left), distance if isinstance(index.operator, cst.Add) else -distance
    return bare(index), 0


def _comments(line: cst.BaseStatement, inside: bool) -> bool:
    """True where merging the line with others would lose a comment."""
    return (
        "#" in code(line)
        if inside
        else isinstance(line, cst.SimpleStatementLine) and bool(line.trailing_whitespace.comment)
    )


def _merged_line(group: list[Accumulation]) -> cst.SimpleStatementLine:
    target, modulus = group[0].key
    total = grouped_sum([one.term for one in group])
    text = f"{target} = ({target} + {total}) % {modulus}" if modulus else f"{target} += {total}"
    line = cst.parse_statement(text)
    assert isinstance(line, cst.SimpleStatementLine)
    return line
