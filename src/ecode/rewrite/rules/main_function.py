"""Move a script into a main function, so that its variables become fast locals."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.module_layout import CannotMove, Layout
from ecode.rewrite.analysis.module_parts import Part, is_main_guard
from ecode.rewrite.analysis.shapes import FUNCTIONS, walk
from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import COMPREHENSIONS, LOOPS, Program

_BLANK = cst.EmptyLine(indent=False)


class WrapInMain(Rewrite):
    name = "wrap-in-main"
    reason = "Local variables of a function are read and written faster than variables of a module."
    examples = (
        Example(
            before=(
                "n = int(input())\n"
                "total = 0\n"
                "# add them up\n"
                "for i in range(n):\n"
                "    if i % 3:\n"
                "        total += i\n"
                "print(total)\n"
            ),
            after=(
                "def main():\n    n = int(input())\n    total = 0\n    # add them up\n    for i in range(n):\n"
                "        if i % 3:\n            total += i\n    print(total)\n\n\nmain()\n"
            ),
            stdin="10\n",
        ),
        Example(
            before=(
                "import sys\nMOD = 7\nseen = 0\n"
                "def step(x):\n    global seen\n    seen += 1\n    return x * 2 % MOD\n\n"
                "n = int(sys.stdin.readline())\nfor i in range(n):\n    x = step(i)\n    print(x, seen)\n"
            ),
            after=(
                "import sys\nMOD = 7\ndef step(x):\n    global seen\n    seen += 1\n    return x * 2 % MOD\n\n\n"
                "def main():\n    global seen\n    seen = 0\n\n    n = int(sys.stdin.readline())\n"
                "    for i in range(n):\n        x = step(i)\n        print(x, seen)\n\n\nmain()\n"
            ),
            stdin="4\n",
        ),
        Example(
            before='if __name__ == "__main__":\n    x = 0\n    while x < 3:\n        x += 1\n        print(x)\n',
            after=(
                "def main():\n    x = 0\n    while x < 3:\n        x += 1\n        print(x)\n\n\n"
                'if __name__ == "__main__":\n    main()\n'
            ),
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        try:
            layout = Layout(program)
        except CannotMove:
            return program.module
        if not any(_is_worth_moving(part) for part in layout.moves) or not sites.take():
            return program.module
        name = program.fresh_name("main") if "main" not in program.all_names else program.fresh_name("run")
        stays = _lines(program.module, layout.stays)
        body = _lines(program.module, layout.moves)
        if layout.shared:
            names = [cst.NameItem(cst.Name(shared)) for shared in sorted(layout.shared)]
            body.insert(0, cst.SimpleStatementLine([cst.Global(names)]))
        body[0] = _without_blank_start(body[0])
        main = cst.FunctionDef(
            cst.Name(name),
            cst.Parameters(),
            cst.IndentedBlock(_plain_blank_lines(body)),
            leading_lines=[_BLANK, _BLANK] if stays else [],
        )
        return program.module.with_changes(body=[*stays, main, _call(name, layout.moves)])


def _is_worth_moving(part: Part) -> bool:
    """True when the statement has a loop that does more than call one function."""
    if isinstance(part.node, FUNCTIONS):
        return False
    for node in walk(part.node, FUNCTIONS):
        if isinstance(node, COMPREHENSIONS):
            return True
        if isinstance(node, LOOPS):
            lines = node.body.body
            only = lines[0] if len(lines) == 1 else None
            single = only.body[0] if isinstance(only, cst.SimpleStatementLine) and len(only.body) == 1 else only
            if not (isinstance(single, cst.Expr) and isinstance(single.value, cst.Call) and len(single.value.args) < 1):
                return True
    return False


def _lines(module: cst.Module, parts: list[Part]) -> list[cst.BaseStatement]:
    """The parts as statement lines again; small statements that shared a line still do."""
    lines: list[cst.BaseStatement] = []
    last: cst.CSTNode | None = None
    for part in parts:
        if not isinstance(part.node, cst.BaseSmallStatement):
            lines.append(part.node)
        elif part.line is last:
            line = lines[-1]
            assert isinstance(line, cst.SimpleStatementLine)
            lines[-1] = line.with_changes(body=[*line.body, part.node])
        else:
            assert isinstance(part.line, cst.SimpleStatementLine)
            first = part.line.body[0] is part.node
            lines.append(part.line.with_changes(body=[part.node], **({} if first else {"leading_lines": []})))
        last = part.line
    return [_tidy(line) for line in lines]


def _tidy(line: cst.BaseStatement) -> cst.BaseStatement:
    """Drop the semicolon that a small statement brought along from where it was not the last."""
    if not isinstance(line, cst.SimpleStatementLine):
        return line
    last = line.body[-1].with_changes(semicolon=cst.MaybeSentinel.DEFAULT)
    return line.with_changes(body=[*line.body[:-1], last])


def _call(name: str, moved: list[Part]) -> cst.BaseStatement:
    """The line that calls the function; guarded as the script was, where it was."""
    call = cst.SimpleStatementLine([cst.Expr(cst.Call(cst.Name(name)))], leading_lines=[_BLANK, _BLANK])
    if not all(part.guarded for part in moved):
        return call
    guard = cst.parse_statement('if __name__ == "__main__":\n    pass\n')
    assert isinstance(guard, cst.If)
    assert is_main_guard(guard)
    block = cst.IndentedBlock([call.with_changes(leading_lines=[])])
    return guard.with_changes(body=block, leading_lines=[_BLANK, _BLANK])


def _without_blank_start(line: cst.BaseStatement) -> cst.BaseStatement:
    """The line without the empty lines above it (its comments stay)."""
    leading = list(getattr(line, "leading_lines", ()))
    while leading and leading[0].comment is None:
        del leading[0]
    return line.with_changes(leading_lines=leading)


class _PlainBlankLines(cst.CSTTransformer):
    def leave_EmptyLine(self, original_node: cst.EmptyLine, updated_node: cst.EmptyLine) -> cst.EmptyLine:
        if updated_node.comment is not None:
            return updated_node
        return updated_node.with_changes(indent=False, whitespace=cst.SimpleWhitespace(""))


def _plain_blank_lines(lines: list[cst.BaseStatement]) -> list[cst.BaseStatement]:
    """Keep empty lines empty when their block moves one level in."""
    transformer = _PlainBlankLines()
    moved = [line.visit(transformer) for line in lines]
    return [line for line in moved if isinstance(line, cst.BaseStatement)]
