import os, sys
from io import BytesIO, IOBase

class FastIO(IOBase):
    def __init__(self, file):
        self._fd = file.fileno()
        self.buffer = BytesIO()
        self.writable = "x" in file.mode or "r" not in file.mode
    def flush(self):
        os.write(self._fd, self.buffer.getvalue())
        self.buffer.truncate(0), self.buffer.seek(0)

out = FastIO(sys.stdout)
data = os.read(0, os.fstat(0).st_size).split()
out.buffer.write(str(sum(map(int, data[1:]))).encode() + b"\n")
out.flush()
