"""Untrusted text made safe for a page: no markup survives, and nothing invisible stays invisible."""

from __future__ import annotations

import html
import re
import unicodedata

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, also a carriage return; tab and line feed are layout
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # invisible, or turning the direction of text around
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # no characters at all
)


def visible(text: str) -> str:
    """Control characters, direction overrides, broken surrogates as Python writes them: `\\r`, `\\u202e`."""
    return _HIDDEN.sub(lambda match: _spelt(match.group()), text)


def _spelt(character: str) -> str:
    """No pictures of control characters: few fonts have them."""
    code = ord(character)
    if character == "\r":
        return "\\r"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def escaped(text: str) -> str:
    """Safe as the text of an element and inside a quoted attribute, in HTML and in SVG."""
    return html.escape(visible(text), quote=True)


def shortened(text: str, most: int) -> str:
    """At most `most` characters, with an ellipsis where something was cut; one line."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    while cut and unicodedata.combining(line[len(cut)]):  # not between a letter and its accent
        cut = cut[:-1]
    return cut.rstrip() + "…"
