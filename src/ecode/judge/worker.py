"""The supervisor's end: one worker is one sandbox with its zygote; a session runs one program, test after test."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import socket
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from ecode.errors import JudgeFault, SandboxFault, UsageError
from ecode.judge.sandbox import SandboxConfig, environment, sandbox_fault, zygote_command
from ecode.judge.scratch import scratch_folder
from ecode.judge.seccomp import build_filter
from ecode.records import Limits, RawRun

_START_TIMEOUT_S = 60.0
_COMPILE_TIMEOUT_S = 30.0
_GRACE_S = 20.0  # beyond a program's own limits, before we conclude that the sandbox itself hangs
_SEALS = fcntl.F_SEAL_SEAL | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE


def sealed_memfd(content: bytes) -> int:
    """An anonymous file that nobody can change any more. The caller closes it."""
    fd = os.memfd_create("ecode", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    view = memoryview(content)
    while view:
        view = view[os.write(fd, view) :]
    fcntl.fcntl(fd, fcntl.F_ADD_SEALS, _SEALS)
    return fd


class Stdin:
    """The input of a test, kept in memory once and opened anew for every run, so that runs share no file position."""

    def __init__(self, content: bytes) -> None:
        self._fd = sealed_memfd(content)

    def open(self) -> int:
        return os.open(f"/proc/self/fd/{self._fd}", os.O_RDONLY | os.O_CLOEXEC)

    def close(self) -> None:
        os.close(self._fd)

    def __enter__(self) -> Stdin:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class CompileError(UsageError):
    """The program does not compile; the text is the compiler's."""


class WorkerDied(JudgeFault):
    """The sandbox went away or hung; the worker has been restarted."""


class Worker:
    """One sandbox. Not thread-safe: one thread at a time uses a worker and its sessions."""

    def __init__(self, config: SandboxConfig) -> None:
        self.config = config
        self._start()

    def _start(self) -> None:
        with ExitStack() as on_failure:
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            self._control = on_failure.enter_context(ours)
            self._stderr = on_failure.enter_context(tempfile.TemporaryFile())
            self._scratch = on_failure.enter_context(scratch_folder())
            with theirs:
                self._process = subprocess.Popen(
                    zygote_command(self.config, theirs.fileno(), self._scratch),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=self._stderr,
                    pass_fds=[theirs.fileno()],
                    env=None if self.config.isolated else environment(self.config),
                    start_new_session=True,  # Ctrl-C reaches us, not the sandbox
                )
            on_failure.callback(self._kill)
            self._await_ready()
            self._open = on_failure.pop_all()

    def _await_ready(self) -> None:
        self._control.settimeout(_START_TIMEOUT_S)
        try:
            self._control.send(build_filter() if self.config.isolated else b"none")
            answer = self._control.recv(4096)
        except OSError:
            answer = b""
        if not answer.startswith(b"ready"):
            self._kill()
            self._stderr.seek(0)
            raise sandbox_fault(self.config, self._stderr.read().decode("utf-8", "replace"))

    @property
    def pid(self) -> int:
        return self._process.pid

    def open(self, source: bytes, *, limits: Limits, preload: Sequence[str] = ()) -> Session:
        """Compile `source` in namespaces of its own.

        `preload` names modules to import beforehand (warm runs). Raises `CompileError` where it does not compile and
        `WorkerDied` when the sandbox broke.
        """
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        code_fd = sealed_memfd(source)
        request = b" ".join([b"open", b"%d" % limits.memory_bytes, *(name.encode() for name in preload)])
        try:
            with theirs:
                socket.send_fds(self._control, [request], [theirs.fileno(), code_fd])
        except OSError as error:
            ours.close()
            raise self._died(f"its control socket is gone: {error}") from error
        finally:
            os.close(code_fd)
        session = Session(self, ours)
        try:
            session.await_compiled()
        except BaseException:
            session.close()
            raise
        return session

    def _died(self, reason: str) -> WorkerDied:
        self.restart()
        return WorkerDied(f"A sandbox worker broke and was replaced: {reason}.")

    def restart(self) -> None:
        self.close()
        self._start()

    def kill_inside(self) -> None:
        """Kill the first process inside the sandbox's PID namespace, and so everything in there at once.

        That is the child of the process that was started here, in a session of its own: without this a running program
        would go on alone. Any thread may call it.
        """
        first = self._process.pid
        try:
            children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
            for child in children:
                os.kill(int(child), signal.SIGKILL)
        except (OSError, ValueError):  # it has just ended by itself
            pass

    def _kill(self) -> None:
        self.kill_inside()
        try:
            os.killpg(self._process.pid, signal.SIGKILL)  # it leads a session of its own
        except ProcessLookupError:
            pass
        self._process.wait()

    def close(self) -> None:
        """Kill the sandbox and everything in it."""
        self._open.close()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Session:
    """One program, compiled once, run in a fresh process for each input. `submit` then `collect`, or `run` for both."""

    def __init__(self, worker: Worker, sock: socket.socket) -> None:
        self._worker = worker
        self._sock = sock
        self._pending: tuple[int, int, Limits] | None = None

    def await_compiled(self) -> None:
        answer = self._receive(_COMPILE_TIMEOUT_S)
        if answer == b"compiled":
            return
        if answer.startswith(b"compile_error "):
            raise CompileError(answer.partition(b" ")[2].decode("utf-8", "replace"))
        if answer:
            raise SandboxFault(f"The sandbox could not open a session: {answer.decode('utf-8', 'replace')}")
        # The session's process died or hung on nothing but compiling: that is the program's doing.
        raise CompileError("the compiler crashed, or took too much memory or time, on this source")

    def submit(self, stdin: Stdin, limits: Limits) -> None:
        """Start a run; one at a time."""
        wall_ns = int(limits.effective_wall_s * 1e9)
        request = b"%d %d %d" % (int(limits.cpu_s * 1e9), wall_ns, limits.output_bytes)
        stdin_fd = stdin.open()
        out_fd, err_fd = (os.memfd_create(name, os.MFD_CLOEXEC) for name in ("out", "err"))
        try:
            socket.send_fds(self._sock, [request], [stdin_fd, out_fd, err_fd])
        except OSError:
            pass  # collect() meets the closed socket and says so
        finally:
            os.close(stdin_fd)
        self._pending = (out_fd, err_fd, limits)

    def collect(self) -> RawRun:
        """Wait for the run that was submitted. A fault of the sandbox comes back as status `judge_fault`."""
        assert self._pending is not None, "submit() comes before collect()"
        out_fd, err_fd, limits = self._pending
        self._pending = None
        try:
            answer = self._receive(limits.effective_wall_s + _GRACE_S)
            return _raw_run(answer, _read_all(out_fd), _read_all(err_fd, 1 << 16), limits)
        finally:
            os.close(out_fd)
            os.close(err_fd)

    def run(self, stdin: Stdin, limits: Limits) -> RawRun:
        self.submit(stdin, limits)
        return self.collect()

    def _receive(self, timeout_s: float) -> bytes:
        """The next answer; b"" when the session is gone. A session that hangs takes its worker with it."""
        readable, _, _ = select.select([self._sock], [], [], timeout_s)
        if not readable:
            self._worker.restart()
            return b""
        try:
            return self._sock.recv(4096)
        except ConnectionError:
            return b""

    def close(self) -> None:
        """Hang up: the session's first process ends, and with it everything in its namespaces."""
        if self._pending is not None:
            os.close(self._pending[0])
            os.close(self._pending[1])
            self._pending = None
        self._sock.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _raw_run(answer: bytes, stdout: bytes, stderr: bytes, limits: Limits) -> RawRun:
    if not answer or answer.startswith(b"fault"):
        detail = answer.decode("utf-8", "replace") or "the session's first process is gone"
        if stderr.startswith(b"sandbox: "):
            detail += "; " + stderr.decode("utf-8", "replace").strip()
        return RawRun("judge_fault", 0, 0, 0, 0, b"", stderr, detail=detail)
    word, *numbers = answer.split()
    code, cpu_us, mark_ns, wall_ns, maxrss_kb = map(int, numbers)
    limited = len(stdout) >= limits.output_bytes or (len(stderr) >= limits.output_bytes)
    cpu_ns = max(0, cpu_us * 1000 - mark_ns)
    return RawRun(word.decode(), code, cpu_ns, wall_ns, maxrss_kb << 10, stdout, stderr, limited)


def _read_all(fd: int, limit: int | None = None) -> bytes:
    """What was written to a memfd; of a longer one than `limit`, the end."""
    size = os.fstat(fd).st_size
    start = max(0, size - limit) if limit is not None else 0
    parts = []
    while start < size:
        part = os.pread(fd, size - start, start)
        if not part:
            break
        parts.append(part)
        start += len(part)
    return b"".join(parts)
