"""Read standard input by cheaper means."""

from __future__ import annotations

import libcst as cst
import libcst.matchers as m

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.input_calls import fixed_count, input_calls, needs_no_newline_removed, wants_numbers
from ecode.rewrite.analysis.shapes import code, walk
from ecode.rewrite.analysis.standard_streams import after_imports, catches_end_of_input, other_readers, rebinds_stream
from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import Program, add_import


class ReadAllTokens(Rewrite):
    name = "read-all-tokens"
    reason = "One read and one split of the whole input cost less than a line's read, split and unpacking per line."
    speculative = True  # where the lines are not as the program expects them, it fails elsewhere, or not at all
    examples = (
        Example(
            before="t = int(input())\nfor _ in range(t):\n    a, b = map(int, input().split())\n    print(a + b)\n",
            after=(
                "import sys\nread = map(int, sys.stdin.buffer.read().split()).__next__\nt = read()\n"
                "for _ in range(t):\n    a, b = read(), read()\n    print(a + b)\n"
            ),
            stdin="2\n1 2\n3 4\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        calls = _line_reads(program)
        if not calls or not _is_read_often(program, calls):
            return program.module
        counted = [fixed_count(program, call, lambda _: True) for call in calls]
        if any(found is None for found in counted) or not sites.take():
            return program.module
        edits = Edits(program)
        name = program.fresh_name("read")
        for found in counted:
            assert found is not None
            node, count = found
            edits.replace(
                node, ", ".join([f"{name}()"] * count) + ("," if count == 1 and _is_unpacked(program, node) else "")
            )
        module = _without_old_reader(edits.apply())
        return after_imports(
            add_import(module, "import sys"), f"{name} = map(int, sys.stdin.buffer.read().split()).__next__"
        )


class ReadlineInput(Rewrite):
    name = "readline-input"
    reason = (
        "sys.stdin.readline() does not flush the output and look for a terminal before every line, as input() does."
    )
    speculative = True  # at the end of the input it gives an empty line, where input() fails
    examples = (
        Example(
            before=(
                "n = int(input())\n"
                "for _ in range(n):\n"
                "    name = input()\n"
                "    xs = input().split()\n"
                "    print(name, len(xs))\n"
            ),
            after=(
                "import sys\ninput = sys.stdin.readline\nn = int(input())\nfor _ in range(n):\n"
                '    name = input().rstrip("\\n")\n    xs = input().split()\n    print(name, len(xs))\n'
            ),
            stdin="2\nann\n1 2\nbob \n\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        calls = input_calls(program)
        if not calls or not _is_read_often(program, calls) or catches_end_of_input(program):
            return program.module
        if rebinds_stream(program, "stdin") or not sites.take():
            return program.module
        edits = Edits(program)
        for call in calls:
            if not needs_no_newline_removed(program, call):
                edits.replace(call, f'{code(call)}.rstrip("\\n")')
        return after_imports(add_import(edits.apply(), "import sys"), "input = sys.stdin.readline")


class ReadBytes(Rewrite):
    name = "read-bytes"
    reason = "Numbers are parsed from bytes directly, so that decoding every line to text is work for nothing."
    speculative = True  # text has more kinds of blanks and digits than bytes have
    examples = (
        Example(
            before=(
                "import sys\n"
                "input = sys.stdin.readline\n"
                "for _ in range(int(input())):\n"
                "    print(sum(map(int, input().split())))\n"
            ),
            after=(
                "import sys\ninput = sys.stdin.buffer.readline\nfor _ in range(int(input())):\n"
                "    print(sum(map(int, input().split())))\n"
            ),
            stdin="2\n1 2\n3 4\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        readers = _readline_attributes(program)
        calls = _calls_of(program, readers) if readers else None
        if not calls or input_calls(program) or rebinds_stream(program, "stdin") or other_readers(program):
            return program.module
        if not all(wants_numbers(program, call) for call in calls) or not sites.take():
            return program.module
        edits = Edits(program)
        for reader in readers:
            edits.replace(reader, f"{code(reader.value)}.buffer.readline")
        return edits.apply()


def _is_read_often(program: Program, calls: list[cst.Call]) -> bool:
    """True when some read is repeated: in a loop or a function."""
    return any(program.in_loop(call) or program.function(call) for call in calls)


def _is_unpacked(program: Program, node: cst.CSTNode) -> bool:
    parent = program.parent(node)
    return isinstance(parent, cst.Assign) and isinstance(parent.targets[0].target, (cst.Tuple, cst.List))


def _line_reads(program: Program) -> list[cst.Call] | None:
    """Every read of the program, where all of them are lines read by `input()` or `sys.stdin.readline`; else None."""
    if catches_end_of_input(program) or other_readers(program) or rebinds_stream(program, "stdin"):
        return None
    readers = _readline_attributes(program)
    direct = _calls_of(program, readers)
    if direct is None:
        return None
    bound = {name for reader in readers for name in [_alias(program, reader)] if name is not None}
    builtin = [] if "input" in bound else input_calls(program)
    return None if builtin is None else builtin + direct


def _readline_attributes(program: Program) -> list[cst.Attribute]:
    """`sys.stdin.readline` wherever it stands."""
    readers = [
        n for n in m.findall(program.module, m.Attribute(attr=m.Name("readline"))) if isinstance(n, cst.Attribute)
    ]
    return [reader for reader in readers if program.imported_name(reader.value) == "sys.stdin"]


def _alias(program: Program, reader: cst.Attribute) -> str | None:
    """`input` for `input = sys.stdin.readline`."""
    parent = program.parent(reader)
    if isinstance(parent, cst.Assign) and len(parent.targets) == 1 and isinstance(parent.targets[0].target, cst.Name):
        return parent.targets[0].target.value
    return None


def _calls_of(program: Program, readers: list[cst.Attribute]) -> list[cst.Call] | None:
    """Calls of the readers, directly or through their aliases; None where standard input is used in any other way."""
    calls: list[cst.Call] = []
    allowed: set[cst.CSTNode] = set()
    aliases: set[str] = set()
    for reader in readers:
        allowed.add(reader.value)
        parent, alias = program.parent(reader), _alias(program, reader)
        if isinstance(parent, cst.Call) and parent.func is reader and not parent.args:
            calls.append(parent)
        elif alias is not None and program.function(reader) is None:
            aliases.add(alias)
        else:
            return None
    for node in walk(program.module):
        if isinstance(node, (cst.Name, cst.Attribute)) and node not in allowed and _is_stdin(program, node):
            return None
        if isinstance(node, cst.Name) and node.value in aliases:
            parent = program.parent(node)
            if (
                isinstance(parent, cst.Call)
                and parent.func is node
                and not parent.args
                and _is_only_alias(program, node)
            ):
                calls.append(parent)
            elif not _is_alias_target(program, node):
                return None
    return calls


def _is_stdin(program: Program, node: cst.Name | cst.Attribute) -> bool:
    parent = program.parent(node)
    if isinstance(parent, (cst.ImportAlias, cst.AsName)) or (isinstance(parent, cst.Attribute) and parent.attr is node):
        return False
    if isinstance(parent, cst.Attribute) and program.imported_name(parent) == "sys.stdin":
        return False
    return program.imported_name(node) in ("sys.stdin", "sys.__stdin__")


def _is_only_alias(program: Program, node: cst.Name) -> bool:
    return len(program.assignments(node)) == 1


def _is_alias_target(program: Program, node: cst.Name) -> bool:
    holder = program.parent(node)
    assign = program.parent(holder) if isinstance(holder, cst.AssignTarget) else None
    return isinstance(assign, cst.Assign) and m.matches(assign.value, m.Attribute(attr=m.Name("readline")))


class _DropReadline(cst.CSTTransformer):
    """Remove `input = sys.stdin.readline` after its last use is gone."""

    def leave_Assign(
        self, original_node: cst.Assign, updated_node: cst.Assign
    ) -> cst.BaseSmallStatement | cst.RemovalSentinel:
        is_alias = m.matches(
            updated_node, m.Assign(targets=[m.AssignTarget(m.Name())], value=m.Attribute(attr=m.Name("readline")))
        )
        return cst.RemoveFromParent() if is_alias else updated_node

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement | cst.RemovalSentinel:
        return updated_node if updated_node.body else cst.RemoveFromParent()


def _without_old_reader(module: cst.Module) -> cst.Module:
    return module.visit(_DropReadline())
