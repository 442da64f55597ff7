"""Find the round in which each part can be built."""

from ecode.corpus.kernel import Ints, Kernel, Lines

KERNEL = Kernel(
    title="Rounds of building",
    statement="Each line of $t$ begins with the name of a part, different on each line, followed by the names of the parts it needs, each once. Parts are built in rounds 1, 2, 3 and so on: in each round all parts are built whose needed parts were built in earlier rounds. A part that needs itself, a name without a line or a part that is never built is not built either. Find the round of each part, or 0 if it is never built.",
    inputs=(Lines("t", "NAME followed by the names it needs"),),
    output=Ints("rounds"),
    output_text="the round of the part of each line",
    tags=("graphs", "topological order", "records"),
    difficulty=1300,
    sizes=(5, 25, 150),
)


def generate(rng, size):
    names = set()
    while len(names) < size:
        names.add("".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(2, 4))))
    names = sorted(names)
    rng.shuffle(names)
    lines = []
    most = rng.choice([1, 2, 4])
    reach = rng.choice([2, 5, 20])
    for i, name in enumerate(names):
        needs = {rng.choice(names[max(0, i - reach):i]) for _ in range(rng.randint(0, most) or i % 3)} if i else set()
        if rng.random() < 0.3 / size:
            needs.add(rng.choice([names[-1], "nil"]))
        lines.append(" ".join([name] + sorted(needs)))
    rng.shuffle(lines)
    return (lines,)


def repeat_until_nothing_new(t):
    built = []
    round_of = [0] * len(t)
    number = 1
    while True:
        fresh = []
        for i, line in enumerate(t):
            words = line.split()
            if words[0] in built:
                continue
            possible = True
            for need in words[1:]:
                if need not in built:
                    possible = False
            if possible:
                fresh.append(words[0])
                round_of[i] = number
        if not fresh:
            break
        built += fresh
        number += 1
    return round_of


def shrink_the_needs(lines):
    open_parts = {}
    for line in lines:
        first, *others = line.split()
        open_parts[first] = others
    answer = dict.fromkeys(open_parts, 0)
    turn = 0
    while True:
        turn += 1
        ready = [part for part in open_parts if open_parts[part] == []]
        if ready == []:
            break
        for part in ready:
            answer[part] = turn
            del open_parts[part]
        # what is built now is needed no more
        open_parts = {part: [n for n in needs if n not in ready] for part, needs in open_parts.items()}
    return [answer[line.split()[0]] for line in lines]


def users_wait_for_parts(t):
    from collections import defaultdict

    waits = {}
    users = defaultdict(list)
    for line in t:
        name, *needs = line.split()
        waits[name] = len(needs)
        for need in needs:
            users[need].append(name)
    result = dict.fromkeys(waits, 0)
    layer = [name for name, n in waits.items() if n == 0]
    depth = 0
    while layer:
        depth += 1
        following = []
        for name in layer:
            result[name] = depth
            for user in users[name]:
                waits[user] -= 1
                if waits[user] == 0:
                    following.append(user)
        layer = following
    return list(result.values())


def queue_of_line_numbers(t):
    from collections import deque

    rows = [line.split() for line in t]
    number = {row[0]: i for i, row in enumerate(rows)}
    used_by = [[] for _ in rows]
    left = [len(row) - 1 for row in rows]
    for i, row in enumerate(rows):
        for need in row[1:]:
            if need in number:
                used_by[number[need]].append(i)
    level = [1 if n == 0 else 0 for n in left]
    queue = deque(i for i in range(len(rows)) if level[i])
    while queue:
        i = queue.popleft()
        for j in used_by[i]:
            left[j] -= 1
            if not left[j]:
                level[j] = level[i] + 1
                queue.append(j)
    return level


WAYS = (repeat_until_nothing_new, shrink_the_needs, (users_wait_for_parts, queue_of_line_numbers))
