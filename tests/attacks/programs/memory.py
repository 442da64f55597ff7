"""A program cannot have more memory than its limit, in whatever way it asks (line 1); this one asks for 400 MB."""
import ctypes
import mmap
import sys
import threading

SIZE = 400 << 20


def as_list():
    return [[0] * 1_000_000 for _ in range(SIZE // 8_000_000)]


def as_bytes():
    return b"x" * SIZE


def as_private_map():
    return mmap.mmap(-1, SIZE, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)


def as_shared_map():
    return mmap.mmap(-1, SIZE, mmap.MAP_SHARED | mmap.MAP_ANONYMOUS)


def as_break():
    libc = ctypes.CDLL(None)
    libc.sbrk.restype = ctypes.c_void_p
    libc.sbrk.argtypes = [ctypes.c_long]
    if libc.sbrk(SIZE) == ctypes.c_void_p(-1).value:
        raise MemoryError


def as_stack():
    threading.stack_size(SIZE)
    thread = threading.Thread(target=print)
    thread.start()
    thread.join()


try:
    kept = globals()["as_" + input()]()
except (MemoryError, OSError, RuntimeError, ValueError) as error:
    print("HELD", type(error).__name__)
else:
    print("ESCAPED with 400 MB")
sys.stdout.flush()
