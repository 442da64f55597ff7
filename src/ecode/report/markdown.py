"""A summary for a pull request: headline, tests, changes, what was checked. Nothing in a name can break out of it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Sequence
from statistics import median

from ecode.report import words
from ecode.report.data import ChangeMade, ReportData, TestRow
from ecode.report.escape import shortened, visible
from ecode.report.units import memory_text, percent_text, ratio_text, time_text

_MOST_TESTS = 20
_CELL = 120
_SPECIAL = re.compile(r"([\\`*_\[\]#|~$]|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)])")
_MENTION = re.compile(r"@|\\#|://|www\.", re.IGNORECASE)


def render_markdown(data: ReportData) -> str:
    """GitHub's Markdown, a few screens at most."""
    blocks = [f"### {inline(data.name)}: {words.answer(data)}", _summary(data)]
    if data.note:
        blocks.append(f"> {inline(data.note, 400)}")
    if data.improved and data.tests:
        blocks.append(_tests(data.tests))
    if data.improved and data.changes:
        blocks.append(_changes(data.changes))
    blocks.append("**Checked**\n\n" + _bullets(words.checked_list(data.checked)))
    blocks.append("**Not checked**\n\n" + _bullets(words.unchecked_list(data)))
    blocks.append(_origin(data))
    return "\n\n".join(blocks) + "\n"


def inline(text: str, most: int = _CELL) -> str:
    """Untrusted text as plain words: no markup, no cell borders, no links, nobody mentioned."""
    plain = visible(shortened(text, most)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # An empty comment keeps GitHub from making a mention, a reference or a link of what follows.
    return _MENTION.sub(_broken_up, _SPECIAL.sub(r"\\\1", plain))


def _broken_up(match: re.Match[str]) -> str:
    text = match.group()
    return f"{text[:-1]}<!-- -->{text[-1]}" if len(text) > 2 else f"{text}<!-- -->"


def _summary(data: ReportData) -> str:
    race = data.race
    if not data.improved or race is None:
        return words.lead(data) + (f" {words.lost_race(race)}" if race else "")
    before, after = time_text(median(race.a_ns)), time_text(median(race.b_ns))
    low, high = ratio_text(race.low), ratio_text(race.high)
    kind = "warm" if data.warm else "cold"
    pairs = words.counted(len(race.a_ns), "pair")
    memory = words.memory_change(race)
    text = f"**{before} → {after}** {kind} call time, 95 % interval {low} – {high} from {pairs} of runs"
    return f"{text}; memory {memory}." if memory else f"{text}."


def _tests(rows: Sequence[TestRow]) -> str:
    longest = sorted(rows, key=lambda row: -(row.before_ns or 0))
    cells = (
        (
            inline(row.name),
            inline(words.verdict_text(row)),
            time_text(row.before_ns),
            time_text(row.after_ns),
            f"{memory_text(row.memory_before_bytes)} → {memory_text(row.memory_after_bytes)}",
        )
        for row in longest[:_MOST_TESTS]
    )
    table = _table(("test", "verdict", "before", "after", "memory"), "llrrr", cells)
    rest = longest[_MOST_TESTS:]
    passed = sum(row.verdict_after == "AC" for row in rest)
    return table + (f"\n\n… and {words.counted(len(rest), 'shorter test')}, {passed} passed." if rest else "")


def _changes(changes: Sequence[ChangeMade]) -> str:
    measured = any(change.share is not None for change in changes)
    cells = (
        (
            inline(change.name),
            inline(change.reason, 400),
            "on what was tried" if change.speculative else "for every input",
            *((percent_text(change.share) if change.share is not None else "–",) if measured else ()),
        )
        for change in changes
    )
    head = ("change", "why it is faster", "same output", *(("share of the saved time",) if measured else ()))
    return _table(head, "lllr"[: len(head)], cells)


def _table(head: Sequence[str], sides: str, rows: Iterable[Sequence[str]]) -> str:
    rule = ["---:" if side == "r" else "---" for side in sides]
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *rows))


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {inline(line, 400)}" for line in lines)


def _origin(data: ReportData) -> str:
    machine = data.machine
    place = f"{machine.cpu}, {words.counted(machine.cores, 'core')}, Linux {machine.kernel}, Python {machine.python}"
    made = f"E-code {data.ecode_version} on {place}" if data.ecode_version else f"E-code on {place}"
    text = f"<sub>{inline(made, 300)}</sub>"
    return f"{text}\n\n{_fenced(shlex.join(data.command))}" if data.command else text


def _fenced(code: str) -> str:
    """A fence longer than any in the code."""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}sh\n{visible(code)}\n{fence}"
