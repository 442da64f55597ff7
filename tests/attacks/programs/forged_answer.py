"""No program can write the judge's answer for it: this one claims to have taken no time and to have ended well."""
import os
import time

end = time.thread_time() + 0.1
while time.thread_time() < end:
    pass
for fd in range(3, 64):
    try:
        os.write(fd, b"exited 0 0 0 0 1")
        print("ESCAPED wrote to", fd)
    except OSError:
        pass
print("HELD if nothing above", flush=True)
os._exit(3)
