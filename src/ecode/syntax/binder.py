"""From a text to what its names mean."""

from __future__ import annotations

from ecode.syntax import definitions, statements
from ecode.syntax.parse import parse
from ecode.syntax.scopes import Analysis
from ecode.syntax.walker import Walker

_HANDLERS = {**statements.HANDLERS, **definitions.HANDLERS}


def analyse(source: str) -> Analysis:
    """Scopes, bindings and occurrences of any text. Never raises."""
    return Walker(parse(source)).run(_HANDLERS)
