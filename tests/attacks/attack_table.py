"""The attacks: program, input, what holding looks like, and the guard without which it must succeed."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import attack_guards as guards
from attack_guards import Guard

from ecode.records import Limits, RawRun

LIMITS = Limits(cpu_s=4, wall_s=10, memory_bytes=256 << 20, output_bytes=1 << 20)
SHORT = replace(LIMITS, cpu_s=0.2, wall_s=0.4)
SPACIOUS = replace(LIMITS, memory_bytes=2 << 30)

Seen = Callable[[Sequence[RawRun]], bool]


@dataclass(frozen=True)
class Host:
    """Things of this machine that no program may reach, and one folder that it may read."""

    port: int
    socket_name: str
    secret: Path
    readable: Path


def says_held(runs: Sequence[RawRun]) -> bool:
    return all(run.status == "exited" and b"HELD" in run.stdout and b"ESCAPED" not in run.stdout for run in runs)


def says_escaped(runs: Sequence[RawRun]) -> bool:
    return any(b"ESCAPED" in run.stdout for run in runs)


@dataclass(frozen=True)
class Attack:
    """`stdin_without` is the input used when the guard is gone, where the real one would harm this machine."""

    program: str
    without: Callable[[Host], Guard] | Guard | None
    stdin: str = ""
    held: Seen = says_held
    succeeds: Seen = says_escaped
    limits: Limits = LIMITS
    runs: int = 1
    stdin_without: str | None = None
    why_nothing_to_take_away: str = ""
    only: Callable[[], bool] = field(default=lambda: True)

    @property
    def name(self) -> str:
        """`program mode [guard]`; unique."""
        guard = self.without.name if isinstance(self.without, Guard) else getattr(self.without, "__name__", "structure")
        mode = self.stdin.split()[0] if self.stdin and self.stdin.isascii() and "{" not in self.stdin else ""
        return " ".join(filter(None, [self.program.removesuffix(".py"), mode, f"[{guard.strip('_')}]"]))


def _stopped(runs: Sequence[RawRun]) -> bool:
    return all(run.status in ("cpu_limit", "wall_limit") and b"ESCAPED" not in run.stdout for run in runs)


def _within_output(runs: Sequence[RawRun]) -> bool:
    run = runs[-1]
    return run.status == "exited" and len(run.stdout) <= LIMITS.output_bytes and b"ESCAPED" not in run.stderr


def _beyond_output(runs: Sequence[RawRun]) -> bool:
    return b"ESCAPED" in runs[-1].stderr


def _killed_by_filter(runs: Sequence[RawRun]) -> bool:
    return all((run.status, run.code) == ("signaled", 31) for run in runs)


def _got_through(runs: Sequence[RawRun]) -> bool:
    return not _killed_by_filter(runs)


def _broke_the_session(runs: Sequence[RawRun]) -> bool:
    return says_escaped(runs) or any(run.status in ("judge_fault", "signaled") for run in runs)


def _counted(runs: Sequence[RawRun]) -> bool:
    return all(run.status != "judge_fault" and run.cpu_ns > 90e6 for run in runs)


def _not_counted(runs: Sequence[RawRun]) -> bool:
    return any(run.cpu_ns < 60e6 for run in runs)


def _truthful(runs: Sequence[RawRun]) -> bool:
    return all(
        (run.status, run.code) == ("exited", 3) and run.cpu_ns > 80e6 and b"ESCAPED" not in run.stdout for run in runs
    )


def _lying(runs: Sequence[RawRun]) -> bool:
    return any(run.cpu_ns == 0 for run in runs)


def _wall_is_forged(runs: Sequence[RawRun]) -> bool:
    return any(run.status == "judge_fault" or not 0 < run.wall_ns < 30e9 for run in runs)


def _no_time_inside(runs: Sequence[RawRun]) -> bool:
    return runs[0].stdout == b"done\n0 ns"


def _graded_right_inside(runs: Sequence[RawRun]) -> bool:
    return runs[0].stdout == b"wrong\nright"


def _printed_wrong(runs: Sequence[RawRun]) -> bool:
    return runs[0].stdout == b"wrong\n"


def _all_denied(runs: Sequence[RawRun]) -> bool:
    errors = system_call_errors(runs[0])
    return len(errors) > 100 and set(errors.values()) == {"1"}


def _all_reached_the_kernel(runs: Sequence[RawRun]) -> bool:
    """Without the filter the kernel itself answers; it also denies some calls to those without rights."""
    denied = {name for name, error in system_call_errors(runs[0]).items() if error == "1"}
    return denied <= NEED_RIGHTS and runs[0].status == "exited"


def system_call_errors(run: RawRun) -> dict[str, str]:
    lines = (line.rpartition(" = ") for line in run.stdout.decode().splitlines())
    return {name: error for name, _, error in lines}


NEED_RIGHTS = {
    "mount", "umount2", "pivot_root", "chroot", "fsopen", "open_tree", "move_mount", "mount_setattr", "bpf", "syslog",
    "userfaultfd", "perf_event_open", "init_module", "finit_module", "kexec_load", "reboot", "swapon", "acct",
    "sethostname", "clock_settime", "settimeofday", "adjtimex", "fanotify_init", "open_by_handle_at", "iopl", "ioperm",
    "vhangup", "quotactl", "setsid", "lookup_dcookie", "keyctl", "uselib", "prctl PR_SET_MM",
}  # fmt: skip

_STRUCTURE = "every run is a fresh fork of one process: no line makes it so"
_KERNEL = "the kernel ends all threads of a process with it, and keeps its books until it is waited for"


def _ordinary_user() -> bool:
    return os.geteuid() != 0  # the kernel does not count the processes of the real root


def _x86() -> bool:
    return platform.machine() == "x86_64"


def _bound_read_only(host: Host) -> Guard:
    return guards.read_only(host.readable)


def _nothing_else_bound(host: Host) -> Guard:
    return guards.bound(host.secret)


def _network() -> list[Attack]:
    return [
        Attack("network.py", guards.FILTER),
        Attack("reach_host.py", guards.FILTER_AND_NETWORK, "{port} {socket_name}\n"),
    ]


def _files() -> list[Attack]:
    return [
        Attack("write_files.py", guards.READ_ONLY_ROOT, "{readable}"),
        Attack("write_files.py", _bound_read_only, "{readable}"),
        Attack("read_host.py", guards.NO_PROC, "{secret}"),
        Attack("read_host.py", _nothing_else_bound, "{secret}"),
        Attack("many_files.py", guards.SCRATCH_SIZE),
    ]


def _processes() -> list[Attack]:
    return [
        Attack("processes.py", guards.FILTER, "then exec\n"),
        Attack("kill_everybody.py", guards.FILTER_AND_PIDS, succeeds=_broke_the_session),
        Attack("foreign_abi.py", guards.FILTER, "x32\n", _killed_by_filter, _got_through, only=_x86),
        Attack("foreign_abi.py", guards.FILTER, "int80\n", _killed_by_filter, _got_through, only=_x86),
        Attack("privileges.py", guards.FILTER),
        Attack("privileges.py", guards.FILTER_AND_CAPABILITIES),
        Attack("system_calls.py", guards.FILTER, held=_all_denied, succeeds=_all_reached_the_kernel),
        Attack("shared_memory.py", guards.FILTER),
        Attack("descriptors.py", guards.CLOSED),
        Attack("after_the_end.py", guards.FILTER_AND_RUN_PIDS, runs=2),
    ]


def _resources() -> list[Attack]:
    memory = ["list", "bytes", "private_map", "shared_map", "break", "stack"]
    endless = ["loop", "sleep", "big_power", "regular_expression", "c_sum", "ignored_signals", "own_timer", "threads"]
    endless += ["swallowed_exceptions", "at_exit"]
    output = ["stdout", "stderr", "truncate", "seek", "mapped", "scratch"]
    small, huge = f"{4 << 20}\n", f"{1 << 40}\n"
    return [
        *(Attack("memory.py", guards.MEMORY, f"{how}\n") for how in memory),
        *(Attack("endless.py", guards.ALARM, f"{how}\n", _stopped, limits=SHORT) for how in endless),
        *(
            Attack("output.py", guards.OUTPUT, f"{how} {huge}", _within_output, _beyond_output,
                   stdin_without=f"{how} {small}")
            for how in output
        ),
        Attack("threads.py", guards.MEMORY),
        Attack("threads.py", guards.THREADS, limits=SPACIOUS, only=_ordinary_user),
        Attack("limits.py", guards.MEMORY),
    ]  # fmt: skip


def _answers() -> list[Attack]:
    shifted = bytes(byte + 1 for byte in guards.EXPECTED.encode()).decode()
    return [
        Attack("search_memory.py", guards.NO_ANSWERS, f"{shifted}\n"),
        Attack("forged_answer.py", guards.CLOSED, held=_truthful, succeeds=_lying),
        Attack("forged_mark.py", guards.MARK, succeeds=_wall_is_forged),
        Attack("equal_to_all.py", guards.GRADER_OUTSIDE, held=_printed_wrong, succeeds=_graded_right_inside),
    ]


def _remembering() -> list[Attack]:
    places: dict[str, Guard | None] = {
        "ScratchFile": guards.FRESH_SCRATCH,
        "HiddenFolder": guards.FRESH_SCRATCH,
        "InodeNumbers": guards.FRESH_SCRATCH,
        "FolderReadTime": guards.SCRATCH_READ_TIMES,
        "FolderMode": guards.FILTER_AND_FRESH_SCRATCH,
        "FolderAttribute": guards.FILTER_AND_FRESH_SCRATCH,
        "StdinReadTime": guards.STDIN_READ_TIME,
        "StdinReadTimeUnlocked": guards.FCNTL,
        "StdinTimes": guards.UTIMENSAT,
        "StdinOffset": guards.OWN_STDIN,
        "ProcessNumbers": guards.RUN_PIDS,
        "InitClock": guards.RUN_PIDS,
        "SystemVMemory": guards.FILTER,
        "Lock": guards.FILTER_AND_RUN_PIDS,
        "StdinContent": guards.SEALED_STDIN,
        "StdinSeals": guards.SEALED_STDIN_AND_FCNTL,
        "HostName": guards.FILTER_AND_CAPABILITIES,
        **dict.fromkeys(["Environment", "Modules", "Limits", "LeftThread"], None),
    }
    return [
        Attack("remember.py", guard, f"{place}\n", runs=3, why_nothing_to_take_away="" if guard else _STRUCTURE)
        for place, guard in places.items()
    ]


def _clock() -> list[Attack]:
    inside = ["close_everything", "end_at_once", "in_a_thread_left_running", "in_threads", "main_thread_ends_first"]
    inside += ["at_exit", "in_a_destructor", "killed_by_its_limit", "by_signal", "by_crash", "in_the_kernel", "by_exec"]
    return [
        Attack("patched_clock.py", guards.CLOCK_OUTSIDE, held=_clock_held, succeeds=_no_time_inside),
        Attack("cpu_time.py", guards.FILTER, "in_another_process\n", _counted, _not_counted),
        *(
            Attack("cpu_time.py", None, f"{how}\n", _counted, why_nothing_to_take_away=_KERNEL)
            for how in inside
        ),
    ]  # fmt: skip


def _clock_held(runs: Sequence[RawRun]) -> bool:
    return all(run.cpu_ns > 120e6 and run.wall_ns > 120e6 for run in runs)


def attacks() -> list[Attack]:
    """Every attack that makes sense on this machine and for this user."""
    rows = [_network(), _files(), _processes(), _resources(), _answers(), _remembering(), _clock()]
    return [attack for group in rows for attack in group if attack.only()]
