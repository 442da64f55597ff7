"""What machine this is, and whether it is quiet enough to time on. Measurements of different machines never mix."""

from __future__ import annotations

import os
import platform
import time
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Machine:
    """The fingerprint that is stamped on every measurement."""

    cpu: str
    cores: int
    memory_bytes: int
    kernel: str
    python: str

    def as_dict(self) -> dict[str, object]:
        return asdict(self)

    def __str__(self) -> str:
        return f"{self.cpu}, {self.cores} cores, {self.memory_bytes / 2**30:.0f} GiB, Linux {self.kernel}"


def fingerprint(python: str = platform.python_version()) -> Machine:
    """This machine; `python` is the version of the interpreter that runs the programs."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return Machine(_cpu_name(), len(os.sched_getaffinity(0)), memory, platform.release(), python)


def _cpu_name() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.lower().startswith(("model name", "hardware", "cpu part")):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.machine()


def noise_warnings() -> list[str]:
    """What on this machine makes timings wide, each with what to do about it; empty on a quiet one."""
    warnings = []
    load, cores = os.getloadavg()[0], len(os.sched_getaffinity(0))
    if load > 0.75 * cores:
        warnings.append(f"{load:.1f} processes compete for {cores} cores: wait until the machine is idle.")
    try:
        governor = Path("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor").read_text().strip()
    except OSError:
        governor = "performance"
    if governor != "performance":
        warnings.append(f"The CPU governor is {governor}: `sudo cpupower frequency-set -g performance` steadies it.")
    spread = spin_spread()
    if spread > 0.10:
        warnings.append(f"Equal work took CPU times {spread:.0%} apart just now: expect wide intervals.")
    return warnings


def spin_spread(rounds: int = 15) -> float:
    """(median - fastest) / fastest of the CPU time of a fixed piece of work of about 3 ms."""
    times = []
    for _ in range(rounds):
        start = time.process_time_ns()
        sum(range(200_000))
        times.append(time.process_time_ns() - start)
    times.sort()
    return (times[len(times) // 2] - times[0]) / times[0]
