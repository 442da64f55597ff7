"""No file of this machine can be read beyond the system's own: homes, /proc, /sys, accounts, the folder in line 1."""
import os
import sys

secret = sys.stdin.readline().strip()


def attempt(name, action):
    try:
        found = action()
    except (OSError, KeyError):
        return
    if found:
        print("ESCAPED", name, str(found)[:80])


def read(path):
    with open(path, "rb") as file:
        return file.read(200)


def accounts():
    with open("/etc/passwd") as file:
        return [line for line in file if line.split(":")[2] not in ("1000", "65534", "0")]


for path in ["/home", "/proc", "/sys", "/run", "/var/log", "/var/lib", "/boot", "/mnt", "/srv", "/opt", "/tmp", "/dev/shm", secret]:
    attempt(f"list {path}", lambda: os.listdir(path) if not sys.prefix.startswith(path) else None)
for path in ["/etc/shadow", "/etc/hostname", "/etc/hosts", "/etc/machine-id", "/etc/ssh/sshd_config", "/etc/fstab",
             "/proc/self/environ", "/proc/self/maps", "/proc/1/cmdline", "/proc/mounts", "/proc/self/fd/0",
             "/sys/kernel/notes", "/dev/mem", "/dev/sda", "/dev/vda", "/dev/kmsg", "/dev/tty", "/dev/fuse",
             os.path.join(secret, "secret.txt"), os.path.join("/scratch/../", secret.lstrip("/"), "secret.txt")]:
    attempt(f"read {path}", lambda: read(path))
attempt("accounts", accounts)
attempt("environment", lambda: [name for name in os.environ if name.startswith(("ECODE", "SECRET", "SSH", "USER"))])
attempt("host name", lambda: os.uname().nodename != "sandbox")
print("HELD if nothing above")
