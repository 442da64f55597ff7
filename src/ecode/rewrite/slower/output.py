"""Output in many small pieces."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.kind import STR
from ecode.rewrite.analysis.patterns import match, match_any
from ecode.rewrite.analysis.shapes import code, operand
from ecode.rewrite.analysis.standard_streams import rebinds_stream
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.slower.common import SlowerRewrite
from ecode.rewrite.slower.unfolding import unfolded


class PrintPerItem(SlowerRewrite):
    name = "print-per-item"
    reason = "Every print formats and writes on its own, where one would write all lines at once."
    speculative = True  # of no items at all, one print still ends a line
    examples = (
        Example(
            before="a = input().split()\nprint('\\n'.join(a))\nprint(*[len(x) for x in a], sep='\\n')\n",
            after=("a = input().split()\nfor line in a:\n    print(line)\nfor x in a:\n    print(len(x))\n"),
            stdin="x yy\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.Call) or not uses.program.is_builtin(node.func, "print"):
                continue
            found = match_any(node, "print('\\n'.join(__a))", 'print("\\n".join(__a))')
            found = found or match_any(node, "print(*__a, sep='\\n')", 'print(*__a, sep="\\n")')
            holder = uses.program.parent(node)
            line = uses.own_line(holder) if holder is not None and isinstance(holder, cst.Expr) else None
            if not found or line is None or not uses.facts.is_quiet(found["__a"]):
                continue
            loops = unfolded(uses, edits, found["__a"], "line")
            if loops is not None and edits.claim(line) and sites.take():
                edits.replace_line(line, loops.around(f"print({loops.element})"))


class FlushEachPrint(SlowerRewrite):
    name = "flush-each-print"
    reason = "Each line goes to the system at once, as in programs written for interactive judges."
    examples = (
        Example(
            before="for i in range(3):\n    print(i, i * i)\n",
            after=("for i in range(3):\n    print(i, i * i, flush=True)\n"),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.Call) or not uses.program.is_builtin(node.func, "print"):
                continue
            fits = uses.program.loops(node) and isinstance(uses.program.parent(node), cst.Expr)
            named = {arg.keyword.value for arg in node.args if arg.keyword}
            starred = any(arg.star == "**" for arg in node.args)
            if not fits or starred or named & {"file", "flush"} or not edits.claim(node):
                continue
            if sites.take():
                args = ", ".join(_arg(arg) for arg in node.args)
                edits.replace(node, f"print({args}{', ' if args else ''}flush=True)")


def _arg(arg: cst.Arg) -> str:
    return code(arg.with_changes(comma=cst.MaybeSentinel.DEFAULT, whitespace_after_arg=cst.SimpleWhitespace("")))


class PrintInsteadOfWrite(SlowerRewrite):
    name = "print-instead-of-write"
    reason = "print does more per call than the write of the stream."
    examples = (
        Example(
            before="import sys\nfor i in range(3):\n    sys.stdout.write(str(i) + '\\n')\n",
            after=("import sys\nfor i in range(3):\n    print(str(i))\n"),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        if rebinds_stream(uses.program, "stdout"):
            return
        for node in uses.nodes:
            if not isinstance(node, cst.Call) or not isinstance(uses.program.parent(node), cst.Expr):
                continue
            found = match_any(node, "sys.stdout.write(__e + '\\n')", 'sys.stdout.write(__e + "\\n")')
            if not found or uses.kinds.of(found["__e"]) != STR or "print" in uses.program.all_names:
                continue
            if edits.claim(node) and sites.take():
                edits.replace(node, f"print({code(found['__e'])})")


class ConcatenationInsteadOfFormat(SlowerRewrite):
    name = "concatenation-instead-of-f-string"
    reason = "Each plus makes another text, where an f-string makes one."
    examples = (
        Example(
            before="for i in range(3):\n    print(f'{i}: {i * i}!')\n",
            after=("for i in range(3):\n    print(str(i) + ': ' + str(i * i) + '!')\n"),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.FormattedString) or node.start not in ("f'", 'f"'):
                continue
            pieces = [_piece(part, node.end) for part in node.parts]
            held = isinstance(uses.program.parent(node), cst.ConcatenatedString)
            if len(pieces) < 2 or not all(pieces) or held or not edits.claim(node) or not sites.take():
                continue
            edits.replace(node, " + ".join(pieces))


def _piece(part: cst.BaseFormattedStringContent, quote: str) -> str:
    """The text of one piece as an expression; "" for one with a format of its own."""
    if isinstance(part, cst.FormattedStringText):
        plain = part.value.replace("{{", "{").replace("}}", "}")
        return f"{quote}{plain}{quote}" if "\\N" not in plain else ""
    if not isinstance(part, cst.FormattedStringExpression) or part.conversion or part.format_spec or part.equal:
        return ""
    if isinstance(part.expression, cst.Tuple):
        return f"str({operand(part.expression)})"
    return f"str({code(part.expression)})" if match("str(__a)", part.expression) is None else code(part.expression)
