"""No system call can be made through another ABI, whose numbers the filter does not know (line 1: x32 or int80)."""
import ctypes
import mmap

libc = ctypes.CDLL(None, use_errno=True)


def x32():
    result = libc.syscall(0x40000000 | 39)  # getpid
    print("ESCAPED", result, ctypes.get_errno())


def int80():
    code = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"  # mov eax, 20 (getpid); int 0x80; ret
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    call = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
    print("ESCAPED", call())


globals()[input()]()
