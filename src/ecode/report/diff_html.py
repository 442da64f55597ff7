"""The side-by-side view of two programs as HTML tables, long unchanged stretches folded."""

from __future__ import annotations

from collections.abc import Sequence

from ecode.report.diff import Mark, Row, Stretch, compare_lines, fold, lines_of
from ecode.report.highlight import Piece, highlight, line_html

_HEAD = (
    '<thead class="unseen"><tr><th scope="col">line</th><th scope="col">original</th>'
    '<th scope="col">line</th><th scope="col">faster</th></tr></thead>'
)
_COLUMNS = '<colgroup><col class="number"><col><col class="number"><col></colgroup>'


def diff_html(old: str, new: str) -> str:
    """Original on the left, faster program on the right; below one another on narrow screens."""
    sides = highlight(old), highlight(new)
    rows = compare_lines(old, new)
    if old.endswith("\n") and new.endswith("\n") and not rows[-1].changed:
        rows.pop()  # the empty line after the last line feed
    stretches = "".join(_stretch(stretch, sides) for stretch in fold(rows))
    head = '<div class="diff-head" aria-hidden="true"><span>original</span><span>faster</span></div>'
    return f'<div class="diff">{head}{stretches}{_endings(old, new)}</div>'


def _stretch(stretch: Stretch, sides: tuple[list[list[Piece]], list[list[Piece]]]) -> str:
    body = "".join(_row(row, sides) for row in stretch.rows)
    table = f"<table>{_COLUMNS}{_HEAD}<tbody>{body}</tbody></table>"
    if not stretch.folded:
        return table
    count = len(stretch.rows)
    return f"<details><summary>{count} unchanged line{'s' if count > 1 else ''}</summary>{table}</details>"


def _row(row: Row, sides: tuple[list[list[Piece]], list[list[Piece]]]) -> str:
    old = _half("old", row.old, sides[0], row.changed, row.old_marks)
    new = _half("new", row.new, sides[1], row.changed, row.new_marks)
    return f"<tr>{old}{new}</tr>" if row.changed else f'<tr class="same">{old}{new}</tr>'


def _half(side: str, number: int | None, lines: list[list[Piece]], changed: bool, marks: Sequence[Mark]) -> str:
    """Number and code of one side. A sign beside the number says what the colour says."""
    if number is None:
        return f'<td class="number {side} none"></td><td class="code {side} none"></td>'
    classes = f"{side} touched" if changed else side
    sign = f'<span class="sign">{"−" if side == "old" else "+"}</span>' if changed else ""
    code = line_html(lines[number], marks)
    return f'<td class="number {classes}">{number + 1}{sign}</td><td class="code {classes}">{code}</td>'


def _endings(old: str, new: str) -> str:
    """Said in words: nobody sees a missing line feed."""
    names = [name for name, text in (("original", old), ("faster program", new)) if text and not text.endswith("\n")]
    return f'<p class="aside">No line feed at the end of the {" and the ".join(names)}.</p>' if names else ""


def listing_html(source: str) -> str:
    """A whole program, for reading and copying."""
    lines = highlight(source)
    if len(lines) > 1 and not lines_of(source)[-1]:
        lines.pop()
    code = "\n".join(line_html(line) for line in lines)
    return f'<pre class="listing" tabindex="0"><code>{code}</code></pre>'
