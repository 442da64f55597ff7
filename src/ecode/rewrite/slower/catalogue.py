"""All rewrites towards slower code, found by walking the modules of this package."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache

from ecode.rewrite import slower
from ecode.rewrite.base import Rewrite


@cache
def slower_catalogue() -> tuple[Rewrite, ...]:
    """Every rewrite towards slower code: those that change the cost class first, then those that are proven."""
    found: list[Rewrite] = []
    for info in sorted(pkgutil.iter_modules(slower.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{slower.__name__}.{info.name}")
        classes = [c for c in vars(module).values() if inspect.isclass(c) and c.__module__ == module.__name__]
        found += [c() for c in classes if issubclass(c, Rewrite) and not inspect.isabstract(c)]
    return tuple(sorted(found, key=lambda rewrite: (not rewrite.changes_cost_class, rewrite.speculative)))


def slower_by_name(name: str) -> Rewrite:
    """The slower rewrite called `name`; KeyError where there is none."""
    return {rewrite.name: rewrite for rewrite in slower_catalogue()}[name]
