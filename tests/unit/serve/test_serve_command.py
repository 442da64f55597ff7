"""`ecode serve` itself: what it refuses to start with, that it answers, and that Ctrl-C ends it and its programs."""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from ecode.cli import serve
from ecode.errors import UsageError

COMMAND = (
    "import argparse, sys; from ecode.cli import serve; parser = argparse.ArgumentParser(); "
    "serve.add_arguments(parser); sys.exit(serve.run(parser.parse_args()))"
)
FOREVER = {"program": "while True:\n    pass\n", "tests": [{"input": ""}], "time_limit_s": 60}


def parsed(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    serve.add_arguments(parser)
    return parser.parse_args(arguments)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--host", "0.0.0.0"], "takes a token"),
        (["--token-file", "none"], "There is no token at none"),
        (["--token-file", "empty"], "holds no token"),
        (["--token-file", "short"], "16 ASCII"),
        (["--jobs", "0"], "--jobs must be at least 1"),
        (["--max-body", "-1"], "--max-body must be more than 0"),
        (["--port", "70000"], "from 0 to 65535"),
        (["--host", "no.such.host.invalid", "--token-file", "long"], "Cannot listen on no.such.host.invalid"),
    ],
)
def test_what_cannot_be_started_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(serve.TOKEN_VARIABLE, raising=False)
    for name, text in (("empty", "\n"), ("short", "abc"), ("long", "0123456789abcdef\n")):
        (tmp_path / name).write_text(text)
    with pytest.raises(UsageError, match=message):
        serve.run(parsed(*arguments))


def test_a_port_in_use_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="--port 0 takes any"):
        serve.run(parsed("--port", str(taken.getsockname()[1])))


def test_the_token_leaves_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(serve.TOKEN_VARIABLE, "0123456789abcdef")
    assert serve._access(parsed("--host", "0.0.0.0")).token == "0123456789abcdef"
    assert serve.TOKEN_VARIABLE not in os.environ


def test_importing_the_package_loads_no_web_framework() -> None:
    code = "import sys, ecode, ecode.api, ecode.cli.serve; print('fastapi' in sys.modules, 'uvicorn' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "False False\n"


@pytest.fixture
def server() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", COMMAND, "--port", "0", "--model", "none"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


@pytest.mark.sandbox
def test_it_answers_and_ctrl_c_ends_it_with_its_programs(server: subprocess.Popen[str]) -> None:
    assert server.stderr is not None
    address = next(line for line in server.stderr if "answers at" in line).split(" at ")[1].split()[0]
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}v1/judge", json.dumps(FOREVER).encode(), headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.status == 202
    time.sleep(1)
    below = processes_below(server.pid)
    server.send_signal(signal.SIGINT)
    assert server.wait(5) == 0
    assert len(below) > 3, "sandbox, zygote, session, program"
    time.sleep(0.2)
    assert [pid for pid in below if is_alive(pid)] == []
    assert "Traceback" not in server.stderr.read()


def processes_below(pid: int) -> list[int]:
    children = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        children += [int(child) for child in (task / "children").read_text().split()]
    return children + [below for child in children for below in processes_below(child)]


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
