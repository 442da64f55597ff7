"""Input read and converted in the slower ways."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.input_calls import needs_no_newline_removed
from ecode.rewrite.analysis.patterns import match, match_block
from ecode.rewrite.analysis.shapes import code
from ecode.rewrite.analysis.standard_streams import catches_end_of_input, rebinds_stream
from ecode.rewrite.analysis.uses import Uses, assigned_value
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.slower.common import SlowerRewrite, plain_elements

_READERS = frozenset(
    {"readline", "lambda: readline().rstrip()", "lambda: readline().strip()"}
    | {"lambda: readline().rstrip('\\n')", 'lambda: readline().rstrip("\\n")', 'lambda: readline().rstrip("\\r\\n")'}
)
"""What programs call input; `readline` stands for that of the stream."""


class InputInsteadOfReadline(SlowerRewrite):
    name = "input-instead-of-readline"
    reason = "input() does more per line than the stream's readline."
    speculative = True  # behind the last line readline gives an empty text, and input() fails
    examples = (
        Example(
            before="import sys\nn = int(sys.stdin.readline())\na = list(map(int, sys.stdin.readline().split()))\n"
            "print(n, a)\n",
            after=("import sys\nn = int(input())\na = list(map(int, input().split()))\nprint(n, a)\n"),
            stdin="2\n4 5\n",
        ),
        Example(
            before="import sys\ninput = sys.stdin.readline\nfor _ in range(int(input())):\n    print(int(input()))\n",
            after=("import sys\nfor _ in range(int(input())):\n    print(int(input()))\n"),
            stdin="2\n4\n5\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        program = uses.program
        if catches_end_of_input(program) or rebinds_stream(program, "stdin"):
            return
        for node in uses.nodes:
            if not isinstance(node, cst.Attribute) or program.imported_name(node.value) != "sys.stdin":
                continue
            if node.attr.value != "readline":
                continue
            call = program.parent(node)
            holder = call
            while isinstance(holder, (cst.Call, cst.Attribute, cst.Lambda)):
                holder = program.parent(holder)
            if isinstance(holder, cst.Assign) and code(holder.value).replace(code(node), "readline") in _READERS:
                self._alias(uses, edits, sites, holder)
            elif isinstance(call, cst.Call) and call.func is node and not call.args:
                own = any(
                    isinstance(n, cst.Name) and n.value == "input" and not program.is_builtin(n) for n in uses.nodes
                )
                if not own and needs_no_newline_removed(program, call) and edits.claim(call) and sites.take():
                    edits.replace(call, "input()")

    @staticmethod
    def _alias(uses: Uses, edits: Edits, sites: Sites, assign: cst.Assign) -> None:
        """Change `input = sys.stdin.readline`, where all that reads through it does not mind the line's end."""
        line, target = uses.own_line(assign), assign.targets[0].target
        variable = uses.variable(target)
        if line is None or variable is None or assigned_value(uses.program, target) is not assign.value:
            return
        calls = [uses.program.parent(read) for read in variable.reads]
        fits = all(isinstance(c, cst.Call) and not c.args and needs_no_newline_removed(uses.program, c) for c in calls)
        if len(variable.bindings) != 1 or not calls or not fits or not edits.claim(line) or not sites.take():
            return
        edits.replace_line(line, "" if variable.name == "input" else f"{variable.name} = input")


class TokenByToken(SlowerRewrite):
    name = "tokens-converted-one-by-one"
    reason = "Each number is looked up in the list of tokens and converted on its own, where map runs over them in C."
    examples = (
        Example(
            before="for _ in range(2):\n    a, b = map(int, input().split())\n    print(a * b)\n",
            after=(
                "for _ in range(2):\n"
                "    parts = input().split()\n"
                "    a = int(parts[0])\n"
                "    b = int(parts[1])\n"
                "    print(a * b)\n"
            ),
            stdin="2 3\n4 5\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            found = match_block("__t = map(__f, __s.split())", node) if isinstance(node, cst.Assign) else None
            line = uses.own_line(node) if found else None
            if not found or line is None or not isinstance(node, cst.Assign):
                continue
            known = uses.program.is_builtin_call(node.value, "map") and uses.program.is_builtin(found["__f"])
            target = found["__t"]
            names = plain_elements(target)
            if not known or not names or not all(isinstance(name, cst.Name) for name in names):
                continue
            if edits.claim(line) and sites.take():
                parts, convert = edits.fresh_name("parts"), code(found["__f"])
                each = [f"{code(name)} = {convert}({parts}[{place}])" for place, name in enumerate(names)]
                edits.replace_line(line, "\n".join([f"{parts} = {code(found['__s'])}.split()", *each]))


class TokensTested(SlowerRewrite):
    name = "tokens-tested-and-converted"
    reason = "Every token is tested and converted in Python, where map runs over them in C."
    examples = (
        Example(
            before="a = list(map(int, input().split()))\nprint(a)\n",
            after=("a = [int(token) for token in input().strip().split() if token != '']\nprint(a)\n"),
            stdin="4  5 \n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            found = match("list(map(int, __s.split()))", node) if isinstance(node, cst.Call) else None
            if not found or not isinstance(node, cst.Call):
                continue
            inner = node.args[0].value
            known = uses.program.is_builtin(node.func, "list") and uses.program.is_builtin_call(inner, "map")
            if known and edits.claim(node) and sites.take():
                name = edits.fresh_name("token")
                edits.replace(node, f"[int({name}) for {name} in {code(found['__s'])}.strip().split() if {name} != '']")
