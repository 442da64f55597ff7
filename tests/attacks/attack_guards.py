"""Ways to take one guard of the sandbox away, to show that the attack on it is real.

Each asserts that what it takes away is there: a refactoring cannot turn the proof into a test of nothing.
"""

from __future__ import annotations

import os
import struct
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from ecode.judge import sandbox, seccomp, worker

Removal = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True)
class Guard:
    """A guard by name, and how to start a worker without it. What is taken away together, holds only together."""

    name: str
    removals: tuple[Removal, ...]

    @contextmanager
    def taken_away(self) -> Iterator[None]:
        with ExitStack() as stack:
            for removal in self.removals:
                stack.enter_context(removal())
            yield


def zygote(*changes: tuple[str, str]) -> Removal:
    """Another zygote, with each text (which must occur once) replaced."""

    @contextmanager
    def removal() -> Iterator[None]:
        script = sandbox.zygote_script()
        text = script.read_text()
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} is not in zygote.py: bring this proof up to date"
            text = text.replace(old, new)
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "zygote.py"
            copy.write_text(text)
            with patch.object(sandbox, "zygote_script", lambda: copy):
                yield

    return removal


def bubblewrap(*, drop: Sequence[str] = (), add: Sequence[str] = (), replace: Sequence[str] = ()) -> Removal:
    """Other arguments: `drop` (adjacent ones) left out, `add` put before the root is made read-only.

    `replace` is an argument, its new form, and the one that follows it."""

    @contextmanager
    def removal() -> Iterator[None]:
        original = sandbox.isolation_command

        def changed(folders: Sequence[Path], env: dict[str, str], extra: Sequence[str] = ()) -> list[str]:
            command = original(folders, env, [*extra, *add])
            if drop:
                at = _index(command, drop)
                del command[at : at + len(drop)]
            if replace:
                command[_index(command, [replace[0], replace[2]])] = replace[1]
            return command

        with patch.object(sandbox, "isolation_command", changed):
            yield

    return removal


def _index(command: list[str], part: Sequence[str]) -> int:
    """Where `part` begins in the command; it must be there exactly once."""
    places = [i for i in range(len(command)) if command[i : i + len(part)] == list(part)]
    assert len(places) == 1, f"{part} is not in the bubblewrap command once: bring this proof up to date"
    return places[0]


@contextmanager
def no_filter() -> Iterator[None]:
    """Every system call is allowed."""
    with patch.object(worker, "build_filter", lambda: struct.pack("<HBBI", 0x06, 0, 0, 0x7FFF0000)):
        yield


def also_allowed(*numbers: tuple[int, int]) -> Removal:
    """One or more further system calls (x86_64, aarch64) are allowed, with any arguments."""

    @contextmanager
    def removal() -> Iterator[None]:
        more = {f"extra {pair}": pair for pair in numbers}
        conditional = tuple(call for call in seccomp._CONDITIONAL if call.numbers not in numbers)
        assert not set(numbers) & set(seccomp._ALLOWED.values()), "already allowed: bring this proof up to date"
        with (
            patch.object(seccomp, "_ALLOWED", seccomp._ALLOWED | more),
            patch.object(seccomp, "_CONDITIONAL", conditional),
        ):
            yield

    return removal


@contextmanager
def shared_stdin() -> Iterator[None]:
    """All runs share one open file, with its position."""
    with patch.object(worker.Stdin, "open", lambda self: os.dup(self._fd)):
        yield


@contextmanager
def writable_stdin() -> Iterator[None]:
    """The input is a file that can still be changed, opened for writing."""

    def plain(self: worker.Stdin, content: bytes) -> None:
        self._fd = os.memfd_create("plain", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        os.pwrite(self._fd, content, 0)

    def opened(self: worker.Stdin) -> int:
        return os.open(f"/proc/self/fd/{self._fd}", os.O_RDWR | os.O_CLOEXEC)

    with patch.object(worker.Stdin, "__init__", plain), patch.object(worker.Stdin, "open", opened):
        yield


@contextmanager
def answer_in_environment() -> Iterator[None]:
    """The expected output, put where a careless judge could put it."""
    original = sandbox.environment
    with patch.object(sandbox, "environment", lambda config: original(config) | {"ANSWER": EXPECTED}):
        yield


EXPECTED = "precious-expected-output-4217"

_ALARM = "    _signal.setitimer(_signal.ITIMER_REAL, min(cpu_ns, wall_ns) / 1e9)\n"
_CLOSE = (
    ("    posix.closerange(3, session.hand_write)\n", ""),
    ("    posix.closerange(session.hand_write + 1, 64)\n", ""),
    ("    posix.close(session.hand_write)\n", ""),
)
_CAPABILITIES = (
    ('    _check(_libc.syscall(_numbers["capset"], header, ctypes.create_string_buffer(24)), "capset")\n', ""),
    ("        if _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:\n", "        if capability:\n"),
)
_MOUNT_ONCE = (
    "    _libc.umount2(scratch, MNT_DETACH)\n",
    "    if hasattr(session, 'mounted'):\n        return\n    session.mounted = True\n",
)
_READ_TIMES = ("MS_NOSUID | MS_NODEV | MS_NOATIME\n", "MS_NOSUID | MS_NODEV\n")
_RUN_PIDS = ('    _check(_libc.unshare(CLONE_NEWPID), "unshare")\n', "")
_SESSION_PIDS = ("    flags = CLONE_NEWPID | CLONE_NEWNS", "    flags = CLONE_NEWNS")
_STDIN_TIME = ('_check(_libc.fcntl(0, F_SETFL, posix.O_NOATIME), "noatime")', "pass")
_END = "    posix._exit(call(code, module.__dict__))\n"
_CLOCK_INSIDE = (
    _END,
    "    import posix as own\n    call(code, module.__dict__)\n    import time as clock\n"
    "    own.write(1, b'%d ns' % clock.process_time_ns())\n    own._exit(0)\n",
)
_GRADER_INSIDE = (
    _END,
    "    call(code, module.__dict__)\n    posix.write(1, b'right' if module.answer == '42' else b'not right')\n"
    "    posix._exit(0)\n",
)

FILTER = Guard("system-call filter", (no_filter,))
FILTER_AND_NETWORK = Guard("filter, network namespace", (no_filter, bubblewrap(drop=["--unshare-net"])))
FILTER_AND_CAPABILITIES = Guard("filter, dropped capabilities", (no_filter, zygote(*_CAPABILITIES)))
FILTER_AND_PIDS = Guard("filter, PID namespaces", (no_filter, zygote(_RUN_PIDS, _SESSION_PIDS)))
FILTER_AND_RUN_PIDS = Guard("filter, PID namespace of each run", (no_filter, zygote(_RUN_PIDS)))
FILTER_AND_FRESH_SCRATCH = Guard("filter, fresh scratch folder", (no_filter, zygote(_MOUNT_ONCE)))
READ_ONLY_ROOT = Guard("read-only root", (bubblewrap(drop=["--remount-ro", "/"]),))
NO_PROC = Guard("no /proc", (bubblewrap(add=["--proc", "/proc"]),))
MEMORY = Guard(
    "RLIMIT_AS", (zygote(("resource.setrlimit(resource.RLIMIT_AS, (base_bytes() + memory_bytes,) * 2)", "pass")),)
)
OUTPUT = Guard(
    "RLIMIT_FSIZE", (zygote(("resource.setrlimit(resource.RLIMIT_FSIZE, (output_bytes, output_bytes))", "pass")),)
)
THREADS = Guard("RLIMIT_NPROC", (zygote(("resource.setrlimit(resource.RLIMIT_NPROC, (64, 64))", "pass")),))
SCRATCH_SIZE = Guard("size of the scratch folder", (zygote(('b"size=16m,nr_inodes=1024,mode=0700"', 'b"mode=0700"')),))
ALARM = Guard("init's alarm", (zygote((_ALARM, "")),))
CLOSED = Guard("closed descriptors", (zygote(*_CLOSE),))
MARK = Guard("closed hand of the start mark", (zygote(_CLOSE[-1]),))
FRESH_SCRATCH = Guard("fresh scratch folder", (zygote(_MOUNT_ONCE),))
SCRATCH_READ_TIMES = Guard("fresh scratch folder, noatime", (zygote(_MOUNT_ONCE, _READ_TIMES),))
STDIN_READ_TIME = Guard("O_NOATIME on stdin", (zygote(_STDIN_TIME),))
FCNTL = Guard("fcntl's arguments", (also_allowed((72, 25)),))
SEALED_STDIN = Guard("sealed, read-only input", (writable_stdin,))
SEALED_STDIN_AND_FCNTL = Guard("sealed input, fcntl's arguments", (writable_stdin, also_allowed((72, 25))))
UTIMENSAT = Guard("no utimensat", (also_allowed((280, 88)),))
RUN_PIDS = Guard("PID namespace of each run", (zygote(_RUN_PIDS),))
OWN_STDIN = Guard("an open file of its own", (shared_stdin,))
CLOCK_OUTSIDE = Guard("the clock is outside", (zygote(_CLOCK_INSIDE),))
GRADER_OUTSIDE = Guard("the comparison is outside", (zygote(_GRADER_INSIDE),))
NO_ANSWERS = Guard("answers stay outside", (answer_in_environment,))


def bound(folder: Path) -> Guard:
    """Nothing of the disk is bound that the interpreter does not need."""
    return Guard(f"nothing binds {folder}", (bubblewrap(add=["--ro-bind", str(folder), str(folder)]),))


def read_only(folder: Path) -> Guard:
    """What is bound is bound read-only."""
    return Guard(f"{folder} read-only", (bubblewrap(replace=["--ro-bind-try", "--bind-try", str(folder)]),))
