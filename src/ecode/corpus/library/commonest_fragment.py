"""Find the substring of a given length that occurs most often."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Commonest fragment",
    statement="Among the substrings of $s$ of length $k$ find the one that occurs at the most places (places may overlap). If several occur equally often, take the alphabetically smallest. The length $k$ is not greater than the length of $s$.",
    inputs=(Str("s", "ACGT"), Int("k", 1, 50)),
    output=Str("fragment", "ACGT"),
    output_text="this substring",
    tags=("strings", "hashing", "counting"),
    difficulty=1000,
    sizes=(10, 60, 450),
)


def generate(rng, size):
    k = rng.randint(1, min(size, rng.choice([3, 8, 50])))
    if size > 200:
        k = rng.randint(4, 12)
    s = ""
    motif = "".join(rng.choice("ACGT") for _ in range(rng.randint(1, max(1, min(size // 3, 14)))))
    while len(s) < size:
        s += motif if rng.random() < 0.3 else "".join(rng.choice("ACGT") for _ in range(rng.randint(1, 9)))
    return s[:size], k


def recount_every_window(s, k):
    winner = ""
    record = 0
    for i in range(len(s) - k + 1):
        piece = s[i:i + k]
        times = 0
        for j in range(len(s) - k + 1):
            if s[j:j + k] == piece:
                times += 1
        if times > record or (times == record and piece < winner):
            record = times
            winner = piece
    return winner


def list_of_windows(dna, size):
    windows = []
    for i in range(len(dna) - size + 1):
        windows.append(dna[i:i + size])
    best = max(windows.count(x) for x in windows)
    return min(x for x in windows if windows.count(x) == best)


def runs_of_sorted_windows(s, k):
    from itertools import groupby

    windows = sorted(s[i:i + k] for i in range(len(s) - k + 1))
    best, answer = 0, ""
    for piece, run in groupby(windows):
        amount = len(list(run))
        if amount > best:
            best, answer = amount, piece
    return answer


def count_in_dictionary(s, k):
    times = {}
    for end in range(k, len(s) + 1):
        piece = s[end - k:end]
        times[piece] = times.get(piece, 0) + 1
    top = max(times.values())
    return min([piece for piece in times if times[piece] == top])


WAYS = (recount_every_window, list_of_windows, (runs_of_sorted_windows, count_in_dictionary))
