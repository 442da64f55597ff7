"""Code that prints a result, as different people write it."""

from __future__ import annotations

from random import Random

from ecode.corpus.kernel import Bool, Grid, Int, Ints, Matrix, Output, Rows, Str, Strs
from ecode.corpus.layout import OutputLayout


def printing_code(rng: Random, output: Output, layout: OutputLayout, name: str, *, fast: bool = False) -> str:
    """Statements that print the variable `name`."""
    match output:
        case Int():
            return rng.choice(
                [f"print({name})\n", f"print({name})\n", f"print(str({name}))\n", f'print(f"{{{name}}}")\n']
            )
        case Str():
            return f"print({name})\n"
        case Bool():
            return _yes_or_no(rng, layout.words, name)
        case Ints() | Strs():
            words = isinstance(output, Strs)
            return _across(rng, name, words, fast) if layout.across else _down(rng, name, words, fast)
        case Rows() | Matrix():
            return _rows(rng, name, fast)
        case Grid():
            return _down(rng, name, True, fast)


def _yes_or_no(rng: Random, words: tuple[str, str], name: str) -> str:
    yes, no = words
    return rng.choice(
        [
            f'if {name}:\n    print("{yes}")\nelse:\n    print("{no}")\n',
            f'print("{yes}" if {name} else "{no}")\n',
            f'print("{yes}") if {name} else print("{no}")\n',
            f'print(["{no}", "{yes}"][{name}])\n',
        ]
    )


def _across(rng: Random, name: str, words: bool, fast: bool) -> str:
    texts = name if words else f"map(str, {name})"
    good = [f'print(" ".join({texts}))\n', f"print(*{name})\n"]
    if fast:
        return rng.choice(good)
    return rng.choice(
        [
            *good,
            f'for item in {name}:\n    print(item, end=" ")\nprint()\n',
            f'text = ""\nfor item in {name}:\n    text += str(item) + " "\nprint(text.strip())\n',
            f'print(" ".join([str(item) for item in {name}]))\n',
            f'parts = []\nfor item in {name}:\n    parts.append(str(item))\nprint(" ".join(parts))\n',
        ]
    )


def _down(rng: Random, name: str, words: bool, fast: bool) -> str:
    texts = name if words else f"map(str, {name})"
    good = [f'print("\\n".join({texts}))\n', f'print(*{name}, sep="\\n")\n']
    if fast:
        return rng.choice(good)
    return rng.choice(
        [
            *good,
            f"for item in {name}:\n    print(item)\n",
            f"for i in range(len({name})):\n    print({name}[i])\n",
            f'output = ""\nfor item in {name}:\n    output += str(item) + "\\n"\nprint(output, end="")\n',
        ]
    )


def _rows(rng: Random, name: str, fast: bool) -> str:
    good = f'print("\\n".join(" ".join(map(str, row)) for row in {name}))\n'
    if fast:
        return good
    return rng.choice(
        [
            good,
            f"for row in {name}:\n    print(*row)\n",
            f'for row in {name}:\n    print(" ".join(map(str, row)))\n',
            f'for i in range(len({name})):\n    text = ""\n    for value in {name}[i]:\n        text += str(value) + " "\n    print(text.strip())\n',
        ]
    )
