"""What page and Markdown say in sentences: the answer, what it rests on, and what nobody looked at."""

from __future__ import annotations

from statistics import median

from ecode.report.charts import drawable
from ecode.report.data import Race, ReportData, TestRow, WhatWasChecked
from ecode.report.units import memory_text, ratio_text, saved_text, time_text

FATES = {
    "kept": "looked faster",
    "copy": "same program again",
    "wrong": "wrong output",
    "failed": "failed",
    "too_slow": "slower",
    "too_much_memory": "too much memory",
    "no_gain": "no gain",
    "untested": "not reached",
}
VERDICTS = {
    "AC": "passed",
    "WA": "wrong answer",
    "TLE": "time limit",
    "MLE": "memory limit",
    "OLE": "too much output",
    "RTE": "crashed",
    "CE": "does not parse",
    "JF": "judge fault",
}
_CHECKERS = {
    "exact": "byte for byte",
    "tokens": "word by word, blanks and line ends apart",
    "floats": "as numbers, within a tolerance",
    "unordered": "line by line, in any order",
    "validator": "by the problem's own validator",
}
_BLIND = {
    "tokens": "Blanks and line ends in the output, which the comparison passes over.",
    "floats": "Differences in the output smaller than the tolerance.",
    "unordered": "The order of the lines in the output.",
}
_MOST_NAMES = 4


def counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def answer(data: ReportData) -> str:
    """The headline: `15.1× faster`."""
    return f"{ratio_text(data.race.ratio)} faster" if data.improved and data.race else "No faster program found"


def lead(data: ReportData) -> str:
    """One sentence under the headline."""
    if not data.improved or data.race is None:
        tried = counted(len(data.candidates), "candidate")
        rest = "None of them won" if data.candidates else "No change was found to try"
        return f"{tried} in {data.seconds:.0f} seconds. {rest}, so the program stays as it is."
    before, after = (time_text(median(samples)) for samples in (data.race.a_ns, data.race.b_ns))
    return f"The new program takes {after} where the original takes {before}: {saved_text(data.race.ratio)} less time."


def interval(race: Race) -> str:
    """The interval as a sentence for people who do not know what one is."""
    low, high, pairs = ratio_text(race.low), ratio_text(race.high), counted(len(race.a_ns), "pair")
    return (
        f"No measurement is exact. From {pairs} of runs, one right beside the other, the speed-up lies "
        f"between {low} and {high} (95 % confidence interval)."
    )


def lost_race(race: Race) -> str:
    """What the final race said of the best candidate where it did not win."""
    verdict = {"faster": "faster, but not acceptable", "slower": "slower"}.get(race.answer, "no significant difference")
    low, high = ratio_text(race.low), ratio_text(race.high)
    pairs = counted(len(race.a_ns), "pair")
    return f"The best candidate raced against the original: {verdict}. {pairs} of runs; ratio of times {low} to {high}."


def memory_change(race: Race) -> str:
    """`8.6 MB → 9.0 MB`, or nothing where it was not measured."""
    if not race.a_memory_bytes or not race.b_memory_bytes:
        return ""
    return f"{memory_text(race.a_memory_bytes)} → {memory_text(race.b_memory_bytes)}"


def fate_text(fate: str) -> str:
    return FATES.get(fate, fate)


def verdict_text(row: TestRow) -> str:
    """The faster program's, and the original's where that is not the same."""
    before, after = (VERDICTS.get(v, v) if v else "did not run" for v in (row.verdict_before, row.verdict_after))
    return after if before == after else f"{after} (original: {before})"


def checked_list(checked: WhatWasChecked) -> list[str]:
    """What the answer rests on."""
    said = [
        f"{counted(checked.tests, 'given test')}, outputs compared {_CHECKERS.get(checked.checker, checked.checker)}."
    ]
    own = checked.oracle_tests or (checked.tests if checked.oracle else 0)
    if own >= checked.tests > 0:
        said.append("The tests came without expected outputs: what the original prints counted as right.")
    elif own:
        said.append(
            f"{own} of the tests came without expected output: there, what the original prints counted as right."
        )
    if checked.hidden_inputs:
        inputs = counted(checked.hidden_inputs, "hidden input")
        said.append(f"{inputs} made from the given ones: both programs had to print the same.")
    if checked.timed_tests:
        said.append(f"Times measured on {_names(checked.timed_tests)}.")
    return said


def _names(names: tuple[str, ...]) -> str:
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {counted(more, 'more test')}" if more > 0 else "")


def unchecked_list(data: ReportData) -> list[str]:
    """What was not looked at, so that nobody believes it was."""
    checked = data.checked
    said = []
    if not checked.hidden_inputs:
        said.append("Any input beyond the given tests: no hidden inputs were made.")
    else:
        said.append("Inputs of other kinds or sizes than the tests and what was made from them.")
    if checked.oracle or checked.oracle_tests:
        said.append("Whether the original is right where no output was expected: its mistakes would be kept.")
    if checked.checker in _BLIND:
        said.append(_BLIND[checked.checker])
    if data.improved and any(change.speculative for change in data.changes):
        said.append("A proof: changes marked “on what was tried” may differ on an input nobody tried.")
    said.append("Anything but standard output and the exit status: messages, files, timing of the output.")
    said.append("Other machines, other versions of Python, other load: the ratio may differ there.")
    if data.improved and not drawable(data.scaling):
        said.append("How the speed-up changes with the size of the input.")
    late = sum(candidate.fate == "untested" for candidate in data.candidates)
    if late:
        said.append(f"{counted(late, 'candidate')} for which the time did not suffice.")
    return said
