"""No program can start another process or run another program."""
import ctypes
import os
import platform
import subprocess

libc = ctypes.CDLL(None, use_errno=True)
CLONE, FORK = {"x86_64": (56, 57)}.get(platform.machine(), (220, -1))
SIGCHLD, NEWUSER = 17, 0x10000000


def attempt(name, action):
    try:
        action()
    except (OSError, subprocess.SubprocessError):
        return
    print("ESCAPED", name, flush=True)


def raw(number, *arguments):
    """A raw call that returns a process number; the child ends at once."""
    result = libc.syscall(number, *arguments)
    if result == 0:
        libc._exit(0)
    if result < 0:
        raise OSError(ctypes.get_errno(), "syscall")


def clone3():
    raw(435, (ctypes.c_uint64 * 11)(0, 0, 0, 0, SIGCHLD), 88)


def fork():
    if os.fork() == 0:
        os._exit(0)


attempt("fork", fork)
attempt("raw fork", lambda: raw(FORK))
attempt("clone", lambda: raw(CLONE, SIGCHLD, 0, 0, 0, 0))
attempt("clone with a user namespace", lambda: raw(CLONE, SIGCHLD | NEWUSER, 0, 0, 0, 0))
attempt("clone3", clone3)
attempt("posix_spawn", lambda: os.posix_spawn("/bin/true", ["true"], {}))
attempt("subprocess", lambda: subprocess.run(["/bin/true"], check=True))
if os.system("true") == 0:
    print("ESCAPED os.system", flush=True)
if "exec" in input():
    attempt("execve", lambda: os.execv("/bin/echo", ["echo", "ESCAPED", "execve"]))
print("HELD if nothing above")
