"""The page at `/`: one file, no network but this service, and a policy that says so to the browser."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

_SCRIPT_START, _SCRIPT_END = "<script>", "</script>"

REPORT_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
"""Of a report: it holds programs of strangers, so it gets neither scripts nor an origin."""


@cache
def page() -> str:
    return files("ecode.serve").joinpath("page.html").read_text("utf-8")


@cache
def page_policy() -> str:
    """Only the page's own script runs: it is named by its hash."""
    script = page().partition(_SCRIPT_START)[2].partition(_SCRIPT_END)[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src data:; "
        "connect-src 'self'; frame-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
