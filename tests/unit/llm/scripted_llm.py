"""A real HTTP server on the loopback that answers by script, a clock that does not wait, and a model by script."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from ecode.errors import ModelError
from ecode.llm.chat import Completion, Question
from ecode.llm.pace import Clock
from ecode.llm.settings import Settings
from ecode.llm.usage import Usage

KEY = "sk-very-secret-0123456789abcdef"
SLOW = "n = int(input())\nprint(sum(i for i in range(n)))\n"
FAST = "n = int(input())\nprint(n * (n - 1) // 2)\n"
Q = Question("You are a test.", "Say something.")


def block(program: str) -> str:
    return f"It was slow.\n\n```python\n{program}```\n"


@dataclass
class Said:
    """One scripted answer. `delay_s` is waited before, `cut` bytes are kept back from what was promised."""

    body: object
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay_s: float = 0.0
    cut: int = 0

    def data(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


def chat(*texts: str | None, finish: str = "stop", usage: object = (10, 5)) -> Said:
    """A success; `usage` is a pair of counts, or what stands there instead."""
    choices = [
        {"index": i, "message": {"role": "assistant", "content": t}, "finish_reason": finish}
        for i, t in enumerate(texts)
    ]
    body: dict[str, object] = {"object": "chat.completion", "choices": choices}
    if isinstance(usage, tuple):
        usage = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    if usage is not None:
        body["usage"] = usage
    return Said(body)


def error(status: int, message: str = "no", **more: object) -> Said:
    return Said({"error": {"message": message, **more}}, status)


class LlmServer:
    """Says one thing of its script after the other, the last one again and again; keeps what it was asked."""

    def __init__(self, script: Sequence[Said]) -> None:
        self.script = list(script)
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                outer.paths.append(self.path)
                outer.headers.append({name.lower(): value for name, value in self.headers.items()})
                outer.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                said = outer.script.pop(0) if len(outer.script) > 1 else outer.script[0]
                time.sleep(said.delay_s)
                data = said.data()
                try:
                    self.send_response(said.status)
                    for name, value in {"Content-Type": "application/json", **said.headers}.items():
                        self.send_header(name, value)
                    self.send_header("Content-Length", str(len(data) + said.cut))
                    self.end_headers()
                    self.wfile.write(data)
                except OSError:  # the client went away
                    pass

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"


@contextmanager
def serving(*script: Said) -> Iterator[LlmServer]:
    server = LlmServer(script)
    thread = threading.Thread(target=server.server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.server.shutdown()
        thread.join()
        server.server.server_close()


class FakeTime:
    """A clock that jumps where it should sleep."""

    def __init__(self, date: float = 1_700_000_000.0) -> None:
        self.seconds, self.start, self.slept = 0.0, date, list[float]()
        self.clock = Clock(lambda: self.seconds, lambda: self.start + self.seconds, self.sleep)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds


class ScriptedModel:
    """Answers question after question with the next list of texts; a `ModelError` in the script is raised."""

    name = "scripted"

    def __init__(self, *script: list[str] | ModelError) -> None:
        self.script = list(script)
        self.asked: list[tuple[Question, int]] = []
        self.usage = Usage(Settings())

    def ask(self, question: Question, samples: int) -> list[Completion]:
        self.asked.append((question, samples))
        said = self.script.pop(0)
        if isinstance(said, ModelError):
            raise said
        return [Completion(text) for text in said]
