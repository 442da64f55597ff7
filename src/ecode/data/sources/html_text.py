"""The text of a judge's HTML page, with headings marked so that `split_statement` finds its sections."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", "div", "section", "table", "tr", "ul", "ol", "br", "hr", "blockquote")
_SILENT = ("script", "style", "head")


def plain_text(html: str) -> str:
    """The page as text: headings as `## ...`, preformatted parts fenced. Of two languages, the English one."""
    page = _Page(english_only="lang-en" in html)
    page.feed(html)
    page.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(page.parts)).strip() + "\n"


class _Page(HTMLParser):
    def __init__(self, *, english_only: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._english_only = english_only
        self._silent_until: list[str] = []  # end tags that end a part that is not shown
        self._fenced = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if self._silent_until:
            self._silent_until += [tag] if tag == self._silent_until[0] else []
        elif tag in _SILENT or (self._english_only and "lang-ja" in classes):
            self._silent_until.append(tag)
        elif tag in _HEADINGS:
            self.parts.append("\n\n## ")
        elif tag == "pre":
            self._fenced = True
            self.parts.append("\n\n```\n")
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._silent_until:
            if tag == self._silent_until[-1]:
                self._silent_until.pop()
        elif tag == "pre" and self._fenced:
            self._fenced = False
            self.parts.append("\n```\n\n")
        elif tag in _HEADINGS:
            self.parts.append("\n\n")
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent_until:
            self.parts.append(data.strip("\n") if self._fenced else re.sub(r"\s+", " ", data))
