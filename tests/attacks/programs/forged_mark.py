"""No program can change its start mark: this one appends digits to whatever was written to any descriptor."""
import os

for fd in range(3, 64):
    try:
        os.write(fd, b"999999")
        print("ESCAPED wrote to", fd)
    except OSError:
        pass
print("HELD if nothing above")
