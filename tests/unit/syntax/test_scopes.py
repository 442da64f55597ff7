"""Scopes and bindings agree with Python's own symbol table."""

import ast
import pathlib
import symtable
import textwrap
from collections import Counter

import pytest
from trap_programs import TRAPS

from ecode.syntax.binder import analyse
from ecode.syntax.scopes import Analysis

LIBRARY = sorted(pathlib.Path(textwrap.__file__).parent.glob("[b-f]*.py"))[:24]
KINDS = dict.fromkeys(("listcomp", "setcomp", "dictcomp", "genexpr"), "comprehension") | {"lambda": "lambda"}
SNIPPETS = [
    "def f(a, b: int = a, *args, c, d=lambda x: x, **kw) -> g: return [a for b in c if (e := d)]\n",
    "class C(B, metaclass=M):\n    x: int = 1\n    y = [x for x in x for z in x]\n    def m(self): nonlocal_ = x; return __class__\n",
    "def f():\n    x = 1\n    class C:\n        nonlocal x\n        x = 2\n    return x\n",
    "def f():\n    for i, (j, *k) in z: pass\n    with a as b, c as (d, e.f): del g, h[0]\n    import m.n, o as p\n    from q import r as s, t\n",
    "async def f():\n    async with a as b: pass\n    return [x async for x in b], await c\n",
    "def f(x):\n    def g():\n        global x\n        x = 1\n        return [x for _ in y]\n    return x\n",
    "x = lambda a=b: (lambda c: a + c + x)\n",
    "@d(k=1)\ndef f(x=y): return {a: b for a, b in x.items()}, {c for c in x}\n",
    "def f(p):\n    match p:\n        case C(x, y=z) | [x, *z]: return x\n        case {'k': v, **w}: return a.b\n        case a.b: pass\n        case q: pass\n",
    "def f():\n    print(f'{a!r:{b}} {[c for c in d]} {(lambda e: e)(1)}')\n",
    "def f():\n    try: pass\n    except (A, B) as e: pass\n",
    "type(x)\n[*a, b] = c\nprint >> x, y\nmatch = case = type = print\nmatch(x)[0]\n",
]  # fmt: skip

Table = Counter[tuple[object, ...]]


def table_of_python(source: str) -> Table:
    """For every scope its kind, own names, names from around it, and global names; names with __ left out."""
    found: Table = Counter()

    def walk(table: symtable.SymbolTable) -> None:
        kind = str(table.get_type())
        kind = KINDS.get(table.get_name(), kind) if kind == "function" else kind
        names = [s for s in table.get_symbols() if "__" not in s.get_name() and not s.get_name().startswith(".")]
        own = frozenset(s.get_name() for s in names if s.is_local())
        around = frozenset(s.get_name() for s in names if s.is_free())
        free = frozenset(s.get_name() for s in names if s.is_global() and not s.is_local())
        found[_row(kind, own, around, free)] += 1
        for child in table.get_children():
            walk(child)

    walk(symtable.symtable(source, "<test>", "exec"))
    return found


def our_table(analysis: Analysis) -> Table:
    around = {scope: set() for scope in analysis.scopes}
    free = {scope: set() for scope in analysis.scopes}
    for occurrence in analysis.occurrences:
        binding = occurrence.binding
        for start in {occurrence.scope, occurrence.scope.owner if occurrence.kind == "walrus" else occurrence.scope}:
            if binding is None or binding.scope is analysis.module:
                free[start].add(occurrence.name)
                continue
            for scope in start.lookup_path(occurrence.name):
                if scope is binding.scope:
                    break
                around[scope].add(occurrence.name)
    found: Table = Counter()
    for scope in analysis.scopes:
        own = set(scope.bindings)
        if scope is analysis.module:  # Python's table of it knows nothing of names that only functions store
            own = {n for n, b in scope.bindings.items() if any(o.scope is scope for o in b.stores)}
        found[
            _row(scope.kind, *(frozenset(n for n in s if "__" not in n) for s in (own, around[scope], free[scope])))
        ] += 1
    return found


def _row(kind: str, own: frozenset[str], around: frozenset[str], free: frozenset[str]) -> tuple[object, ...]:
    if kind == "module":
        return (kind, own)
    return (kind, own, frozenset() if kind == "class" else around, free)  # a class passes names on that it does not use


@pytest.mark.parametrize("source", [*SNIPPETS, *TRAPS.values()])
def test_agrees_with_the_symbol_table(source: str) -> None:
    analysis = analyse(source)
    assert not analysis.tree.broken
    if "\ufb01" not in source:  # the symbol table keeps both spellings apart in its own way
        assert our_table(analysis) == table_of_python(source)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda p: p.name)
def test_agrees_on_the_standard_library(path: pathlib.Path) -> None:
    source = path.read_text("utf-8")
    assert our_table(analyse(source)) == table_of_python(source)


@pytest.mark.parametrize("source", [*SNIPPETS, *TRAPS.values()])
def test_sees_every_name(source: str) -> None:
    tree = ast.parse(source)
    names = Counter(n.id for n in ast.walk(tree) if isinstance(n, ast.Name))
    names.update(n.arg for n in ast.walk(tree) if isinstance(n, ast.arg))
    analysis = analyse(source)
    seen = Counter(o.name for o in analysis.occurrences)
    assert not names - seen


PLACES = [
    # (source, the name of the last occurrence, the line of its binding's first one or None)
    ("x = 1\ndef f():\n    return x\n", 1),
    ("x = 1\ndef f(x):\n    return x\n", 2),
    ("x = 1\nclass C:\n    x = 2\n    def f(self):\n        return x\n", 1),
    ("x = 1\nclass C:\n    x = 2\n    y = x\n", 3),
    ("def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n", 2),
    ("print(x)\n", None),
    ("def f(:\n    x = 1\n    print(x)\n", 2),
    ("def f(:\n    x = 1\nprint(x)\n", 3),  # undefined in broken source: a variable of the module
]


@pytest.mark.parametrize(("source", "line"), PLACES)
def test_finds_the_binding(source: str, line: int | None) -> None:
    analysis = analyse(source)
    last = [o for o in analysis.occurrences if o.name == "x"][-1]
    found = analysis.tree.line(last.binding.occurrences[0].start) if last.binding else None
    assert found == line
