"""What published rows say in their own words: languages, verdicts, dates, tests. Here it becomes ours."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from ecode.data.sources.fields import BadField, items, kind
from ecode.records import CheckerSpec, Limits, Problem, Statement, TestCase, Verdict

_PYTHON = re.compile(r"\s*(?:c?python|pypy)[\s_-]*\(?\s*([23])?", re.IGNORECASE)
_FIRST_DATE = datetime(1990, 1, 1, tzinfo=UTC)  # older than every online judge
_CLOCKS_DIFFER = timedelta(days=1)
_VERDICTS = {
    "accepted": Verdict.AC,
    "ok": Verdict.AC,
    "ac": Verdict.AC,
    "correct": Verdict.AC,
    "wrong answer": Verdict.WA,
    "wa": Verdict.WA,
    "wa presentation error": Verdict.WA,
    "presentation error": Verdict.WA,
    "time limit exceeded": Verdict.TLE,
    "tle": Verdict.TLE,
    "idleness limit exceeded": Verdict.TLE,
    "memory limit exceeded": Verdict.MLE,
    "mle": Verdict.MLE,
    "output limit exceeded": Verdict.OLE,
    "ole": Verdict.OLE,
    "runtime error": Verdict.RTE,
    "rte": Verdict.RTE,
    "compile error": Verdict.CE,
    "compilation error": Verdict.CE,
    "ce": Verdict.CE,
}


def require_python3(language: str, *, bare: str = "2") -> None:
    """Raise `BadField` unless a judge's name of a language means Python 3, such as `PyPy 3-64` or `Python3 (3.4.3)`.

    `bare` is the version meant where the name has none.
    """
    found = _PYTHON.match(language)
    if found is None or (found[1] or bare) != "3":
        raise BadField(f"not Python 3: {language.strip() or 'no language given'}")


def verdict(status: str) -> str:
    """A judge's status as one of our verdicts, or as it is where it is none of them."""
    name = re.sub(r"[\s_:]+", " ", status).strip().lower()
    return str(_VERDICTS[name]) if name in _VERDICTS else status.strip()


def date_from_epoch(seconds: float | None) -> tuple[str, str]:
    """(ISO 8601 in UTC, what is wrong with it): of the two, one is always empty."""
    if seconds is None:
        return "", ""
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return "", f"absurd date: {seconds:.0f} seconds since 1970"
    return _checked(moment, moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


def date_from_text(text: str) -> tuple[str, str]:
    """Like `date_from_epoch`, of an ISO 8601 date or time; one without zone is taken as UTC."""
    if not text.strip():
        return "", ""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return "", f"absurd date: {text.strip()[:40]!r}"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text.strip()):
        return _checked(moment.replace(tzinfo=UTC), text.strip())
    moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return _checked(moment, moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


def cases(inputs: Any, outputs: Any, prefix: str) -> tuple[TestCase, ...]:
    """Tests from a list of inputs and the list of their outputs, named `prefix` and a number."""
    inputs, outputs = items(inputs, "inputs"), items(outputs, "outputs")
    if len(inputs) != len(outputs):
        raise BadField(f"{len(inputs)} inputs but {len(outputs)} outputs")
    pairs = enumerate(zip(inputs, outputs, strict=True), 1)
    return tuple(
        TestCase(f"{prefix}{n}", content(given, "an input"), content(out, "an output")) for n, (given, out) in pairs
    )


def content(value: Any, what: str) -> bytes:
    """A test's input or output: a string as it is, a list of strings as lines."""
    if isinstance(value, list) and value and all(isinstance(line, str) for line in value):
        value = "\n".join(value) + "\n"
    if not isinstance(value, str):
        raise BadField(f"{what} of a test must be text, not {kind(value)}")
    return value.encode("utf-8", "surrogatepass")


def make_problem(
    name: str,
    statement: Statement,
    *,
    samples: tuple[TestCase, ...] = (),
    secret: tuple[TestCase, ...] = (),
    time_s: float | None = None,
    difficulty: str = "",
    tags: tuple[str, ...] = (),
    source: str = "",
    license: str = "",
) -> Problem:
    """A problem judged by tokens, within the time limit where the source gives one."""
    limits = Limits(cpu_s=time_s) if time_s else Limits()
    return Problem(name, statement, samples, secret, CheckerSpec(), limits, difficulty, tags, source, license)


def _checked(moment: datetime, shown: str) -> tuple[str, str]:
    if moment < _FIRST_DATE:
        return "", f"absurd date: {shown} is before {_FIRST_DATE.year}"
    if moment > datetime.now(UTC) + _CLOCKS_DIFFER:
        return "", f"future date: {shown}"
    return shown, ""
