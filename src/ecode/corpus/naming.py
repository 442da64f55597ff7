"""Gives a whole program other names: single letters, long words, camel case, prefixes."""
# ruff: noqa: SIM905 (the lists of words read better as text)

from __future__ import annotations

import keyword
from random import Random

from ecode.syntax.binder import analyse
from ecode.syntax.names import kind_of, replace_spans
from ecode.syntax.renaming import plan_renaming
from ecode.syntax.scopes import BUILTINS

_NOUNS = """
value item entry result total count number index place limit start stop left right first last best worst lower upper
pair group block chunk piece part record field key label mark score weight height width depth level step round turn
queue stack table list row column cell node edge path route link chain tree root leaf word letter line text name
size length amount price cost gain loss sum diff ratio share rate speed time day hour minute point target source
answer guess found seen used open closed current previous following other rest buffer cache store memo state flag
""".split()
_ADJECTIVES = """
new old big small my the cur tmp next prev max_ min_ all one two raw final good bad long short
""".split()
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNPQRSTUVWXYZ"


def rename_all(rng: Random, source: str, scheme: str) -> str:
    """Every own name of the program drawn anew in a scheme: letters, words, camel or prefixed.

    From the same `rng`, a name becomes the same in another program, unless it is taken there.
    """
    salt = rng.random()
    analysis = analyse(source)
    plan = plan_renaming(analysis)
    used = set(plan.kept) | set(BUILTINS) | set(keyword.kwlist) | set(keyword.softkwlist)
    edits: list[tuple[int, int, str]] = []
    for binding, spans in plan.spans.items():
        if binding.name == "main":
            continue
        own = Random(f"{salt}/{binding.name}")
        new = _draw(own, scheme, kind_of(binding) == "class")
        while new in used:
            new = _draw(own, scheme, kind_of(binding) == "class") + own.choice(("", "1", "2", "3", "_"))
        used.add(new)
        edits += [(start, end, new) for start, end in spans]
    return replace_spans(analysis.tree, edits)


def _draw(rng: Random, scheme: str, is_class: bool) -> str:
    noun = rng.choice(_NOUNS)
    if is_class:
        return noun.capitalize()
    adjective = rng.choice(_ADJECTIVES).strip("_")
    if scheme == "letters":
        return rng.choice(_LETTERS) + rng.choice(("", "", rng.choice(_LETTERS), rng.choice("0123")))
    if scheme == "camel":
        return adjective + noun.capitalize()
    if scheme == "prefixed":
        return f"{adjective}_{noun}"
    return noun if rng.random() < 0.5 else f"{noun}_{rng.choice(_NOUNS)}"
