"""A program cannot run past its time, whatever it does (line 1); left alone, this one stops after a second."""
import re
import signal
import threading
import time

END = time.monotonic() + 1


def loop():
    while time.monotonic() < END:
        pass


def sleep():
    time.sleep(1)


def big_power():
    while time.monotonic() < END:
        7**600_000


def regular_expression():
    while time.monotonic() < END:
        re.match("(a*)*b", "a" * 20)


def c_sum():
    while time.monotonic() < END:
        sum(range(10_000_000))


def ignored_signals():
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    loop()


def own_timer():
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 1000)
    loop()


def threads():
    others = [threading.Thread(target=loop) for _ in range(3)]
    for thread in others:
        thread.start()
    loop()


def swallowed_exceptions():
    while time.monotonic() < END:
        try:
            loop()
        except BaseException:
            pass


def at_exit():
    import atexit

    atexit.register(lambda: (loop(), print("ESCAPED at exit")))


globals()[input()]()
print("ESCAPED: nobody stopped it")
