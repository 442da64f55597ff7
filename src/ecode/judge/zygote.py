"""Runs inside the sandbox: a warm interpreter that forks one fresh process per test.

    supervisor ──control──► zygote ──clone──► session init (one per program, PID 1 of its own namespaces)
         └────────────session socket───────────► │ ──fork──► the program (one per test, PID 1 of one more)

Stands alone on purpose: it is handed to whatever interpreter the user chose (3.8 or newer), where nothing of ours is
installed. It imports little, and hides what it imported, because what it had loaded a program would get for free.
It never sees an expected output, and judges nothing: it reports what the kernel says about a process that has ended.

Messages are datagrams of space-separated ASCII (see `worker.py`, the other end). The program's process reports one
thing only, before its first line runs: a handshake with its start mark. After that its only descriptors are 0, 1, 2.
"""

import sys

_BASELINE = frozenset(sys.modules)

import _ctypes  # noqa: E402, F401  (loaded by ctypes; named here because it is hidden again below)
import _signal  # noqa: E402
import _socket  # noqa: E402
import builtins  # noqa: E402
import ctypes  # noqa: E402
import gc  # noqa: E402
import io  # noqa: E402
import posix  # noqa: E402
import resource  # noqa: E402
import time  # noqa: E402

CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWPID = 0x20000, 0x08000000, 0x20000000
F_SETFL = 4
MS_NOSUID, MS_NODEV, MS_NOATIME, MS_PRIVATE, MS_REC = 2, 4, 1 << 10, 1 << 18, 1 << 14
MNT_DETACH = 2
PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 4, 24, 38
SYSCALLS = {
    "x86_64": {"clone": 56, "capset": 126, "seccomp": 317, "pidfd_open": 434},
    "aarch64": {"clone": 220, "capset": 91, "seccomp": 277, "pidfd_open": 434},
}
MAIN_STACK_BYTES = 512 << 20  # deep recursion through C code; only what is touched is used
THREAD_STACK_BYTES = 8 << 20
SCRATCH_OPTIONS = b"size=16m,nr_inodes=1024,mode=0700"

_libc = ctypes.CDLL(None, use_errno=True)
_numbers = SYSCALLS.get(posix.uname().machine, {})


def _check(result, what):
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, "%s: %s" % (what, posix.strerror(code)))
    return result


def _receive(sock, limit=65536):
    """One datagram and the descriptors that came with it; (b"", []) when the other end is gone."""
    data, ancillary, _flags, _address = sock.recvmsg(limit, 256, _socket.MSG_CMSG_CLOEXEC)
    fds = []
    for level, kind, payload in ancillary:
        if level == _socket.SOL_SOCKET and kind == _socket.SCM_RIGHTS:
            fds += [int.from_bytes(payload[i : i + 4], sys.byteorder) for i in range(0, len(payload) // 4 * 4, 4)]
    return data, fds


# -- the zygote -------------------------------------------------------------------------------------------------------


class Options:
    """What the supervisor asked of this zygote: `fd isolated scratch` on the command line, then the seccomp filter."""

    def __init__(self, argv):
        self.control_fd = int(argv[1])
        self.isolated = argv[2] == "1"
        self.scratch = argv[3].encode()
        self.filter = b""


def grow_stack_and_restart():
    """The main thread's room to recurse is laid out at exec: raise the limit and start over, once."""
    soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
    wanted = MAIN_STACK_BYTES if hard == resource.RLIM_INFINITY else min(MAIN_STACK_BYTES, hard)
    if soft == wanted:
        return
    resource.setrlimit(resource.RLIMIT_STACK, (wanted, hard))
    posix.execv(sys.executable, [sys.executable, "-s", *sys.argv])


def keep_thread_stacks_small():
    """The stack limit is also the default size of a thread's stack: threads would not fit in the memory limit."""
    attributes = ctypes.create_string_buffer(256)
    try:
        _libc.pthread_attr_init(attributes)
        _libc.pthread_attr_setstacksize(attributes, ctypes.c_size_t(THREAD_STACK_BYTES))
        _libc.pthread_setattr_default_np(attributes)
    except AttributeError:
        pass  # a C library without it: threads get large, mostly untouched stacks


def give_up_privileges():
    """For this process and all it will ever start: nothing executed may gain rights, no capability may return."""
    _check(_libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")
    for capability in range(64):
        if _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:
            break  # past the last capability that this kernel knows


def hide_own_modules():
    for name in set(sys.modules) - _BASELINE - {"__main__"}:
        del sys.modules[name]
    sys.argv[:] = ["program.py"]
    sys.path[:] = [entry for entry in sys.path if entry and not entry.startswith("/ecode")]


def start_init(isolated):
    """Fork, into new PID, mount and IPC namespaces where isolated; 0 in the child."""
    if not isolated:
        return posix.fork()
    flags = CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWIPC | _signal.SIGCHLD
    return _check(_libc.syscall(_numbers["clone"], flags, 0, 0, 0, 0), "clone")


def serve(options):
    control = _socket.socket(fileno=options.control_fd)
    options.filter, _ = _receive(control)
    if options.isolated:
        give_up_privileges()
        _check(_libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "dumpable")
    keep_thread_stacks_small()
    open_standard_streams()
    _signal.signal(_signal.SIGCHLD, _signal.SIG_IGN)  # session inits are reaped by the kernel
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)  # Ctrl-C is the supervisor's business
    hide_own_modules()
    gc.collect()
    gc.freeze()
    control.send(b"ready %d.%d.%d" % sys.version_info[:3])
    while True:
        request, fds = _receive(control)
        if not request:
            posix._exit(0)
        try:
            pid = start_init(options.isolated)
        except OSError as error:
            _socket.socket(fileno=fds[0]).send(b"fault %s" % str(error).encode())
            posix.close(fds[1])
            continue
        if pid == 0:
            control.detach()
            posix.close(options.control_fd)
            run_session(options, request, *fds)
        for fd in fds:
            posix.close(fd)


# -- a session: all tests of one program ------------------------------------------------------------------------------


class Session:
    """State of a session's init process. `child` is the pid of the running program, 0 between tests."""

    def __init__(self, options, sock, memory_bytes):
        self.options = options
        self.sock = sock
        self.memory_bytes = memory_bytes
        self.child = 0
        self.stopped = ""
        self.own_pidfd = -1
        self.cpu_limit_ns = self.wall_deadline_ns = 0
        self.hand_read, self.hand_write = posix.pipe2(posix.O_CLOEXEC | posix.O_NONBLOCK)


def run_session(options, request, sock_fd, code_fd):
    """Never returns. Compiles the program once, then runs it for every request until the supervisor hangs up."""
    sock = _socket.socket(fileno=sock_fd)
    try:
        memory_bytes, nofile, preload = int(request.split()[1]), 64, request.split()[2:]
        session = Session(options, sock, memory_bytes)
        _signal.signal(_signal.SIGCHLD, _signal.SIG_DFL)
        _signal.signal(_signal.SIGALRM, lambda *_: on_alarm(session))
        if options.isolated:
            _check(_libc.mount(None, b"/", None, MS_REC | MS_PRIVATE, None), "private mounts")
            session.own_pidfd = _check(_libc.syscall(_numbers["pidfd_open"], posix.getpid(), 0), "pidfd_open")
        preload_modules(preload)
        resource.setrlimit(resource.RLIMIT_NOFILE, (nofile, nofile))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (base_bytes() + memory_bytes,) * 2)
        code = compile_program(session, code_fd)
        while True:
            request, fds = _receive(sock)
            if not request:
                posix._exit(0)
            sock.send(run_test(session, code, request, fds))
    except BaseException as error:
        try:
            sock.send(("fault %s: %s" % (type(error).__name__, error)).encode()[:500])
        except OSError:
            pass
    posix._exit(1)


def preload_modules(names):
    """Warm runs: import what the program will import, from the interpreter's own site only (never program code)."""
    for name in names:
        try:
            __import__(name.decode())
        except BaseException:
            pass  # the program will meet the same error, and be judged for it
    gc.collect()
    gc.freeze()


def base_bytes():
    """Address space already mapped by the interpreter, which the program's limit comes on top of."""
    try:
        with io.open("/proc/self/statm", "rb") as statm:
            return int(statm.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 64 << 20  # no /proc in the sandbox: an interpreter with preloaded numpy maps less outside its libraries


def compile_program(session, code_fd):
    size = posix.fstat(code_fd).st_size
    source = posix.pread(code_fd, size, 0)
    posix.close(code_fd)
    try:
        code = compile(source, "program.py", "exec", 0, True)
    except BaseException as error:
        text = "%s: %s" % (type(error).__name__, error)
        session.sock.send(b"compile_error " + text.encode("utf-8", "replace")[:2000])
        posix._exit(0)
    session.sock.send(b"compiled")
    return code


def mount_scratch(session):
    """A fresh, empty scratch folder: no file, number or time in it tells what an earlier run did.

    Always, however clean the last run left it: reading the folder moves its access time, and a file that never had a
    name (O_TMPFILE) moves the inode numbers, and either would carry an answer to the next run."""
    scratch = session.options.scratch
    _libc.umount2(scratch, MNT_DETACH)
    flags = MS_NOSUID | MS_NODEV | MS_NOATIME
    _check(_libc.mount(b"tmpfs", scratch, b"tmpfs", flags, SCRATCH_OPTIONS), "scratch folder")


def fork_program(session):
    """Fork, into a PID namespace of its own where isolated: the numbers of processes and threads start over, and
    could otherwise be counted up by one run and read by the next."""
    if not session.options.isolated:
        return posix.fork()
    _check(_libc.unshare(CLONE_NEWPID), "unshare")
    pid = posix.fork()
    if pid:
        _check(_libc.setns(session.own_pidfd, CLONE_NEWPID), "setns")  # unshare works only from our own
    return pid


def run_test(session, code, request, fds):
    """Fork, wait, report: `status code cpu_us mark_ns wall_ns maxrss_kb`."""
    cpu_ns, wall_ns, output_bytes = map(int, request.split())
    if session.options.isolated:
        mount_scratch(session)
    session.stopped = ""
    session.cpu_limit_ns = cpu_ns
    session.wall_deadline_ns = time.monotonic_ns() + wall_ns
    pid = fork_program(session)
    if pid == 0:
        run_program(session, code, fds, cpu_ns, output_bytes)
    session.child = pid
    for fd in fds:
        posix.close(fd)
    _signal.setitimer(_signal.ITIMER_REAL, min(cpu_ns, wall_ns) / 1e9)
    _pid, status, usage = posix.wait4(pid, 0)
    ended_ns = time.monotonic_ns()
    session.child = 0
    _signal.setitimer(_signal.ITIMER_REAL, 0)
    return report(session, status, usage, ended_ns)


def report(session, status, usage, ended_ns):
    try:
        mark_ns, started_ns = map(int, posix.read(session.hand_read, 64).split())
    except (BlockingIOError, ValueError):
        detail = session.stopped or "status %d" % status
        return b"fault the program's process ended before its first line ran (%s)" % detail.encode()
    signaled = posix.WIFSIGNALED(status)
    code = posix.WTERMSIG(status) if signaled else posix.WEXITSTATUS(status)
    word = session.stopped or ("signaled" if signaled else "exited")
    cpu_us = round((usage.ru_utime + usage.ru_stime) * 1e6)
    numbers = (code, cpu_us, mark_ns, ended_ns - started_ns, usage.ru_maxrss)
    return b"%s %d %d %d %d %d" % (word.encode(), *numbers)


def on_alarm(session):
    """Kill the program if it used up its CPU or wall time; otherwise look again when it next could have."""
    pid = session.child
    if not pid:
        return
    try:
        used_ns = time.clock_gettime_ns((~pid << 3) | 2)  # the process's CPU clock, see clock_getcpuclockid(3)
    except OSError:
        used_ns = 0
    cpu_left_ns = session.cpu_limit_ns - used_ns
    wall_left_ns = session.wall_deadline_ns - time.monotonic_ns()
    if cpu_left_ns <= 0 or wall_left_ns <= 0:
        session.stopped = "cpu_limit" if cpu_left_ns <= 0 else "wall_limit"
        posix.kill(pid, _signal.SIGKILL)
        return
    _signal.setitimer(_signal.ITIMER_REAL, max(min(cpu_left_ns, wall_left_ns), 2_000_000) / 1e9)


# -- the program's own process ----------------------------------------------------------------------------------------


def run_program(session, code, fds, cpu_ns, output_bytes):
    """Never returns. Everything before the handshake is ours, everything after it the program's."""
    try:
        confine(session, fds, cpu_ns, output_bytes)
        module = fresh_main()
        _signal.signal(_signal.SIGALRM, _signal.SIG_DFL)
        _signal.signal(_signal.SIGINT, _signal.default_int_handler)
        sys.setrecursionlimit(1000 + 8)  # our own frames below the program's first
        if session.options.isolated:
            drop_rights(session.options.filter)
    except BaseException as error:
        posix.write(2, ("sandbox: %s: %s\n" % (type(error).__name__, error)).encode())
        posix._exit(70)
    mark = b"%d %d" % (time.thread_time_ns(), time.monotonic_ns())
    posix.write(session.hand_write, mark)
    posix.close(session.hand_write)
    posix._exit(call(code, module.__dict__))


def confine(session, fds, cpu_ns, output_bytes):
    for target, fd in enumerate(fds):
        posix.dup2(fd, target)
    posix.closerange(3, session.hand_write)
    posix.closerange(session.hand_write + 1, 64)
    posix.chdir(session.options.scratch)
    cpu_s = cpu_ns // 1_000_000_000 + 3  # only a second line of defence: init's alarm comes first
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s))
    resource.setrlimit(resource.RLIMIT_FSIZE, (output_bytes, output_bytes))
    if session.options.isolated:
        _check(_libc.fcntl(0, F_SETFL, posix.O_NOATIME), "noatime")  # runs on one input share its access time
        resource.setrlimit(resource.RLIMIT_NPROC, (64, 64))


def drop_rights(seccomp_filter):
    header = ctypes.create_string_buffer(b"\x22\x05\x08\x20\x00\x00\x00\x00", 8)  # _LINUX_CAPABILITY_VERSION_3
    _check(_libc.syscall(_numbers["capset"], header, ctypes.create_string_buffer(24)), "capset")
    instructions = ctypes.create_string_buffer(seccomp_filter, len(seccomp_filter))
    address = ctypes.addressof(instructions).to_bytes(8, sys.byteorder)
    length = (len(seccomp_filter) // 8).to_bytes(8, sys.byteorder)
    _check(_libc.syscall(_numbers["seccomp"], 1, 0, ctypes.create_string_buffer(length + address, 16)), "seccomp")


def fresh_main():
    module = type(sys)("__main__")
    module.__dict__.update(__builtins__=builtins, __file__="program.py", __annotations__={})
    sys.modules["__main__"] = module
    return module


def open_standard_streams():
    """As the interpreter itself makes them for files and a UTF-8 locale.

    Made once, on /dev/null: a run puts its own files under the descriptors 0, 1 and 2, which look the same to them
    (seekable, at position 0, blocks of 4,096 bytes)."""
    null = posix.open("/dev/null", posix.O_RDWR)
    for fd in range(3):
        posix.dup2(null, fd)
    posix.close(null)
    sys.stdin = sys.__stdin__ = _stream(0, "r", "strict", "<stdin>")
    sys.stdout = sys.__stdout__ = _stream(1, "w", "strict", "<stdout>")
    sys.stderr = sys.__stderr__ = _stream(2, "w", "backslashreplace", "<stderr>")
    sys.stderr.reconfigure(line_buffering=True)


def _stream(fd, mode, errors, name):
    stream = io.open(fd, mode, encoding="utf-8", errors=errors, closefd=False)
    stream.buffer.raw.name = name
    return stream


def call(code, namespace):
    """Run the program as `python program.py` would, and return the exit status that it would have."""
    status = 0
    try:
        exec(code, namespace)
    except SystemExit as error:
        status = exit_status(error.code)
    except BaseException:
        status = 1
        kind, error, trace = sys.exc_info()
        error.__traceback__ = trace.tb_next  # our own frame is none of the program's business
        sys.excepthook(kind, error, error.__traceback__)
    try:
        if "threading" in sys.modules:
            sys.modules["threading"]._shutdown()
        if "atexit" in sys.modules:
            sys.modules["atexit"]._run_exitfuncs()
    except BaseException:
        status = 1
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except ValueError:
            pass  # the program closed it itself
        except BaseException:
            status = 120  # what CPython exits with when its last flush fails
    return status


def exit_status(code):
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    sys.stderr.write("%s\n" % (code,))
    return 1


if __name__ == "__main__":
    grow_stack_and_restart()
    serve(Options(sys.argv))
