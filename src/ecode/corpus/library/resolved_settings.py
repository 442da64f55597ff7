"""Resolve settings that refer to other settings."""

from ecode.corpus.kernel import Ints, Kernel, Lines

KERNEL = Kernel(
    title="Resolved settings",
    statement="Each line of $t$ defines a setting, each name once: after the name stands either a number or the name of another setting, whose value it takes. References may form circles or lead to names that are not defined; such settings have the value -1. Find the values of all settings in the order of the lines.",
    inputs=(Lines("t", "NAME NUMBER or NAME NAME"),),
    output=Ints("values", -1),
    output_text="the value of each setting",
    tags=("records", "hashing", "graphs"),
    difficulty=1300,
    sizes=(5, 25, 85),
)


def generate(rng, size):
    names = set()
    while len(names) < size:
        names.add("".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(2, 4))))
    names = sorted(names)
    rng.shuffle(names)
    reach = rng.choice([1, 4, size]) if size < 80 else rng.choice([1, 2, 4])
    lines = []
    for i, name in enumerate(names):
        x = rng.random()
        if i == 0 or x < 1.5 / size:
            lines.append(f"{name} {rng.randint(0, 999)}")
        elif x < 2 / size:
            lines.append(name + " " + rng.choice(names + ["nil"]))
        else:
            lines.append(name + " " + names[rng.randint(max(0, i - reach), i - 1)])
    rng.shuffle(lines)
    return (lines,)


def follow_through_the_lines(t):
    values = []
    for line in t:
        target = line.split()[1]
        steps = 0
        while not target.isdigit() and steps <= len(t):
            following = "-1"
            for other in t:
                if other.split()[0] == target:
                    following = other.split()[1]
            if following == "-1":
                break
            target = following
            steps += 1
        values.append(int(target) if target.isdigit() else -1)
    return values


def fill_in_until_stable(lines):
    names = [line.split()[0] for line in lines]
    known = [line.split()[1] for line in lines]
    changed = True
    while changed:
        changed = False
        after = known[:]
        for i, value in enumerate(known):
            if not value.isdigit() and value in names:
                source = known[names.index(value)]
                if source.isdigit():
                    after[i] = source
                    changed = True
        known = after
    return [int(value) if value.isdigit() else -1 for value in known]


def follow_with_memory(t):
    refers = dict(line.split() for line in t)
    value = {}
    for name in refers:
        trail = []
        on_trail = set()
        while name in refers and name not in value and name not in on_trail:
            trail.append(name)
            on_trail.add(name)
            name = refers[name]
        result = value.get(name, int(name) if name.isdigit() else -1)
        for x in trail:
            value[x] = result
    return [value[name] for name in refers]


def spread_from_numbers(t):
    users = {}
    order = []
    for line in t:
        name, source = line.split()
        order.append(name)
        users.setdefault(source, []).append(name)
    final = {}
    todo = []
    for source in users:
        if source.isdigit():
            todo.append((source, int(source)))
    while todo:
        name, number = todo.pop()
        final[name] = number
        for user in users.get(name, ()):
            todo.append((user, number))
    return [final.get(name, -1) for name in order]


WAYS = (follow_through_the_lines, fill_in_until_stable, (follow_with_memory, spread_from_numbers))
