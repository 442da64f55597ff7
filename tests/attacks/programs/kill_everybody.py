"""No program can signal another process: not its parent, not the zygote, not "everybody"."""
import ctypes
import os
import platform
import signal

libc = ctypes.CDLL(None, use_errno=True)
TKILL, TGKILL, QUEUE, PIDFD_SEND = {"x86_64": (200, 234, 129, 424)}.get(platform.machine(), (130, 131, 138, 424))
OTHERS = [pid for pid in range(-40, 40) if pid not in (0, os.getpid(), -os.getpid())]


def attempt(name, result):
    if result == 0:
        print("ESCAPED", name, flush=True)


for number in (0, signal.SIGTERM, signal.SIGKILL):
    for pid in OTHERS:
        attempt(f"kill({pid}, {int(number)})", libc.kill(pid, number))
        attempt(f"tkill({pid}, {int(number)})", libc.syscall(TKILL, pid, number))
        attempt(f"tgkill({pid}, {int(number)})", libc.syscall(TGKILL, pid, pid, number))
        attempt(f"sigqueue({pid}, {int(number)})", libc.sigqueue(pid, int(number), None))
        pidfd = libc.syscall(434, pid, 0)
        attempt(f"pidfd of {pid}", libc.syscall(PIDFD_SEND, pidfd, number, None, 0) if pidfd >= 0 else -1)
print("HELD if nothing above")
