"""A report's data as a file: written as JSON, read back with care, for the file may come from anywhere."""

from __future__ import annotations

import json
from pathlib import Path

from ecode.errors import DataError
from ecode.report.data import IMPROVED, NO_IMPROVEMENT, REPORT_VERSION, ReportData
from ecode.report.decode import decode


def to_json(data: ReportData) -> str:
    """One line of ASCII: broken Unicode in a program survives as escapes."""
    return json.dumps(data.as_dict())


def from_json(text: str, where: str = "The results") -> ReportData:
    """Read what `to_json` or `ecode optimize --json` wrote; `where` names the source in messages."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DataError(f"{where}: not JSON ({error}).") from None
    if not isinstance(value, dict) or "report_version" not in value:
        advice = "`ecode optimize FILE --tests PATH --json` of this version writes what a page needs"
        raise DataError(f"{where}: not the results of an optimisation (no report_version). {advice}.")
    version = value["report_version"]
    if version != REPORT_VERSION:
        raise DataError(f"{where}: report version {version!r}, but this ecode reads version {REPORT_VERSION} only.")
    data: ReportData = decode(ReportData, value, where)
    _check(data, where)
    return data


def read_report(path: Path) -> ReportData:
    """`from_json` of a file."""
    try:
        return from_json(path.read_text("utf-8-sig"), str(path))
    except UnicodeDecodeError:
        raise DataError(f"{path}: not JSON (not even UTF-8).") from None


def _check(data: ReportData, where: str) -> None:
    """What types cannot say, and the page relies on."""
    if data.outcome not in (IMPROVED, NO_IMPROVEMENT):
        raise DataError(f"{where}: unknown outcome {data.outcome!r}.")
    if data.improved and data.race is None:
        raise DataError(f"{where}: an improvement without the race that shows it.")
    if data.race is not None:
        if not data.race.a_ns or len(data.race.a_ns) != len(data.race.b_ns):
            raise DataError(f"{where}: the race's samples are not pairs.")
        if not 0 < data.race.low <= data.race.ratio <= data.race.high:
            raise DataError(f"{where}: the race's ratio is not within its interval.")
