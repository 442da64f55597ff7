"""Print through `sys.stdout.write`: one cheap call with one finished text."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.printed_text import printed_text
from ecode.rewrite.analysis.shapes import walk
from ecode.rewrite.analysis.standard_streams import after_imports, rebinds_stream
from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import Program, add_import


class BufferedPrint(Rewrite):
    name = "buffered-print"
    reason = "print() takes keywords and writes its parts and the line's end one by one; write() of one text does not."
    examples = (
        Example(
            before="for i in range(3):\n    print(i)\n",
            after='import sys\nwrite = sys.stdout.write\nfor i in range(3):\n    write(f"{i}\\n")\n',
        ),
        Example(
            before=(
                "def show(xs):\n    print(*xs)\n    print('sum', sum(xs), end='')\n    print()\n"
                "show([1, 2])\nprint('done')\n"
            ),
            after=(
                'import sys\nwrite = sys.stdout.write\n\n\ndef show(xs):\n    write(" ".join(map(str, xs)) + "\\n")\n'
                '    write(f"sum {sum(xs)}")\n    write("\\n")\nshow([1, 2])\nprint(\'done\')\n'
            ),
        ),
        Example(
            before="import sys\nfor i in range(2):\n    print('Case #%d' % i) if i else print(f'{i}!')\n",
            after=(
                "import sys\nwrite = sys.stdout.write\nfor i in range(2):\n"
                "    write('Case #%d\\n' % i) if i else write(f'{i}!\\n')\n"
            ),
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        if rebinds_stream(program, "stdout") or _formats_in_its_own_way(program):
            return program.module
        edits = Edits(program)
        name = program.fresh_name("write")
        for call in _statement_prints(program):
            text = printed_text(program, call)
            if text is None or not (program.in_loop(call) or program.function(call)) or not sites.take():
                continue
            edits.replace(call, f"{name}({text})")
        module = edits.apply()
        if module is program.module:
            return module
        return after_imports(add_import(module, "import sys"), f"{name} = sys.stdout.write")


def _statement_prints(program: Program) -> list[cst.Call]:
    """Calls of print whose value nobody uses: statements, also both sides of `print(a) if c else print(b)`."""
    found: list[cst.Call] = []

    def collect(value: cst.BaseExpression) -> None:
        if isinstance(value, cst.IfExp):
            collect(value.body)
            collect(value.orelse)
        elif isinstance(value, cst.Call) and program.is_builtin_call(value, "print"):
            found.append(value)

    for node in walk(program.module):
        if isinstance(node, cst.Expr):
            collect(node.value)
    return found


def _formats_in_its_own_way(program: Program) -> bool:
    """True when a class of the program may make `f"{x}"` differ from `str(x)`."""
    return "__format__" in program.all_names or "enum" in program.all_names
