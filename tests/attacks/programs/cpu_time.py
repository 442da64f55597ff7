"""No program makes its measured CPU time smaller: about 0.12 s are used, then hidden in one of several ways (line 1)."""
import ctypes
import os
import resource
import signal
import sys
import threading
import time

libc = ctypes.CDLL(None, use_errno=True)


def spin(seconds=0.12):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def close_everything():
    spin()
    os.closerange(0, 64)
    os._exit(0)


def end_at_once():
    spin()
    os._exit(0)


def in_a_thread_left_running():
    threading.Thread(target=spin, args=(5,), daemon=True).start()
    time.sleep(0.4)
    os._exit(0)


def in_threads():
    threads = [threading.Thread(target=spin, args=(0.03,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main_thread_ends_first():
    threading.Thread(target=lambda: (spin(), os._exit(0))).start()
    libc.pthread_exit(None)


def at_exit():
    import atexit

    atexit.register(spin)


def in_a_destructor():
    class Slow:
        def __del__(self):
            spin()

    sys.modules["kept"] = Slow()
    del sys.modules["kept"]


def killed_by_its_limit():
    spin()
    resource.setrlimit(resource.RLIMIT_CPU, (0, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    os._exit(0)


def by_signal():
    spin()
    signal.setitimer(signal.ITIMER_REAL, 0.001)
    time.sleep(0.05)
    os._exit(0)


def by_crash():
    spin()
    ctypes.string_at(0)


def in_the_kernel():
    end = time.thread_time() + 0.12
    while time.thread_time() < end:
        os.listdir("/usr/bin" if os.path.isdir("/usr/bin") else "/")


def in_another_process():
    try:
        if os.fork():
            os._exit(0)
    except OSError:
        pass
    spin()


def by_exec():
    spin()
    try:
        os.execv("/bin/true", ["true"])
    except OSError:
        pass


globals()[input()]()
