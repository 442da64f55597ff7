"""An expected output is nowhere near the program: not in its memory, files, descriptors, environment or frames.

Line 1 holds the word to look for, each byte plus one, so that looking does not put it there."""
import ctypes
import gc
import os
import sys

line = sys.stdin.buffer.readline().strip()
half, other = bytes(byte - 1 for byte in line[:8]), bytes(byte - 1 for byte in line[8:])
libc = ctypes.CDLL(None, use_errno=True)
source, target = os.pipe()


def in_memory():
    """Every page within reach of things we know the address of: the kernel says which are there (EFAULT if not)."""
    known = [id(sys.modules), id(object()), id(os), id(sys._getframe()), ctypes.addressof(ctypes.c_int.in_dll(libc, "environ"))]
    known += [ctypes.c_void_p.in_dll(libc, name).value for name in ("__curbrk", "environ")]
    mine, seen = {id(half), id(other)}, set()
    for near in known:
        for page in range((near - (48 << 20)) & ~0xFFF, near + (48 << 20), 4096):
            if page in seen:
                continue
            seen.add(page)
            if libc.write(target, ctypes.c_void_p(page), ctypes.c_size_t(4096)) != 4096:
                continue
            content = os.read(source, 4096)
            place = content.find(half)
            while place >= 0:
                if content[place + 8 : place + 8 + len(other)] == other:
                    return hex(page + place)
                place = content.find(half, place + 1)
    return None


def in_files():
    for folder, folders, files in os.walk("/", followlinks=False):
        if folder == "/":
            folders[:] = [name for name in folders if name in ("tmp", "dev", "etc", "ecode", "proc", "run", "home", "var")]
        if folder == "/dev":
            folders[:], files = [], []
        for name in files:
            try:
                with open(os.path.join(folder, name), "rb") as file:
                    content = file.read(1 << 20)
            except OSError:
                continue
            if half + other in content:
                return os.path.join(folder, name)
    return None


def in_descriptors():
    for fd in range(3, 1024):
        try:
            if half in os.pread(fd, 1 << 20, 0):
                return fd
        except OSError:
            continue
    return None


def in_objects():
    frame = sys._getframe()
    while frame:
        for value in frame.f_locals.values():
            if isinstance(value, bytes) and len(value) > 9 and value.startswith(half):
                return frame.f_code.co_name
        frame = frame.f_back
    for thing in gc.get_objects():
        if isinstance(thing, (list, tuple)) and any(isinstance(x, bytes) and x.startswith(half) and len(x) > 8 for x in thing):
            return type(thing).__name__
    return None


def in_environment():
    return next((name for name, value in os.environb.items() if half + other in value), None)


for place in (in_memory, in_objects, in_descriptors, in_files, in_environment):  # the last ones put it together
    found = place()
    if found:
        print("ESCAPED", place.__name__, found)
print("HELD if nothing above")
