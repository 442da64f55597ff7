"""Equal for programs that differ only in layout, comments and the names they chose themselves."""

from __future__ import annotations

import ast
import hashlib

from ecode.syntax.names import alpha_form
from ecode.syntax.strict import parsing


def fingerprint(source: str) -> str:
    """Sixteen hexadecimal digits; of a source that does not parse, those of its Uni text without blanks."""
    text = alpha_form(source)
    try:
        with parsing():
            text = ast.dump(ast.parse(text))
    except SyntaxError:
        text = "".join(text.split())
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
