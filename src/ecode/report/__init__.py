"""Results made readable: an optimisation's record, one self-contained HTML page of it, a Markdown summary."""

from ecode.report.collect import Setting, report_of
from ecode.report.data import REPORT_VERSION, ReportData, Scaling, ScalingPoint
from ecode.report.growth import growth_text
from ecode.report.markdown import render_markdown
from ecode.report.page import render_page
from ecode.report.reading import from_json, read_report, to_json

__all__ = [
    "REPORT_VERSION",
    "ReportData",
    "Scaling",
    "ScalingPoint",
    "Setting",
    "from_json",
    "growth_text",
    "read_report",
    "render_markdown",
    "render_page",
    "report_of",
    "to_json",
]
