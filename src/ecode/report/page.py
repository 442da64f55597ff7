"""One self-contained HTML page: no network, no scripts, nothing outside of the file."""

from __future__ import annotations

from importlib.resources import files

from ecode.report import sections, words
from ecode.report.data import ReportData
from ecode.report.escape import escaped, shortened

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_TITLE_LENGTH = 80


def render_page(data: ReportData) -> str:
    """The page of one optimisation. Programs and names in it are untrusted: all of it is escaped, and the page's own
    policy forbids scripts besides."""
    title = f"{escaped(shortened(data.name, _TITLE_LENGTH))}: {words.answer(data)}"
    parts = (
        sections.changes(data),
        sections.difference(data),
        sections.measurements(data),
        sections.tests(data),
        sections.scaling(data),
        sections.checks(data),
        sections.candidates(data),
        sections.reproduction(data),
    )
    body = "\n".join(part for part in parts if part)
    version = f" {escaped(data.ecode_version)}" if data.ecode_version else ""
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n'
        f'<link rel="icon" href="data:,">\n<title>{title}</title>\n'
        f"<style>\n{_style()}</style>\n</head>\n<body>\n"
        f"{sections.headline(data)}\n<main>\n{body}\n</main>\n"
        f"<footer><p>Made by E-code{version}. "
        "This page is one file and loads nothing.</p></footer>\n</body>\n</html>\n"
    )


def _style() -> str:
    return files("ecode.report").joinpath("page.css").read_text("utf-8")
