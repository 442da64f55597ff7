"""The system-call allow-list of a judged program, assembled into classic BPF.

Everything that is not listed fails with EPERM, so that a program which merely tries (numpy asking for a scheduling
policy, say) goes on. Foreign architectures and the x32 ABI are killed. Sources: seccomp(2), linux/bpf_common.h,
the kernel's syscall tables.
"""

from __future__ import annotations

import errno
import platform
import struct
from dataclasses import dataclass

from ecode.errors import SandboxFault

_LD_ABS, _JA, _JEQ, _JGE, _RET = 0x20, 0x05, 0x15, 0x35, 0x06
_KILL, _ERRNO, _ALLOW = 0x80000000, 0x00050000, 0x7FFF0000
_NR, _ARCH, _ARG0, _ARG1 = 0, 4, 16, 24  # offsets in struct seccomp_data (low words: both machines are little endian)

_THREAD = 0x3D0F00  # what glibc's pthread_create passes: VM|FS|FILES|SIGHAND|THREAD|SYSVSEM|SETTLS|..., nothing else
_THREAD_MUSL = 0x7D0F00

_ALLOWED: dict[str, tuple[int | None, int | None]] = {
    # name: (x86_64, aarch64)
    "read": (0, 63), "write": (1, 64), "readv": (19, 65), "writev": (20, 66), "pread64": (17, 67),
    "pwrite64": (18, 68), "preadv": (295, 69), "pwritev": (296, 70), "close": (3, 57), "close_range": (436, 436),
    "stat": (4, None), "fstat": (5, 80), "lstat": (6, None), "newfstatat": (262, 79), "statx": (332, 291),
    "statfs": (137, 43), "fstatfs": (138, 44), "lseek": (8, 62), "mmap": (9, 222), "mprotect": (10, 226),
    "munmap": (11, 215), "mremap": (25, 216), "brk": (12, 214), "madvise": (28, 233),
    "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139), "sigaltstack": (131, 132),
    "rt_sigtimedwait": (128, 137), "pause": (34, None), "alarm": (37, None), "getitimer": (36, 102),
    "setitimer": (38, 103), "open": (2, None), "openat": (257, 56), "access": (21, None), "faccessat": (269, 48),
    "faccessat2": (439, 439), "readlink": (89, None), "readlinkat": (267, 78), "getcwd": (79, 17), "chdir": (80, 49),
    "fchdir": (81, 50), "mkdir": (83, None), "mkdirat": (258, 34), "rmdir": (84, None), "unlink": (87, None),
    "unlinkat": (263, 35), "rename": (82, None), "renameat": (264, 38), "renameat2": (316, 276),
    "getdents": (78, None), "getdents64": (217, 61), "ftruncate": (77, 46), "umask": (95, 166),
    "dup": (32, 23), "dup2": (33, None), "dup3": (292, 24), "pipe": (22, None), "pipe2": (293, 59),
    "poll": (7, None), "ppoll": (271, 73), "select": (23, None), "pselect6": (270, 72), "epoll_create1": (291, 20),
    "epoll_ctl": (233, 21), "epoll_wait": (232, None), "epoll_pwait": (281, 22), "eventfd2": (290, 19),
    "futex": (202, 98), "set_robust_list": (273, 99), "get_robust_list": (274, 100), "rseq": (334, 293),
    "set_tid_address": (218, 96), "gettid": (186, 178), "getpid": (39, 172), "getppid": (110, 173),
    "getuid": (102, 174), "geteuid": (107, 175), "getgid": (104, 176), "getegid": (108, 177),
    "getrlimit": (97, 163), "setrlimit": (160, 164), "sched_yield": (24, 124), "sched_getaffinity": (204, 123),
    "nanosleep": (35, 101), "clock_nanosleep": (230, 115), "clock_gettime": (228, 113), "clock_getres": (229, 114),
    "gettimeofday": (96, 169), "time": (201, None), "times": (100, 153), "getrusage": (98, 165),
    "getrandom": (318, 278), "uname": (63, 160), "sysinfo": (99, 179), "arch_prctl": (158, None),
    "membarrier": (324, 283), "restart_syscall": (219, 128), "exit": (60, 93), "exit_group": (231, 94),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Conditional:
    """A call allowed only while one argument (`offset`: its low word) has one of `values`."""

    numbers: tuple[int, int]
    offset: int
    values: tuple[int, ...]


_CONDITIONAL = (
    _Conditional((56, 220), _ARG0, (_THREAD, _THREAD_MUSL)),  # clone: threads only, never a process or a namespace
    _Conditional((16, 29), _ARG1, (0x5401, 0x5413, 0x5421, 0x5450, 0x5451)),  # ioctl: is it a terminal, its size
    _Conditional((72, 25), _ARG1, (0, 1, 2, 3, 1030)),  # fcntl: dup, reading flags; no setting, seals, leases, signals
    _Conditional((157, 167), _ARG0, (15, 16)),  # prctl: the thread's name
    _Conditional((302, 261), _ARG0, (0,)),  # prlimit64: its own limits
)
_CLONE3 = 435  # ENOSYS, so that the C library falls back to clone, whose flags a filter can read

_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}


def _op(code: int, k: int, jump_true: int = 0, jump_false: int = 0) -> bytes:
    return struct.pack("<HBBI", code, jump_true, jump_false, k)


def _conditional(call: _Conditional) -> bytes:
    """`allow if the argument is one of values, else EPERM`."""
    body = _op(_LD_ABS, call.offset)
    for value in call.values:
        body += _op(_JEQ, value, 0, 1) + _op(_RET, _ALLOW)
    return body + _op(_RET, _ERRNO | errno.EPERM)


def _actions(column: int) -> dict[int, bytes]:
    """What to do for each listed system call, by number."""
    actions = {n[column]: _op(_RET, _ALLOW) for n in _ALLOWED.values()}
    actions[_CLONE3] = _op(_RET, _ERRNO | errno.ENOSYS)
    actions.update((call.numbers[column], _conditional(call)) for call in _CONDITIONAL)
    return {number: action for number, action in actions.items() if number is not None}


def _intervals(actions: dict[int, bytes]) -> list[tuple[int, bytes]]:
    """(first number, action) of each run of equal actions, gaps denied; the first starts at 0, the last never ends."""
    deny = _op(_RET, _ERRNO | errno.EPERM)
    runs = [(0, actions.get(0, deny))]
    for number in range(1, max(actions) + 2):
        action = actions.get(number, deny)
        if action != runs[-1][1]:
            runs.append((number, action))
    return runs


def _search_tree(runs: list[tuple[int, bytes]]) -> bytes:
    """Binary search over the intervals: the kernel runs an installed filter for every call, so depth is time."""
    if len(runs) == 1:
        return runs[0][1]
    middle = len(runs) // 2
    below, above = _search_tree(runs[:middle]), _search_tree(runs[middle:])
    jump = len(below) // 8
    if jump <= 255:
        return _op(_JGE, runs[middle][0], jump, 0) + below + above
    return _op(_JGE, runs[middle][0], 0, 1) + _op(_JA, jump) + below + above


def build_filter(machine: str | None = None) -> bytes:
    """The filter as an array of `struct sock_filter`; raises `SandboxFault` on a machine it has no table for."""
    machine = machine or platform.machine()
    if machine not in _ARCHITECTURES:
        raise SandboxFault(
            f"No system-call table for {machine}: the sandbox supports {', '.join(_ARCHITECTURES)}. "
            "Use --backend rlimit for programs you trust."
        )
    column, architecture = _ARCHITECTURES[machine]
    program = _op(_LD_ABS, _ARCH) + _op(_JEQ, architecture, 1, 0) + _op(_RET, _KILL) + _op(_LD_ABS, _NR)
    if machine == "x86_64":
        program += _op(_JGE, 0x40000000, 0, 1) + _op(_RET, _KILL)  # the x32 ABI
    return program + _search_tree(_intervals(_actions(column)))
