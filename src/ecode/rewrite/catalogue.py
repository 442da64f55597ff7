"""The catalogue: every rewrite there is, in the order in which the search stacks them."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache

from ecode.rewrite import rules, slower
from ecode.rewrite.base import Direction, Rewrite

_HOMES = {"faster": rules, "slower": slower}


@cache
def catalogue(direction: Direction = "faster") -> tuple[Rewrite, ...]:
    """All rewrites of one direction, found by walking its modules: strongest kind first, then by module."""
    home = _HOMES[direction]
    found: list[Rewrite] = []
    for info in sorted(pkgutil.iter_modules(home.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{home.__name__}.{info.name}")
        classes = [c for c in vars(module).values() if inspect.isclass(c) and c.__module__ == module.__name__]
        found += [c() for c in classes if issubclass(c, Rewrite) and not inspect.isabstract(c)]
    # The search stacks them in this order: what changes the cost class looks for shapes that smaller rewrites dissolve.
    return tuple(sorted(found, key=lambda rewrite: (not rewrite.changes_cost_class, rewrite.speculative)))


def by_name(name: str) -> Rewrite:
    """The rewrite called `name`; KeyError where there is none."""
    return {rewrite.name: rewrite for d in ("faster", "slower") for rewrite in catalogue(d)}[name]
