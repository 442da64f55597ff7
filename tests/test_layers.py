"""Imports point one way (DESIGN section 3), imports inside functions included."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "ecode"
FOUNDATION = {"errors", "records", "formats", "stats", "machine", "origin", "console"}
MAY_IMPORT = {
    "errors": set(),
    "records": set(),
    "stats": set(),
    "machine": set(),
    "origin": {"machine"},
    "console": {"errors"},
    "formats": {"errors", "records"},
    "judge": FOUNDATION - {"console"},
    "syntax": FOUNDATION - {"console"},
    "data": (FOUNDATION - {"console"}) | {"judge", "syntax"},
    "corpus": (FOUNDATION - {"console"}) | {"data", "judge", "rewrite", "syntax"},
    "rewrite": (FOUNDATION - {"console"}) | {"syntax"},
    "models": (FOUNDATION - {"console"}) | {"syntax"},
    "llm": {"errors", "records", "formats", "stats", "machine", "syntax", "search"},
    "search": (FOUNDATION - {"console"}) | {"judge", "syntax", "rewrite"},
    "eval": (FOUNDATION - {"console"}) | {"judge", "syntax", "data", "search"},
    "report": FOUNDATION | {"judge", "search", "syntax"},
    "answers": {"judge", "machine", "records"},
    "serve": (FOUNDATION - {"console"}) | {"answers", "judge", "search", "report", "api", "__init__"},
    "api": (FOUNDATION - {"console"}) | {"judge", "llm", "models", "search"},
    "cli": FOUNDATION
    | {
        "answers",
        "judge",
        "syntax",
        "rewrite",
        "corpus",
        "data",
        "eval",
        "llm",
        "models",
        "search",
        "report",
        "serve",
        "api",
        "__init__",
    },
    "__main__": {"cli"},
    "__init__": {"api", "errors", "formats", "judge", "records", "search"},
}
DEFERRED_ALLOWED = {"cli", "api", "__init__"}
MODULES = sorted(SOURCE.rglob("*.py"))


def layer(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_layers(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "ecode":
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {"__init__"}
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("ecode.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_one_way(path: Path) -> None:
    own = layer(path)
    allowed = MAY_IMPORT[own] | {own}
    assert imported_layers(ast.parse(path.read_text())) <= allowed


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_import_hides_inside_a_function(path: Path) -> None:
    if layer(path) in DEFERRED_ALLOWED:
        return
    functions = [n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.FunctionDef)]
    hidden = [f.name for f in functions if imported_layers(f)]
    assert hidden == []


def test_zygote_needs_nothing_of_ours() -> None:
    tree = ast.parse((SOURCE / "judge" / "zygote.py").read_text())
    assert imported_layers(tree) == set()
