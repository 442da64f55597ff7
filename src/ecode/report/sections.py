"""The parts of the page, one function each; every text from outside goes through `escaped`."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from ecode.report import words
from ecode.report.charts import drawable, growth_sentence, growths, samples_axis, samples_chart, scaling_chart
from ecode.report.data import CandidateTried, ChangeMade, Race, ReportData, TestRow
from ecode.report.diff_html import diff_html, listing_html
from ecode.report.escape import escaped, shortened
from ecode.report.units import memory_text, percent_text, ratio_text, time_text

_MOST_TESTS = 12  # shown at once; the rest is folded
_NAME_LENGTH = 120


def section(name: str, title: str, body: str) -> str:
    """A landmark with its heading; `name` is ours, unique on the page."""
    heading = f'<h2 id="{name}">{title}</h2>'
    return f'<section aria-labelledby="{name}">{heading}{body}</section>'


def headline(data: ReportData) -> str:
    race = data.race
    name = f'<p class="program">{escaped(shortened(data.name, _NAME_LENGTH))}</p>'
    style = "answer" if data.improved else "answer none"
    top = f'{name}<h1 class="{style}">{words.answer(data)}</h1><p class="lead">{escaped(words.lead(data))}</p>'
    note = f'<p class="note">{escaped(data.note)}</p>' if data.note else ""
    if not data.improved or race is None:
        return f'<header class="hero">{top}{note}</header>'
    interval = f'<p class="interval">{words.interval(race)}</p>'
    return f'<header class="hero">{top}{_bars(race)}{interval}{_facts(data, race)}{note}</header>'


def _bars(race: Race) -> str:
    """The two times as lengths: the shortest way to say it."""
    before, after = median(race.a_ns), median(race.b_ns)
    longest = max(before, after, 1)
    sides = (("original", before), ("faster", after))
    bars = (
        f'<div class="bar {style}"><span class="name">{style}</span>'
        f'<span class="track"><span class="fill" style="width:{100 * value / longest:.2f}%"></span></span>'
        f'<span class="value">{time_text(value)}</span></div>'
        for style, value in sides
    )
    return f'<div class="bars">{"".join(bars)}</div>'


def _facts(data: ReportData, race: Race) -> str:
    facts = [("95 % interval", f"{ratio_text(race.low)} – {ratio_text(race.high)}")]
    if memory := words.memory_change(race):
        facts.append(("memory", memory))
    passed = [row for row in data.tests if row.verdict_after == "AC"]
    total = len(data.tests) or data.checked.tests
    facts.append(("tests passed", f"{len(passed) if data.tests else total:,} of {total:,}"))
    facts.append(("hidden inputs", f"{data.checked.hidden_inputs:,}"))
    body = "".join(f"<div><dt>{name}</dt><dd>{escaped(value)}</dd></div>" for name, value in facts)
    return f'<dl class="facts">{body}</dl>'


def changes(data: ReportData) -> str:
    if not data.improved:
        return ""
    if not data.changes:
        return section("changes", "What changed", "<p>The changes were not named.</p>")
    items = "".join(_change(change) for change in data.changes)
    shares = any(change.share is not None for change in data.changes)
    aside = "" if shares else '<p class="aside">What each change earned by itself was not measured.</p>'
    return section("changes", "What changed", f'<ol class="changes">{items}</ol>{aside}')


def _change(change: ChangeMade) -> str:
    basis = "on what was tried" if change.speculative else "for every input"
    tag = f'<span class="tag{" open" if change.speculative else ""}">same output {basis}</span>'
    share = ""
    if change.share is not None:
        share = f'<span class="share">{percent_text(change.share)} of the saved time</span>'
    name = escaped(shortened(change.name, _NAME_LENGTH))
    return f'<li><h3>{name}</h3><p>{escaped(change.reason)}</p><p class="tags">{tag}{share}</p></li>'


def difference(data: ReportData) -> str:
    if not data.improved:
        return section("programs", "The program", _folded("Show the program", listing_html(data.original)))
    whole = _folded("The whole faster program", listing_html(data.program))
    original = _folded("The whole original", listing_html(data.original))
    return section("programs", "Side by side", diff_html(data.original, data.program) + whole + original)


def _folded(summary: str, body: str) -> str:
    return f'<details class="more"><summary>{summary}</summary>{body}</details>'


def measurements(data: ReportData) -> str:
    race = data.race
    if race is None:
        return section("times", "Measured times", "<p>No candidate came as far as the final race.</p>")
    other = "faster" if data.improved else "best candidate"
    groups = [("original", "original", race.a_ns), (other, "faster", race.b_ns)]
    kind = "warm (imports preloaded)" if data.warm else "cold (a fresh process each time, imports included)"
    tests = counted_tests(data)
    caption = f"Each dot is the CPU time of one pass over {tests}, {kind}. Box: the middle half; bar: the median."
    if samples_axis([race.a_ns, race.b_ns]).log:
        caption += " The axis is logarithmic: equal steps are equal ratios."
    figure = f"<figure>{samples_chart(groups)}<figcaption>{caption}</figcaption></figure>"
    sentence = "" if data.improved else f"<p>{words.lost_race(race)}</p>"
    note = f'<p class="note">{escaped(race.note)}</p>' if race.note else ""
    warnings = "".join(f'<p class="note">{escaped(warning)}</p>' for warning in data.warnings)
    return section("times", "Measured times", sentence + figure + note + warnings)


def counted_tests(data: ReportData) -> str:
    timed = len(data.checked.timed_tests)
    return words.counted(timed, "timed test") if timed else "the timed tests"


def tests(data: ReportData) -> str:
    if not data.tests:
        return ""
    rows = sorted(data.tests, key=lambda row: -(row.before_ns or 0))
    table = _scrolling("Tests", _tests_table(rows[:_MOST_TESTS]))
    if rest := rows[_MOST_TESTS:]:
        table += _folded(f"{words.counted(len(rest), 'shorter test')}", _scrolling("More tests", _tests_table(rest)))
    aside = '<p class="aside">One run each, to show where the time goes; the answer rests on the races above.</p>'
    return section("tests", "Test by test", table + aside)


def _tests_table(rows: Sequence[TestRow]) -> str:
    head = _head(("test", ""), ("verdict", ""), ("before", "n"), ("after", "n"), ("memory", "n"))
    return _plain_table(head, (_test(row) for row in rows))


def _test(row: TestRow) -> str:
    style = "good" if row.verdict_after == "AC" else "bad"
    memory = f"{memory_text(row.memory_before_bytes)} → {memory_text(row.memory_after_bytes)}"
    return (
        f'<tr><th scope="row">{escaped(shortened(row.name, _NAME_LENGTH))}</th>'
        f'<td class="{style}">{escaped(words.verdict_text(row))}</td>'
        f'<td class="n">{time_text(row.before_ns)}</td><td class="n">{time_text(row.after_ns)}</td>'
        f'<td class="n">{memory}</td></tr>'
    )


def _head(*columns: tuple[str, str]) -> str:
    cells = (f'<th scope="col"{f" class={style}" if style else ""}>{name}</th>' for name, style in columns)
    return f"<thead><tr>{''.join(cells)}</tr></thead>"


def _plain_table(head: str, rows: Iterable[str]) -> str:
    return f'<table class="plain">{head}<tbody>{"".join(rows)}</tbody></table>'


def _scrolling(label: str, table: str) -> str:
    """A table that may be wider than the screen scrolls by itself, also by keyboard."""
    return f'<div class="scroll" role="region" aria-label="{label}" tabindex="0">{table}</div>'


def scaling(data: ReportData) -> str:
    if not data.improved:
        return ""
    points = drawable(data.scaling)
    if data.scaling is None or not points:
        return section("scaling", "Time against size", "<p>How the times grow with the input was not measured.</p>")
    sentence = f"<p>{growth_sentence(*growths(points))}</p>"
    legend = '<p class="legend"><span class="original">■ original</span> <span class="faster">● faster</span></p>'
    unit = escaped(shortened(data.scaling.unit, _NAME_LENGTH))
    caption = f"Across: {unit}. Up: time. Both axes are logarithmic; dashed: the fitted power law."
    figure = f"<figure>{legend}{scaling_chart(data.scaling)}<figcaption>{caption}</figcaption></figure>"
    return section("scaling", "Time against size", sentence + figure)


def checks(data: ReportData) -> str:
    yes = "".join(f"<li>{escaped(line)}</li>" for line in words.checked_list(data.checked))
    no = "".join(f"<li>{escaped(line)}</li>" for line in words.unchecked_list(data))
    body = (
        f'<div class="two"><div><h3>Checked</h3><ul class="yes">{yes}</ul></div>'
        f'<div><h3>Not checked</h3><ul class="no">{no}</ul></div></div>'
    )
    return section("checks", "What this rests on", body)


def candidates(data: ReportData) -> str:
    if not data.candidates:
        body = "<p>No known change fits this program, so there was nothing to try.</p>"
        return section("candidates", "Candidates", body)
    fates = Counter(words.fate_text(candidate.fate) for candidate in data.candidates)
    counts = ", ".join(f"{count} {escaped(fate)}" for fate, count in fates.most_common())
    total = words.counted(len(data.candidates), "candidate")
    head = _head(("what was done", ""), ("fate", ""), ("quick time", "n"), ("memory", "n"), ("detail", ""))
    table = _scrolling("Candidates", _plain_table(head, (_candidate(candidate) for candidate in data.candidates)))
    aside = (
        '<p class="aside">Quick times choose what to race; they claim nothing. A time after ~ is predicted from the '
        "source of a program that does not run.</p>"
    )
    sentence = f"<p>{total} in {data.seconds:.0f} seconds: {counts}.</p>"
    opened = "" if data.improved else " open"
    folded = f'<details class="more"{opened}><summary>Every candidate with its fate</summary>{table}{aside}</details>'
    return section("candidates", "Candidates", sentence + folded)


def _candidate(candidate: CandidateTried) -> str:
    done = ", ".join(candidate.changes) or "unnamed"
    time = time_text(candidate.screen_ns)
    if candidate.screen_ns is None and candidate.predicted_ns is not None:
        time = f"~ {time_text(candidate.predicted_ns)}"
    return (
        f'<tr><th scope="row">{escaped(shortened(done, 240))}</th>'
        f'<td class="fate">{escaped(words.fate_text(candidate.fate))}</td>'
        f'<td class="n">{time}</td><td class="n">{memory_text(candidate.memory_bytes)}</td>'
        f"<td>{escaped(shortened(candidate.detail, 240))}</td></tr>"
    )


def reproduction(data: ReportData) -> str:
    machine = data.machine
    facts = [
        ("processor", f"{machine.cpu}, {words.counted(machine.cores, 'core')}"),
        ("memory", memory_text(machine.memory_bytes)),
        ("system", f"Linux {machine.kernel}"),
        ("Python", machine.python),
        ("E-code", data.ecode_version),
        ("measured", data.created),
    ]
    listed = "".join(f"<div><dt>{name}</dt><dd>{escaped(value)}</dd></div>" for name, value in facts if value)
    command = ""
    if data.command:
        command = f'<pre class="command" tabindex="0"><code>{escaped(shlex.join(data.command))}</code></pre>'
    aside = '<p class="aside">Times belong to this machine; the ratio travels better than the times do.</p>'
    return section("again", "Measure it again", f'{command}<dl class="facts machine">{listed}</dl>{aside}')
