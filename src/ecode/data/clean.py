"""What keeps a submission out of the dataset before anything is run. Pure; each reason is counted on the card."""

from __future__ import annotations

import ast

from ecode.syntax.strict import parsed

CALENDAR = {
    "date": {"today"},
    "datetime": {"now", "today", "utcnow"},
    "time": {"localtime", "gmtime", "ctime", "asctime", "strftime"},
}


def parse(code: str) -> ast.Module | None:
    """The program's tree, or None where it has none."""
    try:
        return parsed(code)
    except SyntaxError:
        return None


def asks_the_calendar(tree: ast.Module) -> str:
    """The first call that answers with today's date, or an empty string.

    Two runs a second apart would agree on it, so the nondeterminism filter cannot see it by running the program.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner, name = node.func.value, node.func.attr
            base = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
            if name in CALENDAR.get(base, ()) and not (name == "strftime" and len(node.args) > 1):
                return f"line {node.lineno} asks for the date: {base}.{name}()"
    return ""
