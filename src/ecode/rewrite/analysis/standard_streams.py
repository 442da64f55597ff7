"""Where a program touches standard input and output, and where an alias for them may be put."""

from __future__ import annotations

import libcst as cst
import libcst.matchers as m

from ecode.rewrite.analysis.shapes import code, walk
from ecode.rewrite.program import Program, imports_end, insert_line

_OTHER_READERS = frozenset({"fileinput", "fdopen", "FileIO", "BytesIO", "StringIO", "TextIOWrapper"})


def rebinds_stream(program: Program, stream: str) -> bool:
    """True when the program may put another object in the place of `sys.stdin` or `sys.stdout`."""
    for node in walk(program.module):
        if isinstance(node, (cst.AssignTarget, cst.AugAssign, cst.AnnAssign, cst.AsName)):
            target = node.name if isinstance(node, cst.AsName) else node.target
            if stream in code(target):
                return True
        if isinstance(node, cst.ClassDef) and "IO" in code(node.name) + "".join(code(base) for base in node.bases):
            return True
        if isinstance(node, cst.Name) and node.value in ("redirect_stdout", "setattr", "reconfigure", "dup2"):
            return True
    return bool(m.findall(program.module, m.ImportAlias(name=m.Name("builtins"))))


def other_readers(program: Program) -> bool:
    """True when standard input may be read by other means than `input()` and `sys.stdin`."""
    for node in walk(program.module):
        if isinstance(node, cst.Name) and node.value in _OTHER_READERS:
            return True
        if isinstance(node, cst.Attribute) and m.matches(node, m.Attribute(m.Name("os"), m.Name("read"))):
            return True
        if isinstance(node, cst.Call) and program.is_builtin(node.func, "open"):
            return True
    return False


def catches_end_of_input(program: Program) -> bool:
    """True when a handler may catch the error that reading past the end raises, or the program asks for the end."""
    errors = {"EOFError", "Exception", "BaseException"}
    for node in walk(program.module):
        if isinstance(node, cst.ExceptHandler):
            caught = {n.value for n in walk(node.type) if isinstance(n, cst.Name)} if node.type else errors
            if caught & errors:
                return True
        if isinstance(node, cst.Name) and node.value == "suppress":
            return True
    return False


def after_imports(module: cst.Module, line: str) -> cst.Module:
    """Put `line` after the imports that the module begins with (with nothing but a docstring among them)."""
    statement = cst.parse_statement(line, config=module.config_for_parsing)
    return insert_line(module, imports_end(module), statement)
