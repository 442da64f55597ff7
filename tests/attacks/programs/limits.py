"""A program cannot raise its own limits."""
import ctypes
import resource

libc = ctypes.CDLL(None, use_errno=True)
for name in ["AS", "CPU", "FSIZE", "NPROC", "NOFILE", "CORE"]:
    which = getattr(resource, "RLIMIT_" + name)
    soft, hard = resource.getrlimit(which)
    if hard == resource.RLIM_INFINITY:
        print("ESCAPED", name, "is unlimited")
    try:
        resource.setrlimit(which, (hard + 1, hard + 1))
    except (OSError, ValueError):
        continue
    print("ESCAPED raised", name)
print("HELD if nothing above")
