"""A program has the descriptors 0, 1 and 2 and no others, whatever it asks."""
import os

for fd in range(3, 4096):
    try:
        print("ESCAPED", fd, os.fstat(fd))
    except OSError:
        continue
if os.dup(0) != 3:
    print("ESCAPED: 3 was taken")
print("HELD if nothing above")
