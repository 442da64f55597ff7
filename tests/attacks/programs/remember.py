"""A run can leave nothing for the next run of the same program: line 1 names the hiding place, 37 is to be kept."""
import ctypes
import os
import platform
import resource
import sys
import threading
import time

libc = ctypes.CDLL(None, use_errno=True)
SECRET = 37


class Place:
    def find(self):
        """The kept number, or None where nothing was left."""

    def leave(self):
        pass


class ScratchFile(Place):
    def find(self):
        return int(open("kept").read()) if os.path.exists("kept") else None

    def leave(self):
        open("kept", "w").write(str(SECRET))


class HiddenFolder(Place):
    def find(self):
        return len(os.listdir("/scratch/.a")) if os.path.exists("/scratch/.a") else None

    def leave(self):
        os.mkdir("/scratch/.a")
        for number in range(SECRET):
            os.mkdir(f"/scratch/.a/{number}")


class FolderReadTime(Place):
    """Reading a folder sets its access time; when it is read is the message."""

    def find(self):
        state = os.stat("/scratch")
        return state.st_atime_ns % 1000 if state.st_atime_ns > state.st_mtime_ns else None

    def leave(self):
        time.sleep(0.02)
        os.listdir("/scratch")


class InodeNumbers(Place):
    """Nameless files leave no trace in their folder, but they use up inode numbers."""

    def number(self):
        fd = os.open("/scratch", os.O_TMPFILE | os.O_RDWR)
        number = os.fstat(fd).st_ino
        os.close(fd)
        return number

    def find(self):
        number = self.number()
        return number if number > SECRET else None

    def leave(self):
        for _ in range(SECRET):
            self.number()


class FolderMode(Place):
    def find(self):
        mode = os.stat("/scratch").st_mode & 0o777
        return mode if mode != 0o700 else None

    def leave(self):
        os.chmod("/scratch", 0o711)


class FolderAttribute(Place):
    def find(self):
        return os.getxattr("/scratch", "user.kept")

    def leave(self):
        os.setxattr("/scratch", "user.kept", b"37")


class StdinReadTime(Place):
    """Runs on the same input share its file: the first reading would show in its access time."""

    def find(self):
        return found_at_start if found_at_start else None


class StdinReadTimeUnlocked(StdinReadTime):
    """The same, after switching O_NOATIME off again."""

    def leave(self):
        import fcntl

        fcntl.fcntl(0, fcntl.F_SETFL, 0)
        os.pread(0, 10, 0)


class StdinTimes(Place):
    def find(self):
        return SECRET if os.fstat(0).st_mtime == SECRET else None

    def leave(self):
        os.utime(0, (SECRET, SECRET))


class StdinOffset(Place):
    def find(self):
        return SECRET if offset_at_start else None

    def leave(self):
        os.lseek(0, SECRET, os.SEEK_SET)


class StdinContent(Place):
    def find(self):
        return SECRET if b"kept" in os.pread(0, 100, 0) else None

    def leave(self):
        os.pwrite(0, b"kept", 50)


class StdinSeals(Place):
    def find(self):
        import fcntl

        return fcntl.fcntl(0, 1034) & 0x10 or None  # F_GET_SEALS

    def leave(self):
        import fcntl

        fcntl.fcntl(0, 1033, 0x10)


class Environment(Place):
    def find(self):
        return os.environ.get("KEPT")

    def leave(self):
        os.environ["KEPT"] = "37"
        libc.setenv(b"KEPT", b"37", 1)


class Modules(Place):
    def find(self):
        return getattr(sys, "kept", None) or sys.modules.get("kept")

    def leave(self):
        sys.kept = sys.modules["kept"] = SECRET
        frame = sys._getframe()
        while frame:
            frame.f_globals["kept"] = SECRET
            frame = frame.f_back


class ProcessNumbers(Place):
    """Threads use up process numbers, of which the next run gets the next one."""

    def find(self):
        return os.getpid() if os.getpid() > SECRET else None

    def leave(self):
        for _ in range(SECRET):
            thread = threading.Thread(target=int)
            thread.start()
            thread.join()


class InitClock(Place):
    """The CPU clock of another process counts what it did so far."""

    def find(self):
        for pid in (set(range(1, 9)) | {os.getppid()}) - {0, os.getpid()}:
            try:
                return time.clock_gettime_ns((~pid << 3) | 2)
            except OSError:
                continue


class SystemVMemory(Place):
    """System V shared memory outlives its maker."""

    SIZE = 4096 * SECRET

    def find(self):
        numbers = (29,) if platform.machine() == "x86_64" else (194,)
        return SECRET if libc.syscall(numbers[0], 4711, self.SIZE, 0o600) >= 0 else None

    def leave(self):
        numbers = (29,) if platform.machine() == "x86_64" else (194,)
        libc.syscall(numbers[0], 4711, self.SIZE, 0o1600)


class Limits(Place):
    def find(self):
        return SECRET if resource.getrlimit(resource.RLIMIT_NOFILE)[0] == SECRET else None

    def leave(self):
        resource.setrlimit(resource.RLIMIT_NOFILE, (SECRET, SECRET))


class HostName(Place):
    def find(self):
        return SECRET if os.uname().nodename == "kept" else None

    def leave(self):
        libc.sethostname(b"kept", 4)


class LeftThread(Place):
    def find(self):
        return threading.active_count() - 1 or None

    def leave(self):
        threading.Thread(target=time.sleep, args=(9,), daemon=True).start()


class Lock(Place):
    def find(self):
        import fcntl

        try:
            fcntl.flock(0, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return SECRET

    def leave(self):
        if os.fork() == 0:
            time.sleep(2)
            os._exit(0)


offset_at_start = os.lseek(0, 0, os.SEEK_CUR)
state = os.fstat(0)
found_at_start = max(0, state.st_atime_ns - state.st_mtime_ns)
name = os.pread(0, 100, 0).decode().split("\n")[0]
place = globals()[name]()
try:
    found = place.find()
except OSError:
    found = None
try:
    place.leave()
except OSError:
    pass
print("ESCAPED found" if found else "HELD", found)
sys.stdout.flush()
os._exit(0)
