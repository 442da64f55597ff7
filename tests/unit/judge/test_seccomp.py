"""The system-call filter, run by a small interpreter of classic BPF: what it answers to each call, on each machine."""

from __future__ import annotations

import errno
import struct
from itertools import pairwise

import pytest

from ecode.errors import SandboxFault
from ecode.judge.seccomp import build_filter

ALLOW, KILL, ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
EPERM, ENOSYS = ERRNO | errno.EPERM, ERRNO | errno.ENOSYS
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
MACHINES = tuple(ARCHITECTURES)
Instruction = tuple[int, int, int, int]


def instructions(program: bytes) -> list[Instruction]:
    return list(struct.iter_unpack("<HBBI", program))


def answer(machine: str, number: int, *arguments: int, architecture: int | None = None) -> int:
    """What the filter returns for a call, as the kernel computes it (seccomp(2), linux/filter.h)."""
    padded = [argument & (1 << 64) - 1 for argument in (*arguments, *[0] * 6)][:6]
    data = struct.pack("<iIQ6Q", number, architecture or ARCHITECTURES[machine], 0, *padded)
    code = instructions(build_filter(machine))
    accumulator = place = 0
    while True:
        operation, jump_true, jump_false, value = code[place]
        place += 1
        if operation == 0x20:  # load a word
            accumulator = int.from_bytes(data[value : value + 4], "little")
        elif operation == 0x05:  # jump
            place += value
        elif operation == 0x15:  # equal
            place += jump_true if accumulator == value else jump_false
        elif operation == 0x35:  # at least
            place += jump_true if accumulator >= value else jump_false
        else:
            assert operation == 0x06, f"operation {operation:#x}"
            return value


@pytest.mark.parametrize(
    ("name", "x86_64", "aarch64", "expected"),
    [
        ("read", 0, 63, ALLOW),
        ("write", 1, 64, ALLOW),
        ("mmap", 9, 222, ALLOW),
        ("openat", 257, 56, ALLOW),
        ("futex", 202, 98, ALLOW),
        ("exit_group", 231, 94, ALLOW),
        ("getrandom", 318, 278, ALLOW),
        ("close_range", 436, 436, ALLOW),
        ("faccessat2", 439, 439, ALLOW),
        ("clone3", 435, 435, ENOSYS),
        ("socket", 41, 198, EPERM),
        ("execve", 59, 221, EPERM),
        ("execveat", 322, 281, EPERM),
        ("kill", 62, 129, EPERM),
        ("tgkill", 234, 131, EPERM),
        ("ptrace", 101, 117, EPERM),
        ("mount", 165, 40, EPERM),
        ("unshare", 272, 97, EPERM),
        ("setns", 308, 268, EPERM),
        ("bpf", 321, 280, EPERM),
        ("io_uring_setup", 425, 425, EPERM),
        ("pidfd_open", 434, 434, EPERM),
        ("openat2", 437, 437, EPERM),
        ("memfd_create", 319, 279, EPERM),
        ("shmget", 29, 194, EPERM),
        ("seccomp", 317, 277, EPERM),
        ("capset", 126, 91, EPERM),
        ("utimensat", 280, 88, EPERM),
        ("setxattr", 188, 5, EPERM),
        ("fchmodat", 268, 53, EPERM),
        ("timer_create", 222, 107, EPERM),
        ("a call of the future", 5000, 5000, EPERM),
        ("the last number before x32", 0x3FFFFFFF, 0x3FFFFFFF, EPERM),
    ],
)
def test_calls(name: str, x86_64: int, aarch64: int, expected: int) -> None:
    assert answer("x86_64", x86_64) == expected, name
    assert answer("aarch64", aarch64) == expected, name


@pytest.mark.parametrize(
    ("name", "number"), [("fork", 57), ("vfork", 58), ("creat", 85), ("chmod", 90), ("utime", 132)]
)
def test_old_calls_of_x86(name: str, number: int) -> None:
    assert answer("x86_64", number) == EPERM, name


THREAD = 0x3D0F00
ARGUMENTS: list[tuple[str, tuple[int, int], list[tuple[int, ...]], list[tuple[int, ...]]]] = [
    # name, (x86_64, aarch64), allowed arguments, denied arguments
    ("clone", (56, 220), [(THREAD,), (0x7D0F00,)],
     [(17,), (0,), (0x11, 0), (THREAD | 0x10000000,), (THREAD | 0x20000000,), (THREAD & ~0x10000,), (0x4111,)]),
    ("fcntl", (72, 25), [(0, 0), (0, 1), (0, 2), (0, 3), (0, 1030)],
     [(0, 4), (0, 5), (0, 6), (0, 8), (0, 10), (0, 1024), (0, 1026), (0, 1031), (0, 1033), (0, 1036), (0, -1)]),
    ("ioctl", (16, 29), [(0, 0x5401), (0, 0x5413), (0, 0x5421), (0, 0x5450), (0, 0x5451)],
     [(0, 0x5412), (0, 0x541C), (0, 0x5452), (0, 0x40086602), (0, 0), (0, -1)]),
    ("prctl", (157, 167), [(15,), (16,)], [(1,), (4,), (8,), (22,), (24,), (35,), (38,), (47,), (0x59616D61,), (-1,)]),
    ("prlimit64", (302, 261), [(0, 7)], [(1, 7), (2,), (-1,), (0x10000,)]),
]  # fmt: skip


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize(("name", "numbers", "allowed", "denied"), ARGUMENTS, ids=[row[0] for row in ARGUMENTS])
def test_arguments(
    machine: str, name: str, numbers: tuple[int, int], allowed: list[tuple[int, ...]], denied: list[tuple[int, ...]]
) -> None:
    number = numbers[MACHINES.index(machine)]
    assert [answer(machine, number, *arguments) for arguments in allowed] == [ALLOW] * len(allowed)
    assert [answer(machine, number, *arguments) for arguments in denied] == [EPERM] * len(denied)


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("architecture", [0x40000003, 0x40000028, 0xC00000F3, 0x00000001])
def test_foreign_architectures_are_killed(machine: str, architecture: int) -> None:
    for number in (0, 1, 20, 60, 435):
        assert answer(machine, number, architecture=architecture) == KILL


def test_each_machine_is_foreign_to_the_other() -> None:
    assert answer("x86_64", 0, architecture=ARCHITECTURES["aarch64"]) == KILL
    assert answer("aarch64", 63, architecture=ARCHITECTURES["x86_64"]) == KILL


@pytest.mark.parametrize("number", [0x40000000, 0x40000001, 0x40000027, 0x40000200, 0x7FFFFFFF, -1])
def test_x32_is_killed(number: int) -> None:
    assert answer("x86_64", number) == KILL


@pytest.mark.parametrize("machine", MACHINES)
def test_how_many_calls_are_allowed(machine: str) -> None:
    """The whole table at once: a call that slips in by a mistake in the search tree shows up here."""
    answers = [answer(machine, number) for number in range(1024)]
    allowed = answers.count(ALLOW)
    assert 80 <= allowed <= 125
    assert answers.count(ENOSYS) == 1
    assert allowed + answers.count(EPERM) + 1 == 1024


@pytest.mark.parametrize("machine", MACHINES)
def test_the_program_is_well_formed(machine: str) -> None:
    """As the kernel demands: jumps go forward and stay inside, loads are of whole words, the end is a return."""
    program = build_filter(machine)
    code = instructions(program)
    assert len(program) % 8 == 0
    assert len(code) <= 4096
    for place, (operation, jump_true, jump_false, value) in enumerate(code):
        if operation == 0x20:
            assert value % 4 == 0
            assert value < 64
        elif operation == 0x05:
            assert place + 1 + value < len(code)
        elif operation in (0x15, 0x35):
            assert place + 1 + max(jump_true, jump_false) < len(code)
        else:
            assert operation == 0x06
            assert value in (ALLOW, KILL, EPERM, ENOSYS)
    assert code[-1][0] == 0x06
    assert all(before[0] != 0x20 or after[0] != 0x06 for before, after in pairwise(code))


def test_other_machines_are_refused() -> None:
    with pytest.raises(SandboxFault, match="riscv64"):
        build_filter("riscv64")
