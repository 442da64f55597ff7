"""A program cannot write more than its output limit, to any of its files (line 1), or make them longer (line 2: size)."""
import os
import sys

how, size = input().split()
size = int(size)
block = b"x" * 65536


def stdout():
    flood(1)


def stderr():
    flood(2)


def flood(fd):
    written = 0
    while written < size:
        written += os.write(fd, block)


def truncate():
    os.ftruncate(1, size)


def seek():
    os.pwrite(1, b"x", size)


def mapped():
    import mmap

    os.ftruncate(1, size)
    mmap.mmap(1, size)[size - 1] = 1


def scratch():
    with open("big", "wb", buffering=0) as file:
        written = 0
        while written < size:
            written += file.write(block)


try:
    globals()[how]()
except OSError as error:
    print("HELD", error.errno, file=sys.stderr)
else:
    print("ESCAPED", file=sys.stderr)
