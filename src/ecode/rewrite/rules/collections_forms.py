"""Containers used as they are: no needless copies, no detours over sorted lists and key views."""

from __future__ import annotations

import libcst as cst
import libcst.matchers as m

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.folding import int_value
from ecode.rewrite.analysis.kind import BOOL, FLOAT, INT, STR, Kind
from ecode.rewrite.analysis.loop_edits import LoopEdits, LoopRewrite
from ecode.rewrite.analysis.patterns import match_block
from ecode.rewrite.analysis.shapes import code, operand, plain_args
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import Program

_TAKES_ANY_ITERABLE = ("sorted", "sum", "min", "max", "set", "frozenset", "tuple", "list")
_NUMBERS = (INT, BOOL, FLOAT)


class DropNeedlessCopy(EditingRewrite):
    name = "drop-needless-copy"
    reason = "What takes any iterable needs no list of it first, and what is a new list already needs no copy."
    examples = (
        Example(
            before=(
                "n, k = list(map(int, input().split()))\n"
                "ws = list(input().split())\n"
                "print(sorted(list(set(ws))), sum(list(range(n))), k)\n"
            ),
            after="n, k = map(int, input().split())\nws = input().split()\nprint(sorted(set(ws)), sum(range(n)), k)\n",
            stdin="3 4\nb a\n",
        ),
        Example(
            before="xs = list(sorted(map(str, input().split())))\nprint(*list(map(int, xs)))\n",
            after="xs = sorted(input().split())\nprint(*map(int, xs))\n",
            stdin="3 4\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for call in uses.nodes:
            if not isinstance(call, cst.Call):
                continue
            inner = _without_copy(uses, call)
            if inner is not None and _is_not_nested(uses, inner) and edits.claim(call) and sites.take():
                edits.replace(call, code(_simplest(uses, inner)))


def _without_copy(uses: Uses, call: cst.Call) -> cst.BaseExpression | None:
    """What may stand in the place of the call; None where the call is needed."""
    program = uses.program
    if _maps_text_to_text(uses, call):
        return call.args[1].value if _is_eaten(program, call) else None
    args = plain_args(call, 1)
    if args is None or not program.is_builtin(call.func, "list") or isinstance(args[0], cst.GeneratorExp):
        return None
    value = args[0]
    if _maps_text_to_text(uses, value) and isinstance(value, cst.Call):
        return value.args[1].value
    made_here = program.is_builtin_call(value, "list", "sorted") or isinstance(value, (cst.ListComp, cst.List))
    if made_here or _is_text_split(uses, value):
        return value
    return value if _is_eaten(program, call) or _is_unpacked(program, call) else None


def _simplest(uses: Uses, value: cst.BaseExpression) -> cst.BaseExpression:
    """The value with the copies inside of it dropped, too (one level)."""
    if isinstance(value, cst.Call) and len(value.args) == 1 and isinstance(value.args[0].value, cst.Call):
        inner = _without_copy(uses, value.args[0].value)
        if inner is not None:
            return value.with_changes(args=[value.args[0].with_changes(value=_simplest(uses, inner))])
    return value


def _is_not_nested(uses: Uses, inner: cst.BaseExpression) -> bool:
    return "\n" not in code(inner)


def _is_eaten(program: Program, call: cst.Call) -> bool:
    """True where the call is the only argument of something that takes any iterable and uses it up at once."""
    arg = program.parent(call)
    outer = program.parent(arg) if isinstance(arg, cst.Arg) else None
    if not isinstance(arg, cst.Arg) or not isinstance(outer, cst.Call):
        return False
    if arg.star == "*":
        return True
    if (
        arg.keyword is not None
        or arg.star
        or outer.args[0] is not arg
        or any(a.keyword is None for a in outer.args[1:])
    ):
        return False
    join = m.Call(func=m.Attribute(value=m.SimpleString(), attr=m.Name("join")))
    return program.is_builtin(outer.func, *_TAKES_ANY_ITERABLE) or m.matches(outer, join)


def _is_unpacked(program: Program, call: cst.Call) -> bool:
    """True for the value of `a, b = list(...)`."""
    assign = program.parent(call)
    if not isinstance(assign, cst.Assign) or len(assign.targets) != 1:
        return False
    target = assign.targets[0].target
    return isinstance(target, (cst.Tuple, cst.List)) and all(m.matches(e, m.Element(m.Name())) for e in target.elements)


def _is_text_split(uses: Uses, value: cst.BaseExpression) -> bool:
    """True for `text.split(...)`, which is a new list already."""
    split = m.Call(func=m.Attribute(attr=m.Name("split") | m.Name("rsplit") | m.Name("splitlines")))
    if not m.matches(value, split) or not isinstance(value, cst.Call) or not isinstance(value.func, cst.Attribute):
        return False
    text = value.func.value
    return uses.kinds.of(text).name == "str" or uses.program.is_builtin_call(text, "input")


def _maps_text_to_text(uses: Uses, value: cst.BaseExpression) -> bool:
    """True for `map(str, text.split())`."""
    args = plain_args(value, 2)
    if args is None or not uses.program.is_builtin_call(value, "map") or not uses.program.is_builtin(args[0], "str"):
        return False
    return _is_text_split(uses, args[1])


class MinimumInsteadOfSorted(EditingRewrite):
    name = "minimum-instead-of-sorted"
    reason = "The smallest or largest item is found in one pass; sorting all of them costs more."
    changes_cost_class = True
    speculative = True  # nan sorts as it comes
    examples = (
        Example(
            before="xs = [3, 1, 2]\nprint(sorted(xs)[0], sorted(xs)[-1], sorted(xs, key=abs)[0])\n",
            after="xs = [3, 1, 2]\nprint(min(xs), max(xs), min(xs, key=abs))\n",
        ),
        Example(before="print(sorted([3, 1, 2])[::-1])\n", after="print(sorted([3, 1, 2], reverse=True))\n"),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.Subscript) or not uses.program.is_builtin_call(node.value, "sorted"):
                continue
            call = node.value
            assert isinstance(call, cst.Call)
            text = _extreme(uses, node, call)
            plain = len(call.args) == 1 and uses.kinds.of(call.args[0].value).element() in (INT, BOOL, STR)
            if text is not None and edits.claim(node) and sites.take(proven=plain):
                edits.replace(node, text)


def _extreme(uses: Uses, node: cst.Subscript, call: cst.Call) -> str | None:
    positional = [a for a in call.args if a.keyword is None and not a.star]
    keywords = [a.keyword.value for a in call.args if a.keyword is not None]
    if len(positional) != 1 or len(positional) + len(keywords) != len(call.args) or len(node.slice) != 1:
        return None
    inside = ", ".join(code(a.with_changes(comma=cst.MaybeSentinel.DEFAULT)) for a in call.args)
    index = node.slice[0].slice
    if isinstance(index, cst.Slice):
        backwards = code(index).replace(" ", "") == "::-1"
        return f"sorted({inside}, reverse=True)" if backwards and not keywords else None
    value = int_value(index.value) if isinstance(index, cst.Index) else None
    name = {0: "min", -1: "max"}.get(value) if value is not None else None
    taken = [n for n in uses.nodes if isinstance(n, cst.Name) and n.value == name]
    if name is None or not all(uses.program.is_builtin(n) for n in taken):
        return None
    return f"{name}({inside})" if keywords in ([], ["key"] if name == "min" else []) else None


class AskDictItself(EditingRewrite):
    name = "ask-dict-itself"
    reason = "A dict answers `in` by one look-up; a view of its keys is an extra call, a list of them a search."
    changes_cost_class = True
    examples = (
        Example(
            before="d = {1: 2}\nprint(1 in d.keys(), 3 not in list(d.keys()), len(d.keys()))\n",
            after="d = {1: 2}\nprint(1 in d, 3 not in d, len(d))\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for call in uses.nodes:
            dictionary = _keys_of(uses, call)
            if dictionary is None or not isinstance(call, cst.Call):
                continue
            parent = uses.program.parent(call)
            asked = isinstance(parent, cst.ComparisonTarget) and isinstance(parent.operator, (cst.In, cst.NotIn))
            outer = uses.program.parent(parent) if isinstance(parent, cst.Arg) else None
            counted = isinstance(outer, cst.Call) and uses.program.is_builtin_call(outer, "len")
            if (asked or counted) and edits.claim(call) and sites.take():
                edits.replace(call, code(dictionary))


def _keys_of(uses: Uses, node: cst.CSTNode) -> cst.BaseExpression | None:
    """`d` for `d.keys()`, `list(d.keys())`, `list(d)`, where it is a dict for sure."""
    args = plain_args(node, 1)
    if args is not None and isinstance(node, cst.Call) and uses.program.is_builtin(node.func, "list", "set"):
        inner = _keys_of(uses, args[0])
        return inner if inner is not None else args[0] if uses.kinds.of(args[0]) == Kind("dict") else None
    if m.matches(node, m.Call(func=m.Attribute(attr=m.Name("keys")), args=[])):
        assert isinstance(node, cst.Call)
        assert isinstance(node.func, cst.Attribute)
        return node.func.value if uses.kinds.of(node.func.value).name == "dict" else None
    return None


class GetInsteadOfBranch(LoopRewrite):
    name = "get-instead-of-branch"
    reason = "dict.get looks a key up once where `in` and `+=` look it up three times."
    examples = (
        Example(
            before=(
                "d = {}\nfor c in 'abca':\n    if c in d:\n        d[c] += 1\n    else:\n        d[c] = 1\nprint(d)\n"
            ),
            after="d = {}\nfor c in 'abca':\n    d[c] = d.get(c, 0) + 1\nprint(d)\n",
        ),
        Example(
            before="d = {}\nfor x in [3, 5, 3]:\n    if x not in d:\n        d[x] = 0\n    d[x] += x\nprint(d)\n",
            after="d = {}\nfor x in [3, 5, 3]:\n    d[x] = d.get(x, 0) + x\nprint(d)\n",
        ),
    )
    _BRANCHES = (
        "if __x in __d:\n    __d[__x] += __v\nelse:\n    __d[__x] = __v",
        "if __x in __d.keys():\n    __d[__x] += __v\nelse:\n    __d[__x] = __v",
        "if __x not in __d:\n    __d[__x] = __v\nelse:\n    __d[__x] += __v",
        "if __x in __d:\n    __d[__x] = __d[__x] + __v\nelse:\n    __d[__x] = __v",
        "if __x not in __d:\n    __d[__x] = __v\nelse:\n    __d[__x] = __d[__x] + __v",
    )
    _PAIR = "if __x not in __d:\n    __d[__x] = 0\n__d[__x] += __v"

    def find_loops(self, uses: Uses, edits: LoopEdits, sites: Sites) -> None:
        for block in uses.nodes:
            if not isinstance(block, (cst.IndentedBlock, cst.Module)):
                continue
            for index, line in enumerate(block.body):
                if not isinstance(line, cst.If):
                    continue
                following = block.body[index + 1] if index + 1 < len(block.body) else None
                self._rewrite_at(uses, edits, sites, line, following)

    def _rewrite_at(
        self, uses: Uses, edits: LoopEdits, sites: Sites, line: cst.If, following: cst.BaseStatement | None
    ) -> None:
        found = next((b for p in self._BRANCHES if (b := match_block(p, line)) is not None), None)
        gone: list[cst.CSTNode] = [line]
        if found is None and isinstance(following, cst.SimpleStatementLine):
            found = match_block(self._PAIR, [line, following])
            gone.append(following)
        if found is None:
            return
        container, key, value = found["__d"], found["__x"], found["__v"]
        if uses.kinds.of(container).name != "dict" or uses.kinds.of(value) not in _NUMBERS:
            return
        if not all(uses.program.is_pure(part) for part in (container, key, value)) or not edits.claim(*gone):
            return
        if sites.take():
            d, x, v = code(container), code(key), operand(_expression(value))
            edits.keep_comments(line, *gone)
            edits.replace_line(line, f"{d}[{x}] = {d}.get({x}, 0) + {v}")
            for other in gone[1:]:
                edits.replace_line(other, "")


def _expression(node: cst.CSTNode) -> cst.BaseExpression:
    assert isinstance(node, cst.BaseExpression)
    return node
