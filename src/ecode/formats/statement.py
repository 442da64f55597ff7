"""Problem statements, split into the five sections that the E-code experts read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ecode.records import SECTIONS, Statement

_SECTIONS = (
    ("input", re.compile(r"(the )?inputs?( (format|specification|description|data))?")),
    ("input", re.compile(r"constraints?|limits")),
    ("output", re.compile(r"(the )?outputs?( (format|specification|description|data))?")),
    (
        "samples",
        re.compile(r"(samples?|examples?)( (input|output|cases?|tests?|data|explanations?))?s?( #?\d+)?"),
    ),
    ("body", re.compile(r"(the )?(problem )?(statement|description|task)")),
    ("samples", re.compile(r"(notes?|explanations?|hints?|remarks?)( .{0,20})?")),
)
_MARKDOWN = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_TEX = re.compile(r"\\((?:sub)*)section\*?\{(.*?)\}\s*")
_TEX_TITLE = re.compile(r"\\(?:problemname|title)\{(.*?)\}\s*")
_DECORATED = re.compile(
    r"(?:\*\*|__)(.+?):?(?:\*\*|__):?|-{2,}\s*(\w[\w ]*?):?\s*-{2,}|={2,}\s*(\w[\w ]*?):?\s*={2,}"
    r"|([A-Z][\w #]{0,30}?):?"
)
_BARE_WORDS = frozenset(("Input", "Output", "Example", "Examples", "Note"))
_UNDERLINE = re.compile(r"(=+|-+)\s*")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_BARE_LEVEL = 2  # a heading without marks counts as one of the second level


def split_statement(text: str, *, title: str = "") -> Statement:
    """Split a statement in Markdown, plain text or TeX at its headings; what cannot be placed stays in the body.

    The title is that of the text, if it opens with one, else `title`.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    # A pasted page has no empty lines around its headings; both must be there, or "Input" may be the end of a sentence.
    pasted = {"Input", "Output"} <= {line.strip() for line in lines}
    splitter = _Splitter(title, _BARE_WORDS if pasted else frozenset())
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        after = lines[number + 1] if number + 1 < len(lines) else ""
        splitter.take(line, before, after)
    return splitter.statement()


class _Splitter:
    """Walks over the lines and puts each into the section that it stands in."""

    def __init__(self, title: str, bare_words: frozenset[str]) -> None:
        self._title = title
        self._bare_words = bare_words
        self._lines: dict[str, list[str]] = {name: [] for name in ("body", "input", "output", "samples")}
        self._current = "body"
        self._level = _BARE_LEVEL  # of the heading that opened the current section
        self._fenced = False
        self._skip_underline = False
        self._titled = False

    def take(self, line: str, before: str, after: str) -> None:
        """Add one line, given its neighbours."""
        if self._skip_underline:
            self._skip_underline = False
            return
        if _FENCE.match(line):
            self._fenced = not self._fenced
        heading = None if self._fenced else _heading(line, before, after, self._bare_words)
        if heading is None or not self._open(line, *heading):
            self._lines[self._current].append(line)
        elif _UNDERLINE.fullmatch(after):
            self._skip_underline = True

    def _open(self, line: str, level: int, text: str) -> bool:
        """Start the section that a heading names. False where the heading stays as content, like any other line."""
        section = _section_of(text)
        if section is None:
            return self._open_other(line, level, text)
        if section == self._current:
            return section == "body" and not self._filled(section)
        if self._current == "samples" and (not _is_marked(line) or level > self._level or self._filled(section)):
            return False  # "Input" over a sample's input
        self._current, self._level = section, level
        return section in text.lower()  # "Input" says nothing that the section's name does not; "Example 1" does

    def _open_other(self, line: str, level: int, text: str) -> bool:
        if level == 1 and not self._titled and not self._filled("body"):
            self._title, self._titled = text, True
            return True
        if level <= self._level and _is_marked(line):
            self._current = "body"
        return False

    def _filled(self, section: str) -> bool:
        return any(line.strip() for line in self._lines[section])

    def statement(self) -> Statement:
        parts = {name: "\n".join(lines).strip() for name, lines in self._lines.items()}
        return Statement(title=self._title, **parts)


def _heading(line: str, before: str, after: str, bare_words: frozenset[str]) -> tuple[int, str] | None:
    """(level, text) of a heading; one without any mark must name a section and stand after an empty line, or be one of
    the `bare_words`."""
    stripped = line.strip()
    if match := _MARKDOWN.fullmatch(stripped):
        return len(match[1]), match[2].strip("*_: ")
    if match := _TEX_TITLE.fullmatch(stripped):
        return 1, match[1]
    if match := _TEX.fullmatch(stripped):
        return 2 + len(match[1]) // 3, match[2].strip()
    if stripped and not before.strip() and len(after.strip()) > 2 and _UNDERLINE.fullmatch(after):
        return (1 if after.startswith("=") else 2), stripped
    set_apart = not before.strip() or stripped in bare_words or stripped[:2] in ("--", "==")
    if set_apart and (match := _DECORATED.fullmatch(stripped)):
        text = next(group for group in match.groups() if group is not None)
        return (_BARE_LEVEL, text) if _section_of(text) else None
    return None


def _is_marked(line: str) -> bool:
    return line.lstrip().startswith(("#", "\\"))


def _section_of(heading: str) -> str | None:
    text = re.sub(r"\s+", " ", heading).strip(" :.*_").lower()
    return next((section for section, pattern in _SECTIONS if pattern.fullmatch(text)), None)


def join_statement(sections: Mapping[str, str]) -> str:
    """The sections as one text under headings, which `split_statement` takes apart again."""
    parts = [(sections.get(name) or "").strip() for name in SECTIONS]
    headings = [f"# {parts[0]}" if parts[0] else "", parts[1]]
    headings += [
        f"## {name.title()}\n\n{part}" if part else "" for name, part in zip(SECTIONS[2:], parts[2:], strict=True)
    ]
    return "\n\n".join(filter(None, headings))


def expert_fields(record: Mapping[str, Any]) -> dict[str, str]:
    """What the experts of a model read of a record with the five sections, `difficulty` and `tags`: the title comes
    with the last two (as in the paper)."""
    fields = {name: str(record.get(name) or "") for name in SECTIONS}
    more = [str(record.get("difficulty") or ""), ", ".join(record.get("tags") or ())]
    return fields | {"title": " | ".join(filter(None, [fields["title"], *more]))}
