"""Programs that look names up by text, or show them: these keep the names they have."""

from __future__ import annotations

import re

from ecode.syntax.renaming import Renaming
from ecode.syntax.scopes import Analysis, Call, is_builtin
from ecode.syntax.tokens import lex

_ATTRIBUTES = frozenset(
    {"__name__", "__qualname__", "__code__", "__globals__", "__annotations__", "__kwdefaults__"}
    | {"f_locals", "f_globals", "f_code", "f_back", "co_name", "co_varnames", "tb_frame"}
)
_MODULES = frozenset({"__main__", "inspect", "doctest", "traceback", "dis", "symtable", "numexpr"})
_TIMERS = frozenset({"timeit", "repeat", "Timer"})
_PICKLERS = frozenset({"pickle", "cPickle", "_pickle", "shelve", "dill", "cloudpickle"})
_WORD = re.compile(r"[^\W\d]\w*")


def refusal(analysis: Analysis, renaming: Renaming) -> str | None:
    """Why this program's names must stay, in a few words with the line; None where nothing speaks against it."""
    if not renaming.spans:
        return None
    tree = analysis.tree
    if tree.broken and tree.is_valid_python():
        return "valid Python that the tolerant parser does not understand"
    found = [*_by_names(analysis, renaming), *_by_calls(analysis), *_by_attributes(analysis), *_by_imports(analysis)]
    found += [(start, "an f-string with = shows its own source") for start in analysis.debug_strings]
    if not found:
        return None
    start, reason = min(found)
    return f"line {tree.line(start)}: {reason}"


def _by_names(analysis: Analysis, renaming: Renaming) -> list[tuple[int, str]]:
    found = []
    for occurrence in analysis.occurrences:
        if is_builtin(occurrence, "globals", "locals", "exec", "execfile", "breakpoint", "help"):
            found.append((occurrence.start, f"{occurrence.name} looks names up by text"))
        elif is_builtin(occurrence, "eval", "compile") and _text_may_name(analysis, renaming):
            found.append((occurrence.start, f"{occurrence.name} may read a name of the program"))
    return found


def _text_may_name(analysis: Analysis, renaming: Renaming) -> bool:
    """Whether a string literal holds a word that a renamed name begins with."""
    names = {binding.name for binding in renaming.spans}
    prefixes = {name[:length] for name in names for length in range(1, len(name) + 1)}
    strings = (token.text for token in lex(analysis.tree.text) if token.kind == "string")
    return any(word in prefixes for text in strings for word in _WORD.findall(text.lstrip("bBrRfFuU")))


def _by_calls(analysis: Analysis) -> list[tuple[int, str]]:
    found = []
    for call in analysis.calls:
        if is_builtin(call.callee, "vars", "dir") and not call.arguments:
            found.append((call.start, f"{_name(call)}() without arguments looks names up by text"))
        elif _name(call) in _TIMERS and call.first and _imports(analysis, "timeit"):
            found.append((call.start, "timeit runs a program text"))
        elif _name(call) in ("__import__", "import_module") and (not call.first or "__main__" in call.first):
            found.append((call.start, "an import of __main__, or of a module whose name is computed"))
        elif _name(call) in ("query", "eval") and call.attribute and _imports(analysis, "pandas"):
            found.append((call.start, f"DataFrame.{call.attribute} may read a name of the program"))
    return found


def _name(call: Call) -> str:
    return call.attribute or (call.callee.name if call.callee is not None else "")


def _by_attributes(analysis: Analysis) -> list[tuple[int, str]]:
    found = []
    classes = {statement.name.name.lstrip("_") for statement in analysis.classes if statement.name is not None}
    for name in (*analysis.attributes, *analysis.occurrences):
        if name.name.startswith("_") and any(name.name.startswith(f"_{owner}__") for owner in classes if owner):
            found.append((name.start, f"{name.name} spells out the name of a class"))
    for attribute in analysis.attributes:
        if attribute.name in _ATTRIBUTES:
            found.append((attribute.start, f".{attribute.name} shows a name"))
        elif attribute.name == "modules" and _imports(analysis, "sys"):
            found.append((attribute.start, "sys.modules looks names up by text"))
    return found


def _by_imports(analysis: Analysis) -> list[tuple[int, str]]:
    found = []
    for imported in analysis.imports:
        root = imported.module.partition(".")[0]
        if root in _MODULES:
            found.append((imported.start, f"{root} looks names up by text"))
        elif root in _PICKLERS and analysis.classes:
            found.append((imported.start, f"{root} writes the names of classes"))
        elif (imported.module, imported.name) == ("sys", "modules"):
            found.append((imported.start, "sys.modules looks names up by text"))
    return found


def _imports(analysis: Analysis, module: str) -> bool:
    return any(found.module.partition(".")[0] == module for found in analysis.imports)
