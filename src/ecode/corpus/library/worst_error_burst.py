"""Find the time window of a log with the most errors."""

from ecode.corpus.kernel import Int, Ints, Kernel, Lines

KERNEL = Kernel(
    title="Worst burst of errors",
    statement="Each line of $t$ is a log entry with a second and a level (INFO, WARN or ERROR); the seconds never decrease. Consider the windows of $d$ seconds $x, x+1, ..., x+d-1$ that begin at the second $x$ of an ERROR entry, and choose the one with the most ERROR entries, the earliest among equals.",
    inputs=(Lines("t", "SECOND LEVEL"), Int("d", 1, 10**5)),
    output=Ints("window", -1),
    output_text="the second at which this window begins and its number of ERROR entries, or -1 and 0 if there is no such entry",
    tags=("text", "two pointers", "records"),
    difficulty=1200,
    sizes=(6, 40, 420),
)


def generate(rng, size):
    share = rng.choice([0, 0.3, 0.6, 1]) if size < 100 else rng.choice([0.6, 0.9, 1])
    second = rng.randint(0, 100)
    lines = []
    for _ in range(size):
        level = "ERROR" if rng.random() < share else rng.choice(["INFO", "WARN"])
        lines.append(f"{second} {level}")
        second += rng.choice([0, 1, 1, rng.randint(1, 12)])
    return lines, rng.choice([1, 5, rng.randint(1, 4 * size)])


def parse_again_for_each_start(t, d):
    window = [-1, 0]
    for line in t:
        if line.split()[1] != "ERROR":
            continue
        x = int(line.split()[0])
        errors = 0
        for other in t:
            parts = other.split()
            if parts[1] == "ERROR" and x <= int(parts[0]) < x + d:
                errors += 1
        if errors > window[1]:
            window = [x, errors]
    return window


def compare_all_times(log, length):
    times = [int(entry[:-6]) for entry in log if entry.endswith("ERROR")]
    best_start, best_count = -1, 0
    for a in times:
        inside = sum(1 for b in times if a <= b <= a + length - 1)
        if inside > best_count:
            best_start, best_count = a, inside
    return [best_start, best_count]


def window_with_two_ends(t, d):
    times = []
    for line in t:
        second, level = line.split()
        if level == "ERROR":
            times.append(int(second))
    result = [-1, 0]
    end = 0
    for i, x in enumerate(times):
        while end < len(times) and times[end] < x + d:
            end += 1
        if end - i > result[1]:
            result = [x, end - i]
    return result


def queue_of_recent_errors(t, d):
    from collections import deque

    recent = deque()
    best, start = 0, -1
    for line in t:
        if "ERROR" in line:
            now = int(line.split()[0])
            recent.append(now)
            while recent[0] <= now - d:
                recent.popleft()
            if len(recent) > best:
                best, start = len(recent), recent[0]
    return [start, best]


def bisect_the_end(t, d):
    from bisect import bisect_left

    errors = [int(line.partition(" ")[0]) for line in t if line[-1] == "R"]
    counts = [bisect_left(errors, x + d) - i for i, x in enumerate(errors)]
    most = max(counts, default=0)
    return [errors[counts.index(most)], most] if errors else [-1, 0]


WAYS = (parse_again_for_each_start, compare_all_times, (window_with_two_ends, queue_of_recent_errors, bisect_the_end))
