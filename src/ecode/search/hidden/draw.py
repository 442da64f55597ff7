"""Draws new tokens of a domain: biased to its ends, to what was seen, and to small and equal values."""

from __future__ import annotations

import random
from collections.abc import Sequence

from ecode.search.hidden.domain import Domain
from ecode.search.hidden.facts import Number, number

_SMALL_WINDOW = 3
_UNEVEN = 4  # up to so many times as often stands the first of some letters


def draw_token(domain: Domain, old: str, others: Sequence[str], rng: random.Random) -> str:
    """A new token for the place of `old`; `others` are its neighbours, one of which may be repeated."""
    if domain.kind == "word":
        return draw_words(domain, [old], rng)[0]
    how = rng.random()
    if how < 0.15 and others:
        return rng.choice(others)
    if how < 0.3:
        return rng.choice(domain.seen)
    return write_number(domain, _draw_number(domain, number(old), rng), old)


def _draw_number(domain: Domain, old: Number | None, rng: random.Random) -> Number:
    low, high = domain.low, domain.high
    step = 10.0**-domain.decimals if domain.decimals else 1
    choices: list[Number] = [low, high, low + step, high - step, 0, 1, uniform(domain, low, high, rng)]
    if old is not None:
        choices += [old + step, old - step, old + 2 * step, old - 2 * step]
    choices += [uniform(domain, low, min(high, low + 10 * step), rng)]
    value = rng.choice(choices)
    return max(low, min(high, value))


def uniform(domain: Domain, low: Number, high: Number, rng: random.Random) -> Number:
    """A value between two ends, of the domain's kind."""
    if high <= low:
        return low
    if domain.kind == "int":
        return rng.randint(int(low), int(high))
    return low + (high - low) * rng.random()


def write_number(domain: Domain, value: Number, like: str) -> str:
    """A number as text, with as many decimals as the token it replaces."""
    if domain.kind == "int":
        return str(int(value))
    decimals = len(like.partition(".")[2])
    text = f"{value:.{decimals}f}"
    rounded = float(text)
    if rounded > domain.high or rounded < domain.low:  # rounding may step over the end
        return like
    return text[1:] if rounded == 0 and text.startswith("-") else text


def remake(domain: Domain, tokens: Sequence[str], rng: random.Random) -> list[str]:
    """A new list of the same length: all equal, few values, a small range, another order, near or extreme values."""
    size = len(tokens)
    how = rng.randrange(8)
    if how == 0:
        return [draw_token(domain, tokens[0], tokens, rng)] * size
    if how == 1:
        few = [draw_token(domain, tokens[0], tokens, rng) for _ in range(2)]
        return [rng.choice(few) for _ in tokens]
    if how == 2:
        return rng.sample(list(tokens), size)
    if how == 3:
        return sorted(tokens, key=_order, reverse=rng.random() < 0.5)
    if how == 4:
        new = list(tokens)
        new[rng.randrange(size)] = rng.choice(tokens)
        return new
    if how == 5 or domain.kind == "word":
        return [rng.choice(domain.seen) for _ in tokens]
    return _remake_numbers(domain, tokens, rng, small=how == 6)


def _remake_numbers(domain: Domain, tokens: Sequence[str], rng: random.Random, *, small: bool) -> list[str]:
    low, high = domain.low, domain.high
    if small:
        base = number(rng.choice(tokens)) if rng.random() < 0.5 else rng.choice((low, 0, 1))
        low = max(low, min(high, base if base is not None else low))
        width = rng.choice((1, _SMALL_WINDOW, len(tokens)))
        high = min(high, low + (width if domain.kind == "int" else width * 10.0**-domain.decimals))
    return [write_number(domain, uniform(domain, low, high, rng), token) for token in tokens]


def draw_anew(domain: Domain, like: str, span: int, rng: random.Random) -> str:
    """A token of the first `span` numbers, or letters, of a domain: what stood in its place is forgotten."""
    if domain.categorical:
        return rng.choice(domain.seen)
    if domain.kind == "word":
        letters = domain.alphabet[:span] if span > 1 else rng.choice(domain.alphabet)
        letters += letters[0] * (span % _UNEVEN) * len(letters)
        size = len(like) if domain.width is not None else rng.randint(*domain.lengths)
        return _fit_first(domain, "".join(rng.choice(letters) for _ in range(size)), rng)
    step = 10.0**-domain.decimals if domain.decimals else 1
    start = domain.low if domain.low >= 0 else max(domain.low, -span * step // 2)
    return write_number(domain, uniform(domain, start, min(domain.high, start + span * step), rng), like)


def _order(token: str) -> tuple[Number, str]:
    value = number(token)
    return (value if value is not None else 0, token)


def draw_words(domain: Domain, words: Sequence[str], rng: random.Random) -> list[str]:
    """New words; those with an announced length keep it."""
    if domain.categorical:
        return [rng.choice(domain.seen) for _ in words]
    if len(words) > 1 and rng.random() < 0.6:
        new = list(words)
        for _ in range(rng.choice((1, 1, 2, 4))):
            place = rng.randrange(len(new))
            new[place] = _draw_word(domain, new[place], rng)
        return new
    if rng.random() < 0.3:
        char = rng.choice(domain.alphabet)
        return [_fit_first(domain, char * len(word), rng) for word in words]
    return [_draw_word(domain, word, rng) for word in words]


def _draw_word(domain: Domain, word: str, rng: random.Random) -> str:
    if not word:
        return word
    how = rng.randrange(6)
    chars = list(word)
    if how == 0:
        chars = [rng.choice(domain.alphabet) for _ in chars]
    elif how == 1:
        rng.shuffle(chars)
    elif how == 2:
        chars = [rng.choice(domain.alphabet)] * len(chars)
    elif how == 3:
        chars.reverse()
    elif how == 4 and domain.width is None:
        size = rng.choice((*domain.lengths, rng.randint(*domain.lengths), len(chars) + 1, len(chars) - 1))
        size = max(domain.lengths[0], min(domain.lengths[1], size))
        chars = (chars * (size // len(chars) + 1))[:size]
    else:
        chars[rng.randrange(len(chars))] = rng.choice(domain.alphabet)
    return _fit_first(domain, "".join(chars), rng)


def _fit_first(domain: Domain, word: str, rng: random.Random) -> str:
    if not word or word[0] in domain.first:
        return word
    return rng.choice(domain.first) + word[1:]
