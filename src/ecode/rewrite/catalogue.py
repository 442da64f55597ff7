"""The catalogue: every rewrite there is, in the order in which the search stacks them."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache

from ecode.rewrite import rules
from ecode.rewrite.base import Direction, Rewrite


@cache
def catalogue(direction: Direction = "faster") -> tuple[Rewrite, ...]:
    """All rewrites of one direction, found by walking the modules of `rules`: strongest kind first, then by module."""
    found: list[Rewrite] = []
    for info in sorted(pkgutil.iter_modules(rules.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{rules.__name__}.{info.name}")
        classes = [c for c in vars(module).values() if inspect.isclass(c) and c.__module__ == module.__name__]
        found += [c() for c in classes if issubclass(c, Rewrite) and not inspect.isabstract(c)]
    wanted = [rewrite for rewrite in found if rewrite.direction == direction]
    # The search stacks them in this order: what changes the cost class looks for shapes that smaller rewrites dissolve.
    return tuple(sorted(wanted, key=lambda rewrite: (not rewrite.changes_cost_class, rewrite.speculative)))


def by_name(name: str) -> Rewrite:
    """The rewrite called `name`; KeyError where there is none."""
    return {rewrite.name: rewrite for d in ("faster", "slower") for rewrite in catalogue(d)}[name]
