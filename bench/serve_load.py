"""Many jobs at once through `ecode serve`: jobs per second, jobs lost, the server's memory before and after.

python bench/serve_load.py [--jobs 100] [--clients 100] [--rounds 3]     judge jobs, round after round
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

PROGRAM = "n = int(input())\nprint(sum(i * i % 7 for i in range(n)))\n"
TESTS = [{"input": f"{n}\n", "output": f"{sum(i * i % 7 for i in range(n))}\n"} for n in (3, 1000, 20_000)]
FILLER = "#" * 20_000
"""Makes a request heavy enough for a leak of requests to show in the memory."""


def call(method: str, url: str, body: object = None) -> Any:
    """The answer's JSON; waits as long as it is told to where the queue is full."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
    while True:
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code != 429:
                raise
            time.sleep(float(error.headers["Retry-After"]))


def run_one(address: str, number: int) -> str:
    """Submit one job and follow it; how it ended."""
    body = {"program": f"{PROGRAM}# {number}\n{FILLER}\n", "tests": TESTS}
    job = call("POST", f"{address}v1/judge", body)
    while job["state"] in ("queued", "running"):
        time.sleep(0.2)
        job = call("GET", f"{address}v1/jobs/{job['id']}")
    return job["result"]["verdict"] if job["state"] == "done" else f"{job['state']}: {job['error']}"


def resident_mb(pid: int) -> float:
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def measure(address: str, pid: int, jobs: int, clients: int, rounds: int) -> int:
    """Print a line for each round; how many jobs did not end as they should."""
    failures = 0
    print(f"{'round':>5}  {'jobs/s':>7}  {'failures':>8}  {'RSS MB':>7}")
    print(f"{'start':>5}  {'':>7}  {'':>8}  {resident_mb(pid):7.1f}")
    for number in range(1, rounds + 1):
        started = time.perf_counter()
        with ThreadPoolExecutor(clients) as pool:
            ends = Counter(pool.map(lambda job: run_one(address, job), range(jobs)))
        seconds = time.perf_counter() - started
        lost = jobs - ends["AC"]
        failures += lost
        print(f"{number:>5}  {jobs / seconds:7.1f}  {lost:>8}  {resident_mb(pid):7.1f}", flush=True)
        if lost:
            print(f"       {dict(ends)}")
    return failures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=100, help="at once, in each round")
    parser.add_argument("--clients", type=int, default=100, help="threads that submit and follow jobs")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    command = [sys.executable, "-m", "ecode", "serve", "--port", "0", "--model", "none"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            line = next(line for line in server.stderr if "answers at" in line)
            address = line.split(" at ")[1].split()[0]
            failures = measure(address, server.pid, args.jobs, args.clients, args.rounds)
        finally:
            started = time.perf_counter()
            server.terminate()
            server.wait(30)
        print(f"ended in {time.perf_counter() - started:.1f} s with exit code {server.returncode}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
