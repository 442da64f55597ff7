"""Nothing outside of the scratch folder can be written: no system folder, no device folder, not the interpreter's."""
import os
import sys

FOLDERS = ["/", "/usr", "/usr/bin", "/usr/lib", "/bin", "/lib", "/etc", "/dev", "/dev/shm", "/ecode", "/var", "/run",
           "/home", "/proc", "/sys", "/scratch/..", sys.prefix, os.path.dirname(os.__file__), *sys.argv[1:]]
FOLDERS += sys.stdin.read().split()


def attempt(name, action):
    try:
        action()
    except OSError:
        return
    print("ESCAPED", name)


for folder in FOLDERS:
    path = os.path.join(folder, "left-by-a-hostile-program")
    attempt(f"create in {folder}", lambda: os.close(os.open(path, os.O_CREAT | os.O_WRONLY)))
    attempt(f"nameless file in {folder}", lambda: os.close(os.open(folder, os.O_TMPFILE | os.O_RDWR)))
    attempt(f"folder in {folder}", lambda: os.mkdir(path + ".d"))
for path in ["/etc/passwd", "/etc/ld.so.cache", "/ecode/zygote.py", os.__file__, sys.executable]:
    attempt(f"write {path}", lambda: os.close(os.open(path, os.O_WRONLY)))
    attempt(f"remove {path}", lambda: os.unlink(path))
    attempt(f"rename {path}", lambda: os.rename(path, path + ".old"))
print("HELD if nothing above")
