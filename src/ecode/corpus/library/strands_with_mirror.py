"""Count the fragments whose reverse complement occurs as well."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Strands with a mirror",
    statement="The reverse complement of a string over A, C, G, T is made by reversing it and exchanging A with T and C with G. Count the different substrings of $s$ of length $k$ whose reverse complement is a substring of $s$ too. The length $k$ is not greater than the length of $s$.",
    inputs=(Str("s", "ACGT"), Int("k", 1, 60)),
    output=Int("number"),
    output_text="the number of these substrings",
    tags=("strings", "hashing"),
    difficulty=1200,
    sizes=(10, 60, 900),
)


def generate(rng, size):
    swap = {"A": "T", "T": "A", "C": "G", "G": "C"}
    s = []
    while len(s) < size:
        piece = [rng.choice("ACGT") for _ in range(rng.randint(1, 14))]
        s += piece
        if rng.random() < 0.4 and len(s) > 3:
            a = rng.randrange(len(s))
            s += [swap[c] for c in reversed(s[a:a + 15])]
    return "".join(s[:size]), rng.randint(1, min(size, 8 if size < 300 else 12))


def build_complement_by_hand(s, k):
    pieces = []
    for i in range(len(s) - k + 1):
        if s[i:i + k] not in pieces:
            pieces.append(s[i:i + k])
    number = 0
    for piece in pieces:
        other = ""
        for ch in piece:
            if ch == "A":
                other = "T" + other
            elif ch == "T":
                other = "A" + other
            elif ch == "C":
                other = "G" + other
            else:
                other = "C" + other
        if other in pieces:
            number += 1
    return number


def search_text_each_time(dna, size):
    partner = {"A": "T", "C": "G", "G": "C", "T": "A"}
    counted = []
    for start in range(len(dna) + 1 - size):
        window = dna[start:start + size]
        if window in counted:
            continue
        flipped = "".join(partner[c] for c in window[::-1])
        if flipped in dna:
            counted.append(window)
    return len(counted)


def two_sets(s, k):
    opposite = s[::-1].translate(str.maketrans("ACGT", "TGCA"))
    here = {s[i:i + k] for i in range(len(s) - k + 1)}
    there = {opposite[i:i + k] for i in range(len(s) - k + 1)}
    return len(here & there)


def numbers_base_four(s, k):
    # codes of the fragment and of its mirror, rolled along the string
    code = {"A": 0, "C": 1, "G": 2, "T": 3}
    top = 4 ** (k - 1)
    f = b = 0
    fragments = set()
    mirrors = set()
    for i, ch in enumerate(s):
        f = (f % top) * 4 + code[ch]
        b = b // 4 + (3 - code[ch]) * top
        if i >= k - 1:
            fragments.add(f)
            mirrors.add(b)
    return sum(1 for x in mirrors if x in fragments)


WAYS = (build_complement_by_hand, search_text_each_time, (two_sets, numbers_base_four))
