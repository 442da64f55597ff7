"""A missing extra gives one line that says what to install."""

from __future__ import annotations

from importlib.util import find_spec

from ecode.errors import UsageError


def needs(extra: str, *modules: str) -> None:
    """Raises `UsageError` where a module of an extra is not installed."""
    if missing := [module for module in modules if find_spec(module) is None]:
        raise UsageError(f"This needs {', '.join(missing)}, not installed here: pip install 'ecode-lm[{extra}]'")
