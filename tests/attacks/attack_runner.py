"""Runs attacks, with their guard and without it. As a script: those with a guard to take away, held, as JSON lines."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from attack_guards import THREADS, Guard
from attack_table import Attack, Host, attacks

from ecode.judge.interpreter import find_interpreter
from ecode.judge.sandbox import SandboxConfig
from ecode.judge.worker import Stdin, Worker
from ecode.records import RawRun

PROGRAMS = Path(__file__).parent / "programs"


@contextmanager
def reachable_host() -> Iterator[Host]:
    """A service on the loopback, one on an abstract socket, a secret file, and a folder bound into the sandbox."""
    with ExitStack() as stack:
        tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        name = f"ecode-attack-{os.getpid()}"
        unix = stack.enter_context(socket.socket(socket.AF_UNIX))
        unix.bind("\0" + name)
        unix.listen()
        secret, readable = _folder(stack), _folder(stack)
        (secret / "secret.txt").write_text("nobody reads this")
        yield Host(tcp.getsockname()[1], name, secret, readable)


def _folder(stack: ExitStack) -> Path:
    """Not in /tmp, which the sandbox covers up anyway."""
    folder = tempfile.mkdtemp(prefix="ecode-attack-", dir="/var/tmp" if os.access("/var/tmp", os.W_OK) else None)
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


class Runner:
    """Keeps one worker with all guards; without one, every attack gets a worker of its own."""

    def __init__(self, host: Host) -> None:
        self.host = host
        interpreter = find_interpreter()
        folders = (*interpreter.folders, host.readable)
        self.config = SandboxConfig(dataclasses.replace(interpreter, folders=folders))
        self._guarded = Worker(self.config)

    def with_guard(self, attack: Attack) -> list[RawRun]:
        return self._run(self._guarded, attack, attack.stdin)

    def without_guard(self, attack: Attack) -> list[RawRun]:
        assert attack.without is not None
        guard = attack.without if isinstance(attack.without, Guard) else attack.without(self.host)
        stdin = attack.stdin if attack.stdin_without is None else attack.stdin_without
        with guard.taken_away(), Worker(self.config) as worker:
            return self._run(worker, attack, stdin)

    def _run(self, worker: Worker, attack: Attack, stdin: str) -> list[RawRun]:
        content = stdin.format(**dataclasses.asdict(self.host)).encode()
        source = (PROGRAMS / attack.program).read_bytes()
        with worker.open(source, limits=attack.limits) as session, Stdin(content) as given:
            return [session.run(given, attack.limits) for _ in range(attack.runs)]

    def close(self) -> None:
        self._guarded.close()


@contextmanager
def runner() -> Iterator[Runner]:
    with reachable_host() as host:
        made = Runner(host)
        try:
            yield made
        finally:
            made.close()


def said(runs: Sequence[RawRun]) -> str:
    """What the runs did, for a failed assertion."""
    return "\n".join(
        f"{run.status} {run.code}, {run.cpu_ns / 1e6:.0f} ms: {run.stdout[-1500:]!r} {run.stderr[-500:]!r} {run.detail}"
        for run in runs
    )


def main() -> None:
    with runner() as made:
        for attack in attacks():
            if attack.without is None:
                continue  # what the kernel does alike for every user
            runs = made.with_guard(attack)
            fields = {"name": attack.name, "held": attack.held(runs), "said": said(runs)}
            if attack.without is THREADS:  # the one guard that does nothing for root
                fields["succeeds"] = attack.succeeds(made.without_guard(attack))
            print(json.dumps(fields), flush=True)


if __name__ == "__main__":
    main()
