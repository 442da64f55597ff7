"""A program has no rights, and cannot get any back."""
import ctypes
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
CAPGET, CAPSET = {"x86_64": (125, 126)}.get(platform.machine(), (90, 91))
CLONE_NEWUSER, PR_CAPBSET_READ, CAP_SYS_ADMIN = 0x10000000, 23, 21
header = ctypes.create_string_buffer(b"\x22\x05\x08\x20\x00\x00\x00\x00", 8)


def attempt(name, result):
    if result == 0:
        print("ESCAPED", name, flush=True)


rights = ctypes.create_string_buffer(24)
if libc.syscall(CAPGET, header, rights) == 0 and any(rights.raw):
    print("ESCAPED holds", rights.raw.hex())
attempt("capset", libc.syscall(CAPSET, header, ctypes.create_string_buffer(b"\xff" * 24, 24)))
attempt("capset of one", libc.syscall(CAPSET, header, ctypes.create_string_buffer(b"\0\0\x20\0" * 2 + bytes(16), 24)))
attempt("bounding set", 0 if libc.prctl(PR_CAPBSET_READ, CAP_SYS_ADMIN, 0, 0, 0) == 1 else -1)
attempt("setuid 0", libc.setuid(0))
attempt("setgid 0", libc.setgid(0))
attempt("setgroups", libc.setgroups(0, None))
attempt("mount", libc.mount(b"tmpfs", b"/scratch", b"tmpfs", 0, None))
attempt("mount proc", libc.mount(b"proc", b"/scratch", b"proc", 0, None))
attempt("umount", libc.umount2(b"/scratch", 2))
attempt("chroot", libc.chroot(b"/usr"))
attempt("host name", libc.sethostname(b"mine", 4))
attempt("user namespace", libc.unshare(CLONE_NEWUSER))
attempt("mount in a user namespace", libc.mount(b"tmpfs", b"/scratch", b"tmpfs", 0, None))
if os.geteuid() == 0:
    print("ESCAPED is root")
print("HELD if nothing above")
