"""Find the call after which a bingo card has a full line."""

from ecode.corpus.kernel import Int, Ints, Kernel, Matrix

KERNEL = Kernel(
    title="First full line",
    statement="The card $m$ is a matrix of different numbers, and the numbers of $c$ are called in order. A row or column of the card is full when all its numbers have been called. Find how many numbers are called until a first row or column is full.",
    inputs=(Matrix("m", 1, 10**4), Ints("c", 1, 10**4, 1, "distinct")),
    output=Int("calls", -1),
    output_text="the number of calls, or -1 if no row or column gets full",
    tags=("grids", "hashing", "simulation"),
    difficulty=1100,
    sizes=(3, 6, 17),
)


def generate(rng, size):
    rows, cols = rng.randint(max(1, size - 1), size), rng.randint(max(1, size - 1), size)
    top = rows * cols + rng.choice([0, size, rows * cols])
    numbers = rng.sample(range(1, top + 1), rows * cols)
    card = [numbers[i * cols:(i + 1) * cols] for i in range(rows)]
    calls = list(range(1, top + 1))
    rng.shuffle(calls)
    if rng.random() < 0.3:
        calls = calls[: rng.randint(1, len(calls))]
    return card, calls


def check_card_after_each(m, c):
    result = -1
    for n in range(1, len(c) + 1):
        called = c[:n]
        full = False
        for row in m:
            if all(x in called for x in row):
                full = True
        for j in range(len(m[0])):
            if all(m[i][j] in called for i in range(len(m))):
                full = True
        if full:
            result = n
            break
    return result


def cross_out_and_look(card, numbers):
    card = [row[:] for row in card]
    answer = -1
    calls = 0
    for number in numbers:
        calls += 1
        for i in range(len(card)):
            for j in range(len(card[i])):
                if card[i][j] == number:
                    card[i][j] = 0
        done = any(sum(row) == 0 for row in card) or any(sum(column) == 0 for column in zip(*card))
        if done:
            answer = calls
            break
    return answer


def open_numbers_per_line(m, c):
    place = {x: (i, j) for i, row in enumerate(m) for j, x in enumerate(row)}
    row_open = [len(m[0])] * len(m)
    col_open = [len(m)] * len(m[0])
    calls = -1
    for n, x in enumerate(c, 1):
        if x in place:
            i, j = place[x]
            row_open[i] -= 1
            col_open[j] -= 1
            if row_open[i] == 0 or col_open[j] == 0:
                calls = n
                break
    return calls


def latest_call_of_lines(m, c):
    turn = {x: n for n, x in enumerate(c, 1)}
    never = len(c) + 1
    when = [[turn.get(x, never) for x in row] for row in m]
    best = min(min(map(max, when)), min(map(max, zip(*when))))
    return -1 if best == never else best


WAYS = (check_card_after_each, cross_out_and_look, (open_numbers_per_line, latest_call_of_lines))
