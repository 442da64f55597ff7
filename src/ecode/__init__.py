"""E-code: makes slow Python programs measurably faster, with proof."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ecode.api import compare, optimize
    from ecode.errors import EcodeError, UsageError
    from ecode.formats import load_package, load_tests
    from ecode.judge.run import Judge
    from ecode.records import Limits, TestCase, TestSuite, Verdict
    from ecode.search.config import OptimizeConfig

try:
    __version__ = version("ecode-lm")
except PackageNotFoundError:  # run from a source tree that was never installed
    __version__ = "0+unknown"

_HOMES = {
    "EcodeError": "ecode.errors",
    "Judge": "ecode.judge.run",
    "Limits": "ecode.records",
    "OptimizeConfig": "ecode.search.config",
    "TestCase": "ecode.records",
    "TestSuite": "ecode.records",
    "UsageError": "ecode.errors",
    "Verdict": "ecode.records",
    "compare": "ecode.api",
    "load_package": "ecode.formats",
    "load_tests": "ecode.formats",
    "optimize": "ecode.api",
}

__all__ = [
    "EcodeError",
    "Judge",
    "Limits",
    "OptimizeConfig",
    "TestCase",
    "TestSuite",
    "UsageError",
    "Verdict",
    "compare",
    "load_package",
    "load_tests",
    "optimize",
]


def __getattr__(name: str) -> object:
    """Load a public name on first use, so that `import ecode` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'ecode' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
