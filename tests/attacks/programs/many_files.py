"""The scratch folder holds neither more than 16 MB nor more than 1,024 files."""
import os

count = 0
try:
    while count < 3000:
        os.close(os.open(f"{count}", os.O_CREAT | os.O_WRONLY))
        count += 1
except OSError:
    pass
print("ESCAPED" if count > 1024 else "HELD", "files")
for number in range(count):
    os.unlink(f"{number}")
size = 0
try:
    for number in range(40):
        with open(f"{number}", "wb", buffering=0) as file:
            size += file.write(b"x" * (1 << 20))
except OSError:
    pass
print("ESCAPED" if size > 16 << 20 else "HELD", "bytes")
