"""Loops that fold a list into one value become the builtin that does the same in C."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.kind import BOOL, INT, STR
from ecode.rewrite.analysis.linear import range_bounds, term_text
from ecode.rewrite.analysis.patterns import Bound, match, match_block
from ecode.rewrite.analysis.shapes import code, operand
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read


@dataclass(frozen=True, slots=True)
class _Fold:
    """A loop over the items of a list: how the body writes the current item, and the items as text."""

    item: str
    items: str
    holder: cst.BaseExpression


def _folds(uses: Uses, loop: cst.For) -> _Fold | None:
    """The items a loop goes over, one by one: `for x in a`, or `for i in range(n)` with `a[i]` as the item."""
    variable = uses.variable(loop.target)
    if loop.orelse is not None or variable is None or uses.used_after(variable, loop):
        return None
    index = code(loop.target)
    bounds = range_bounds(uses.program, loop.iter)
    if bounds is None:
        listed = isinstance(loop.iter, (cst.Name, cst.Subscript)) and uses.kinds.of(loop.iter).name == "list"
        return _Fold(index, code(loop.iter), loop.iter) if listed else None
    length = match("len(__a)", bounds[1])
    if length is None or term_text(bounds[0]) not in {"0", "1"} or uses.kinds.of(length["__a"]).name != "list":
        return None
    if not isinstance(length["__a"], cst.Name):
        return None
    first = "" if term_text(bounds[0]) == "0" else "[1:]"
    items = code(length["__a"])
    return _Fold(f"{items}[{index}]", f"{items}{first}", length["__a"])


def _of_known_order(uses: Uses, fold: _Fold) -> bool:
    """True for items that compare, and add up, exactly."""
    return uses.kinds.of(fold.holder).element() in (INT, BOOL, STR)


class AddSumOfList(EditingRewrite):
    name = "add-sum-of-list"
    reason = "sum adds the items of a list up in C."
    examples = (
        Example(
            before="a = [1, 2, 3]\nt = 0\nfor x in a:\n    t += x\nprint(t)\n",
            after="a = [1, 2, 3]\nt = 0\nt += sum(a)\nprint(t)\n",
        ),
        Example(
            before="a = [1, 2, 3]\nt = 0\nfor i in range(1, len(a)):\n    t = t + a[i]\nprint(t)\n",
            after="a = [1, 2, 3]\nt = 0\nt += sum(a[1:])\nprint(t)\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            fold = _folds(uses, loop) if isinstance(loop, cst.For) else None
            if fold is None or not isinstance(loop, cst.For):
                continue
            item = fold.item
            found = _first_match(loop, f"__t += {item}", f"__t = __t + {item}", f"__t = {item} + __t")
            if not found or not _is_own_name(uses, found["__t"], fold):
                continue
            if uses.kinds.of(fold.holder).element() not in (INT, BOOL) or not uses.kinds.is_int(found["__t"]):
                continue
            if edits.claim(loop) and sites.take():
                edits.replace_line(loop, f"{code(found['__t'])} += sum({fold.items})")


def _first_match(loop: cst.For, *bodies: str) -> Bound | None:
    return next((bound for body in bodies if (bound := match_block(body, loop.body))), None)


def _is_own_name(uses: Uses, target: cst.BaseExpression, fold: _Fold) -> bool:
    """True for a plain variable that has no part in the items."""
    own = isinstance(target, cst.Name) and uses.variable(target) is not None
    return own and code(target) not in names_read(fold.holder) and code(target) != fold.item


class ExtremeInsteadOfLoop(EditingRewrite):
    name = "extreme-instead-of-loop"
    reason = "max and min find the extreme of a list in C."
    examples = (
        Example(
            before="a = [1, 3, 2]\nm = 0\nfor x in a:\n    if x > m:\n        m = x\nprint(m)\n",
            after="a = [1, 3, 2]\nm = 0\nm = max(m, max(a, default=m))\nprint(m)\n",
        ),
        Example(
            before="a = [1, 3, 2]\nm = a[0]\nfor i in range(1, len(a)):\n    m = min(m, a[i])\nprint(m)\n",
            after="a = [1, 3, 2]\nm = a[0]\nm = min(m, min(a[1:], default=m))\nprint(m)\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            fold = _folds(uses, loop) if isinstance(loop, cst.For) else None
            if fold is None or not isinstance(loop, cst.For) or not _of_known_order(uses, fold):
                continue
            for function in ("max", "min"):
                found = _first_match(loop, *_extreme_bodies(function, fold.item))
                if not found or not _is_own_name(uses, found["__m"], fold):
                    continue
                kind, held = uses.kinds.of(found["__m"]), uses.kinds.of(fold.holder).element()
                if kind != held and not {kind, held} <= {INT, BOOL}:
                    continue
                if _means_builtin(uses, function) and edits.claim(loop) and sites.take():
                    target = code(found["__m"])
                    extreme = f"{function}({fold.items}, default={target})"
                    edits.replace_line(loop, f"{target} = {function}({target}, {extreme})")


def _extreme_bodies(function: str, item: str) -> list[str]:
    """The ways to write that `__m` becomes the item where that is larger (or smaller)."""
    more, less = (">", "<") if function == "max" else ("<", ">")
    tests = [f"{item} {more} __m", f"{item} {more}= __m", f"__m {less} {item}", f"__m {less}= {item}"]
    calls = [f"__m = {function}(__m, {item})", f"__m = {function}({item}, __m)"]
    return [*(f"if {test}:\n    __m = {item}" for test in tests), *calls]


def _means_builtin(uses: Uses, name: str) -> bool:
    """True when the name means the builtin wherever the program has it."""
    found = [n for n in uses.nodes if isinstance(n, cst.Name) and n.value == name]
    return not uses.program.uses_star_import and all(uses.program.is_builtin(n) for n in found)


class CountInsteadOfLoop(EditingRewrite):
    name = "count-instead-of-loop"
    reason = "list.count compares the items with a value in C."
    examples = (
        Example(
            before="a = [1, 3, 1]\nk = 0\nfor x in a:\n    if x == 1:\n        k += 1\nprint(k)\n",
            after="a = [1, 3, 1]\nk = 0\nk += a.count(1)\nprint(k)\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            fold = _folds(uses, loop) if isinstance(loop, cst.For) else None
            if fold is None or not isinstance(loop, cst.For):
                continue
            tests = (f"{fold.item} == __v", f"__v == {fold.item}")
            found = _first_match(loop, *(f"if {test}:\n    __k += 1" for test in tests))
            if not found or not _is_fixed(uses, found["__v"], loop) or not uses.kinds.is_int(found["__k"]):
                continue
            if not _is_own_name(uses, found["__k"], fold) or code(found["__k"]) in names_read(found["__v"]):
                continue
            if not _is_found_by_equality(uses, fold, found["__v"]):
                continue
            if edits.claim(loop) and sites.take():
                edits.replace_line(loop, f"{code(found['__k'])} += {fold.items}.count({code(found['__v'])})")


def _is_fixed(uses: Uses, value: cst.BaseExpression, loop: cst.For) -> bool:
    """True for a value that is the same, and has no effect, in every round."""
    free = not names_read(value) & names_read(loop.target)
    return free and isinstance(value, (cst.Name, cst.Integer, cst.SimpleString)) and uses.program.is_pure(value)


def _is_found_by_equality(uses: Uses, fold: _Fold, value: cst.BaseExpression) -> bool:
    """False where a nan might be looked for: lists find one by its identity, though it equals nothing."""
    return uses.kinds.of(value) in (INT, BOOL, STR) or _of_known_order(uses, fold)


class MembershipInsteadOfLoop(EditingRewrite):
    name = "membership-instead-of-loop"
    reason = "The `in` operator looks through a list in C."
    examples = (
        Example(
            before=(
                "a = [1, 3, 2]\nfound = False\nfor x in a:\n    if x == 3:\n        found = True\n        break\n"
                "print(found)\n"
            ),
            after="a = [1, 3, 2]\nfound = False\nif 3 in a:\n    found = True\nprint(found)\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            fold = _folds(uses, loop) if isinstance(loop, cst.For) else None
            if fold is None or not isinstance(loop, cst.For):
                continue
            tests = (f"{fold.item} == __v", f"__v == {fold.item}")
            bodies = [f"if {t}:\n    __f = __c{end}" for t in tests for end in ("\n    break", "")]
            found = _first_match(loop, *bodies)
            if not found or not _is_fixed(uses, found["__v"], loop) or not _is_own_name(uses, found["__f"], fold):
                continue
            constant = isinstance(found["__c"], (cst.Integer, cst.SimpleString)) or code(found["__c"]) in _CONSTANTS
            if not constant or code(found["__f"]) in names_read(found["__v"]):
                continue
            if not _is_found_by_equality(uses, fold, found["__v"]):
                continue
            if edits.claim(loop) and sites.take():
                action = f"{code(found['__f'])} = {code(found['__c'])}"
                edits.replace_line(loop, f"if {operand(found['__v'])} in {fold.items}:\n    {action}")


_CONSTANTS = {"True", "False", "None"}
