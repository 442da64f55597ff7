"""The page in a browser: light and dark, narrow and wide, nothing wider than the screen."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from ecode.report import ReportData, render_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PROBE = """<script>addEventListener("load", () => {
  const frame = document.createElement("pre");
  frame.id = "probe";
  frame.textContent = JSON.stringify({
    width: document.documentElement.scrollWidth, screen: document.documentElement.clientWidth, paper: getComputedStyle(document.body).backgroundColor,
  });
  document.body.append(frame);
})</script>"""
OUTER = """<iframe id="f" src="page.html" style="border:0;width:{width}px;height:900px"></iframe>
<script>f.onload = () => setTimeout(() => document.body.append(f.contentDocument.getElementById("probe")), 50)</script>"""


def measured(folder: Path, page: str, width: int, scheme: str) -> dict[str, object]:
    """Open the page in a frame of this width (a window cannot be as narrow as a telephone)."""
    assert CHROMIUM is not None
    probed = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', PROBE, page, count=1)
    (folder / "page.html").write_text(probed, "utf-8")
    (folder / "outer.html").write_text(OUTER.format(width=width), "utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--dump-dom",
               "--virtual-time-budget=3000", f"--user-data-dir={folder / 'profile'}", "--window-size=1700,1000",
               f"--blink-settings=preferredColorScheme={0 if scheme == 'dark' else 1}", (folder / "outer.html").as_uri()]  # fmt: skip
    dom = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    found = re.search(r'<pre id="probe">(.*?)</pre>', dom)
    assert found, dom[-500:]
    values: dict[str, object] = json.loads(html.unescape(found.group(1)))
    return values


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
@pytest.mark.parametrize("width", [360, 1600])
@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(250, 250, 248)"), ("dark", "rgb(19, 22, 24)")])
@pytest.mark.parametrize("name", ["improved", "fruitless", "hostile"])
def test_nothing_overflows(
    name: str, scheme: str, paper: str, width: int, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    data: ReportData = request.getfixturevalue(name)
    page = render_page(data).replace("<details", "<details open")
    found = measured(tmp_path, page, width, scheme)
    assert found["width"] == found["screen"]
    assert found["paper"] == paper
    assert width - 20 <= int(str(found["screen"])) <= width  # less a scroll bar


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
def test_words_without_end_do_not_overflow(improved: ReportData, tmp_path: Path) -> None:
    endless = "x" * 3000
    data = replace(
        improved,
        name=endless,
        program=improved.program + endless,
        note=endless,
        command=("ecode", endless),
        changes=tuple(replace(change, name=endless, reason=endless) for change in improved.changes),
        tests=tuple(replace(row, name=endless) for row in improved.tests),
        checked=replace(improved.checked, timed_tests=(endless,)),
        machine=replace(improved.machine, cpu=endless),
    )
    found = measured(tmp_path, render_page(data), 360, "light")
    assert found["width"] == found["screen"]
