"""Strings put together or taken apart piece by piece."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.kind import STR
from ecode.rewrite.analysis.linear import range_bounds, term_text
from ecode.rewrite.analysis.patterns import match, match_block, same, statements
from ecode.rewrite.analysis.shapes import code, operand
from ecode.rewrite.analysis.uses import Line, Uses, Variable
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read

_BACK = ("__s += __x", "__s = __s + __x")
_FRONT = ("__s = __x + __s",)


class JoinInsteadOfConcatenation(EditingRewrite):
    name = "join-instead-of-concatenation"
    reason = "Adding to a string in a loop copies it each time; collecting the pieces and joining them once does not."
    changes_cost_class = True
    examples = (
        Example(
            before='s = ""\nfor i in range(12):\n    s += str(i)\nprint(s)\n',
            after=(
                's = ""\npieces = [s]\nfor i in range(12):\n    pieces.append(str(i))\ns = "".join(pieces)\nprint(s)\n'
            ),
        ),
        Example(
            before='n = 10\ns = ""\nwhile n:\n    s = str(n % 2) + s\n    n //= 2\nprint(s)\n',
            after=(
                'n = 10\ns = ""\npieces = [s]\nwhile n:\n    pieces.append(str(n % 2))\n    n //= 2\n'
                's = "".join(reversed(pieces))\nprint(s)\n'
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        done: set[tuple[cst.CSTNode, ...]] = set()
        for node in uses.nodes:
            if not isinstance(node, (cst.Assign, cst.AugAssign)):
                continue
            target = node.target if isinstance(node, cst.AugAssign) else node.targets[0].target
            variable = uses.variable(target) if uses.kinds.of(target) == STR else None
            if variable is None or variable.bindings in done or not uses.program.loops(node):
                continue
            found = _collecting_loop(uses, variable, node)
            if found is None:
                continue
            done.add(variable.bindings)
            loop, additions, front = found
            if not edits.claim(*additions) or not sites.take():
                continue
            _collect(edits, variable.name, loop, additions, front)


def _collect(
    edits: Edits, name: str, loop: Line, additions: dict[cst.SimpleStatementLine, cst.BaseExpression], front: bool
) -> None:
    pieces = edits.fresh_name("pieces")
    edits.before(loop, f"{pieces} = [{name}]")
    for line, piece in additions.items():
        edits.replace_line(line, f"{pieces}.append({code(piece)})")
    edits.after(loop, f'{name} = "".join({f"reversed({pieces})" if front else pieces})')


def _collecting_loop(
    uses: Uses, variable: Variable, node: cst.CSTNode
) -> tuple[Line, dict[cst.SimpleStatementLine, cst.BaseExpression], bool] | None:
    """The outermost loop around an addition that does nothing but add to the string, and always at the same end."""
    best = None
    for loop in uses.program.loops(node):
        if any(isinstance(a, cst.Try) for a in uses.program.ancestors(loop)):
            break
        bindings = [b for b in variable.bindings if uses.inside(b, loop)]
        reads = {r for r in variable.reads if uses.inside(r, loop)}
        additions: dict[cst.SimpleStatementLine, cst.BaseExpression] = {}
        fronts = set()
        for binding in bindings:
            added = _addition(uses, variable.name, binding)
            if added is None:
                return best
            line, piece, front = added
            additions[line] = piece
            fronts.add(front)
            reads -= {r for r in reads if uses.inside(r, line) and not uses.inside(r, piece)}
        elsewhere = {uses.program.function(b) for b in (*variable.bindings, *variable.reads)}
        if reads or len(fronts) != 1 or elsewhere != {uses.program.function(loop)}:
            return best
        best = (loop, additions, fronts.pop())
    return best


def _addition(
    uses: Uses, name: str, binding: cst.CSTNode
) -> tuple[cst.SimpleStatementLine, cst.BaseExpression, bool] | None:
    """The line of `s += piece` or `s = piece + s`, the piece, and whether it goes to the front."""
    holder = uses.program.parent(binding)
    statement = uses.program.parent(holder) if isinstance(holder, cst.AssignTarget) else holder
    line = uses.own_line(statement) if statement else None
    if statement is None or line is None:
        return None
    for patterns, front in ((_BACK, False), (_FRONT, True)):
        for pattern in patterns:
            found = match_block(pattern.replace("__s", name), statement)
            if found and uses.kinds.of(found["__x"]) == STR and name not in names_read(found["__x"]):
                return line, found["__x"], front
    return None


class ReverseBySlice(EditingRewrite):
    name = "reverse-by-slice"
    reason = "A slice with step -1 reverses a string at once; a loop handles each character on its own."
    changes_cost_class = True
    examples = (
        Example(
            before='s = input()\nr = ""\nfor c in s:\n    r = c + r\nprint(r)\n',
            after='s = input()\nr = ""\nr = s[::-1] + r\nprint(r)\n',
            stdin="abc\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            found = match_block("for __c in __s:\n    __r = __c + __r", loop) if isinstance(loop, cst.For) else None
            if found is None or uses.kinds.of(found["__r"]) != STR or uses.kinds.of(found["__s"]) != STR:
                continue
            variable = uses.variable(found["__c"])
            if variable is None or uses.used_after(variable, loop) or same(found["__s"], found["__r"]):
                continue
            if edits.claim(loop) and sites.take():
                target = code(found["__r"])
                edits.replace_line(loop, f"{target} = {operand(found['__s'])}[::-1] + {target}")


class PalindromeBySlice(EditingRewrite):
    name = "palindrome-by-slice"
    reason = "Comparing a string with its reverse is two operations in C; a loop compares each pair of characters."
    examples = (
        Example(
            before=(
                "s = input()\nok = True\nfor i in range(len(s) // 2):\n    if s[i] != s[len(s) - i - 1]:\n"
                "        ok = False\n        break\nprint(ok)\n"
            ),
            after="s = input()\nok = True\nif s != s[::-1]:\n    ok = False\nprint(ok)\n",
            stdin="abca\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or loop.orelse is not None:
                continue
            found = _mirrored(uses, loop)
            if found is not None and edits.claim(loop) and sites.take():
                text, action = found
                edits.replace_line(loop, f"if {text} != {text}[::-1]:\n    {action}")


def _mirrored(uses: Uses, loop: cst.For) -> tuple[str, str] | None:
    """The string and what is done once when it is no palindrome."""
    body = statements(loop.body)
    bounds = range_bounds(uses.program, loop.iter)
    if len(body) != 1 or not isinstance(body[0], cst.If) or body[0].orelse or not bounds:
        return None
    test = match("__s[__i] != __s[__k]", body[0].test)
    variable = uses.variable(loop.target)
    if not test or not variable or uses.used_after(variable, loop) or not same(test["__i"], loop.target):
        return None
    text, index = test["__s"], code(loop.target)
    if uses.kinds.of(text) != STR or not isinstance(text, cst.Name) or term_text(bounds[0]) != "0":
        return None
    lengths = [f"len({text.value})", *_names_of_length(uses, text)]
    mirrors = {f"-{index} - 1", f"-1 - {index}", f"-({index} + 1)", f"~{index}"}
    mirrors |= {f"{n} - {a} - {b}" for n in lengths for a, b in (("1", index), (index, "1"))}
    stops = {f"{n} // 2{more}" for n in lengths for more in ("", " + 1")} | set(lengths)
    if term_text(test["__k"]) not in mirrors or term_text(bounds[1]) not in stops:
        return None
    return _done_once(uses, text.value, body[0], index)


def _names_of_length(uses: Uses, text: cst.Name) -> list[str]:
    """Names bound once, to `len(text)`, where the text is bound once too."""
    variable = uses.variable(text)
    if variable is None or len(variable.bindings) != 1:
        return []
    found = []
    for node in uses.nodes:
        bound = match_block(f"__n = len({text.value})", node) if isinstance(node, cst.Assign) else None
        name = uses.variable(bound["__n"]) if bound else None
        if name and len(name.bindings) == 1:
            found.append(name.name)
    return found


def _done_once(uses: Uses, text: str, decision: cst.If, index: str) -> tuple[str, str] | None:
    """What the loop does at the first difference: set a name to a constant, or return one; then it stops."""
    actions = statements(decision.body)
    if len(actions) == 2 and isinstance(actions[1], cst.Break):
        actions = actions[:1]
    if len(actions) != 1:
        return None
    action = actions[0]
    if isinstance(action, cst.Return) and (action.value is None or _is_constant(action.value)):
        return text, code(action)
    assigned = match_block("__f = __c", action)
    if assigned and isinstance(assigned["__f"], cst.Name) and _is_constant(assigned["__c"]):
        return (text, code(action)) if assigned["__f"].value not in (text, index) else None
    return None


def _is_constant(node: cst.BaseExpression) -> bool:
    if isinstance(node, cst.Name):
        return node.value in {"True", "False", "None"}
    return isinstance(node, (cst.Integer, cst.SimpleString))


class CharactersByStrCount(EditingRewrite):
    name = "characters-by-str-count"
    reason = "str.count counts a character in C; a loop looks at each character in Python."
    examples = (
        Example(
            before='s = input()\nk = 0\nfor c in s:\n    if c == "a":\n        k += 1\nprint(k)\n',
            after='s = input()\nk = 0\nk += s.count("a")\nprint(k)\n',
            stdin="banana\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or uses.kinds.of(loop.iter) != STR:
                continue
            found = None
            for test in ("__c == __x", "__x == __c"):
                found = found or match_block(f"for __c in __s:\n    if {test}:\n        __k += 1", loop)
            if found is None or not isinstance(found["__x"], cst.SimpleString) or not uses.kinds.is_int(found["__k"]):
                continue
            variable = uses.variable(found["__c"])
            if variable is None or uses.used_after(variable, loop) or len(found["__x"].raw_value) != 1:
                continue
            if edits.claim(loop) and sites.take():
                edits.replace_line(loop, f"{code(found['__k'])} += {operand(found['__s'])}.count({code(found['__x'])})")
