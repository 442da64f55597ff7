"""Find the alphabetical rank of a word among its rearrangements."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Rank among rearrangements",
    statement="Write down all different rearrangements of the letters of $s$ in alphabetical order, numbered from 1. Find the remainder of the number of $s$ itself when it is divided by $m$. The word has at most 8 letters.",
    inputs=(Str("s"), Int("m", 2, 10**6)),
    output=Int("rank"),
    output_text="the number of the given word in this list, modulo the given number",
    tags=("strings", "combinatorics", "permutations"),
    difficulty=1400,
    sizes=(4, 6, 8),
)


def generate(rng, size):
    size = min(size, 8)
    alphabet = "abcdefghijklmnopqrstuvwxyz" if size > 7 else rng.choice(["ab", "abc", "aelst", "abcdefghijkl"])
    return "".join(rng.choice(alphabet) for _ in range(size)), rng.choice([10, 1000, 10**6])


def write_the_whole_list(s, m):
    from itertools import permutations

    arrangements = sorted(set(permutations(s)))
    return (arrangements.index(tuple(s)) + 1) % m


def next_until_reached(s, m):
    a = sorted(s)
    goal = list(s)
    number = 1
    while a != goal:
        i = len(a) - 2
        while a[i] >= a[i + 1]:
            i -= 1
        j = len(a) - 1
        while a[j] <= a[i]:
            j -= 1
        a[i], a[j] = a[j], a[i]
        a[i + 1:] = a[:i:-1]
        number += 1
    return number % m


def count_smaller_heads(s, m):
    from math import factorial

    letters = sorted(s)
    rank = 1
    for ch in s:
        for head in sorted(set(letters)):
            if head == ch:
                break
            rest = letters[:]
            rest.remove(head)
            ways = factorial(len(rest))
            for c in set(rest):
                ways //= factorial(rest.count(c))
            rank += ways
        letters.remove(ch)
    return rank % m


def from_the_right(s, m):
    # size: arrangements of the letters to the right
    size = 1
    rank = 1
    have = {}
    for n, ch in enumerate(reversed(s), 1):
        have[ch] = have.get(ch, 0) + 1
        size = size * n // have[ch]
        smaller = sum(k for c, k in have.items() if c < ch)
        rank += size * smaller // n
    return rank % m


WAYS = (write_the_whole_list, next_until_reached, (count_smaller_heads, from_the_right))
