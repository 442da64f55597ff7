"""Evaluate a long expression of plus and times."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Sums of products",
    statement="The string $e$ is an expression of numbers from 0 to 99 joined by the signs '+' and '*'. Times binds stronger than plus. Find the value modulo 1000000007.",
    inputs=(Str("e", "0123456789+*"),),
    output=Int("value"),
    output_text="the value modulo 1000000007",
    tags=("strings", "parsing", "expressions"),
    difficulty=1100,
    sizes=(6, 40, 700),
)


def generate(rng, size):
    share = rng.choice([0.1, 0.5, 0.9])
    top = rng.choice([1, 9, 99])
    parts = [str(rng.randint(0 if rng.random() < 0.1 else 1, top))]
    for _ in range(size - 1):
        parts.append("*" if rng.random() < share else "+")
        parts.append(str(rng.randint(0 if rng.random() < 0.02 else 1, top)))
    return ("".join(parts),)


def shorten_the_token_list(e):
    tokens = []
    number = ""
    for ch in e:
        if ch in "+*":
            tokens.append(number)
            tokens.append(ch)
            number = ""
        else:
            number += ch
    tokens.append(number)
    while "*" in tokens:
        i = tokens.index("*")
        product = int(tokens[i - 1]) * int(tokens[i + 1]) % 1000000007
        tokens = tokens[:i - 1] + [str(product)] + tokens[i + 2:]
    while "+" in tokens:
        tokens = [str(int(tokens[0]) + int(tokens[2]))] + tokens[3:]
    return int(tokens[0]) % 1000000007


def rewrite_the_string(e):
    import re

    while "*" in e:
        m = re.search(r"(\d+)\*(\d+)", e)
        e = e[:m.start()] + str(int(m.group(1)) * int(m.group(2)) % 1000000007) + e[m.end():]
    total = 0
    while e:
        head, plus, e = e.partition("+")
        total += int(head)
    return total % 1000000007


def split_twice(e):
    M = 1000000007
    total = 0
    for term in e.split("+"):
        p = 1
        for factor in term.split("*"):
            p = p * int(factor) % M
        total += p
    return total % M


def one_pass_over_characters(expr):
    mod = 10**9 + 7
    done, product, number = 0, 1, 0
    for ch in expr + "+":
        if ch == "*":
            product = product * number % mod
            number = 0
        elif ch == "+":
            done += product * number
            product, number = 1, 0
        else:
            number = number * 10 + int(ch)
    return done % mod


WAYS = ((shorten_the_token_list, rewrite_the_string), (split_twice, one_pass_over_characters))
