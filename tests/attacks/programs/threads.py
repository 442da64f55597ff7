"""A program cannot start threads without end; this one stops at 100."""
import threading

gate = threading.Event()
threads = []
try:
    for _ in range(100):
        thread = threading.Thread(target=gate.wait, daemon=True)
        thread.start()
        threads.append(thread)
except (RuntimeError, MemoryError):
    pass
count = len(threads)
print("ESCAPED" if count == 100 else "HELD", count, "threads")
gate.set()
