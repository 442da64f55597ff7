"""The page at `/` and the pages of reports: complete in themselves, and harmless whatever is in them."""

from __future__ import annotations

import base64
import hashlib
import re

from scripted_service import ScriptedBackend, ServiceClient

from ecode.answers import versioned
from ecode.judge.compare import Comparison
from ecode.machine import Machine
from ecode.report import Setting, report_of
from ecode.search.outcome import Checked, Outcome

ATTACK = "print('</script><script>alert(1)</script>')\n"


def test_the_page_loads_nothing_from_elsewhere(client: ServiceClient) -> None:
    text = client.get("/").text
    assert re.findall(r"(?:src|href)\s*=\s*[\"'](?!data:)[^\"']+|@import|url\(", text) == []
    assert "http://" not in text
    assert "https://" not in text
    assert not re.search(r"\son\w+\s*=\s*\"", text), "inline handlers would be blocked by the policy"


def test_only_its_own_script_may_run(client: ServiceClient) -> None:
    answer = client.get("/")
    scripts = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert len(scripts) == 1
    assert f"script-src 'sha256-{digest}'" in answer.headers["content-security-policy"]


def optimized(program: str) -> dict[str, object]:
    """What an optimisation of `program` answers."""
    race = Comparison("faster", 2.0, 1.9, 2.1, 0.001, (20, 20), (10, 10))
    checked = Checked(1, 0, "tokens", False, ("1",))
    outcome = Outcome(True, program, program + "#\n", (), race, (), checked, 1.0, "")
    setting = Setting("<script>alert(2)</script>", Machine("cpu", 2, 1 << 30, "6", "3.11"))
    return versioned(report_of(outcome, setting).as_dict())


def test_a_report_is_a_page_without_scripts(client: ServiceClient, backend: ScriptedBackend) -> None:
    backend.optimized = optimized(ATTACK)
    job = client.finished(client.submit(verb="optimize"))
    answer = client.get(f"/v1/jobs/{job['id']}/report")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "<script" not in answer.text
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")


def test_only_an_optimisation_that_is_done_has_a_report(client: ServiceClient, backend: ScriptedBackend) -> None:
    judged, failed = client.finished(client.submit()), client.finished(client.submit("refuse", "optimize"))
    running = client.submit("wait", "optimize")
    for job in (judged, failed, running):
        answer = client.get(f"/v1/jobs/{job['id']}/report")
        assert (answer.status_code, answer.json()["error"]["kind"]) == (409, "no_report")
