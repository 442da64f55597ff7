"""Find the counters of a program with nested loops."""

from ecode.corpus.kernel import Ints, Kernel, Lines

KERNEL = Kernel(
    title="Counters in nested loops",
    statement="The lines of $t$ are a program with the counters 'a', 'b', 'c' and 'd', which are 0 at first. The line 'add' adds an amount (which may be negative) to a counter; the lines from 'repeat' with a number $n$ to the matching 'end' are done $n$ times in a row. Every 'repeat' has its 'end', and a 'repeat' inside another one ends inside it.",
    inputs=(Lines("t", "add COUNTER AMOUNT, repeat N or end"),),
    output=Ints("counters", -(10**12), 10**12),
    output_text="the final values of 'a', 'b', 'c' and 'd'",
    tags=("simulation", "stack", "parsing"),
    difficulty=1400,
    sizes=(6, 20, 75),
)


def generate(rng, size):
    most = rng.choice([2, 3, 5]) if size < 50 else rng.choice([4, 5])
    lines = []
    open_loops = 0
    work = 1
    factors = []
    while len(lines) + open_loops < size:
        x = rng.random()
        if x < 0.35 and len(lines) + open_loops + 3 <= size and work < (40 if size < 50 else 500):
            n = 0 if rng.random() < 0.05 else rng.randint(1, most)
            lines.append(f"repeat {n}")
            factors.append(max(1, n))
            work *= max(1, n)
            open_loops += 1
        elif x < 0.5 and open_loops and not lines[-1].startswith("repeat"):
            lines.append("end")
            work //= factors.pop()
            open_loops -= 1
        else:
            lines.append(f"add {rng.choice('abcd')} {rng.choice([1, rng.randint(-9, 99)])}")
    return (lines + ["end"] * open_loops,)


def run_line_by_line(t):
    value = {"a": 0, "b": 0, "c": 0, "d": 0}
    loops = []
    line = 0
    while line < len(t):
        words = t[line].split()
        if words[0] == "add":
            value[words[1]] += int(words[2])
        elif words[0] == "repeat":
            if int(words[1]) == 0:
                # skip to the matching end
                depth = 1
                while depth > 0:
                    line += 1
                    if t[line] == "end":
                        depth -= 1
                    elif t[line].startswith("repeat"):
                        depth += 1
            else:
                loops.append([line, int(words[1]) - 1])
        else:
            if loops[-1][1] > 0:
                loops[-1][1] -= 1
                line = loops[-1][0]
            else:
                loops.pop()
        line += 1
    return [value["a"], value["b"], value["c"], value["d"]]


def unroll_into_one_list(program):
    stack = [[]]
    times = []
    for line in program:
        if line == "end":
            body = stack.pop()
            n = times.pop()
            for _ in range(n):
                for step in body:
                    stack[-1].append(step)
        elif line[0] == "r":
            times.append(int(line.split()[1]))
            stack.append([])
        else:
            stack[-1].append(line)
    totals = [0, 0, 0, 0]
    for step in stack[0]:
        _, name, amount = step.split()
        totals["abcd".index(name)] += int(amount)
    return totals


def factor_of_open_loops(t):
    factor = [1]
    result = [0] * 4
    for line in t:
        parts = line.split()
        if parts[0] == "repeat":
            factor.append(factor[-1] * int(parts[1]))
        elif parts[0] == "end":
            factor.pop()
        else:
            result[ord(parts[1]) - 97] += factor[-1] * int(parts[2])
    return result


def sums_of_loop_bodies(lines):
    # each open loop carries its number and the sums of one turn
    open_loops = [[1, {"a": 0, "b": 0, "c": 0, "d": 0}]]
    for line in lines:
        if line.startswith("repeat"):
            open_loops.append([int(line[7:]), dict.fromkeys("abcd", 0)])
        elif line.startswith("add"):
            _, name, amount = line.split(" ")
            open_loops[-1][1][name] += int(amount)
        else:
            n, sums = open_loops.pop()
            outer = open_loops[-1][1]
            for name in sums:
                outer[name] += n * sums[name]
    return list(open_loops[0][1].values())


WAYS = ((run_line_by_line, unroll_into_one_list), (factor_of_open_loops, sums_of_loop_bodies))
