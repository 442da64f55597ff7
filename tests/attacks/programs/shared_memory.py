"""No memory, queue or semaphore can be made that outlives the process or escapes its memory limit."""
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
IPC_CREAT = 0o1000


def attempt(name, result):
    if result >= 0:
        print("ESCAPED", name)


def memfd():
    try:
        return os.memfd_create("hidden")
    except OSError:
        return -1


attempt("memfd_create", memfd())
attempt("shmget", libc.shmget(4711, 4096, IPC_CREAT | 0o600))
attempt("msgget", libc.msgget(4711, IPC_CREAT | 0o600))
attempt("semget", libc.semget(4711, 1, IPC_CREAT | 0o600))
try:
    librt = ctypes.CDLL("librt.so.1", use_errno=True)
    attempt("mq_open", librt.mq_open(b"/hidden", os.O_CREAT | os.O_RDWR, 0o600, None))
    attempt("shm_open", librt.shm_open(b"/hidden", os.O_CREAT | os.O_RDWR, 0o600))
except (OSError, AttributeError):
    pass
print("HELD if nothing above")
