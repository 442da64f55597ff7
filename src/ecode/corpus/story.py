"""The words of a synthetic statement: a title, a setting, and the kernels' own sentences joined by the glue's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from ecode.corpus.chain import Chain, Link
from ecode.corpus.kernel import Kernel

_SETTINGS = (
    "",
    "",
    "",
    "The archive of a small museum is being put in order.",
    "A weather station keeps more readings than anybody looks at.",
    "Two friends argue about a puzzle and want a program to settle it.",
    "A workshop plans the orders of the coming week.",
    "The librarians of Oakbridge like exact answers.",
    "A teacher prepares exercises for the first course in programming.",
    "The harbour office has to check its lists before noon.",
    "A game designer tries out some numbers.",
    "The data of an old measuring device must be looked through.",
)
_FIRST = ("", "", "First part. ", "To begin with: ")
_NEXT = ("Then: ", "In a second step: ", "After that: ", "Next: ")
_PATTERN = re.compile(r"\$([^$]+)\$")


def title(rng: Random, kernels: Sequence[Kernel]) -> str:
    """The kernels' titles, joined."""
    names = [kernel.title for kernel in kernels]
    if len(names) == 1:
        return names[0]
    return ", ".join(names[:-1]) + rng.choice((" and ", ", then ", " with ")) + names[-1][:1].lower() + names[-1][1:]


def statement_body(rng: Random, chain: Chain) -> str:
    """The body: a setting, then one paragraph for each link."""
    paragraphs = [rng.choice(_SETTINGS)]
    for number, link in enumerate(chain.links):
        opening = rng.choice(_FIRST if number == 0 else _NEXT) if len(chain.links) > 1 else ""
        paragraphs.append(opening + _sentences(chain, link))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _sentences(chain: Chain, link: Link) -> str:
    """A kernel's statement with the names that its inputs have in this problem."""
    names: dict[str, str] = {}
    given = ""
    for slot, origin in zip(link.kernel.kernel.inputs, link.origins, strict=True):
        if origin.field:
            names[slot.name] = origin.field
        else:
            earlier = chain.links[origin.link].kernel.kernel.output.name
            result = f"R_{origin.link + 1}"
            names[slot.name] = f"X_{origin.link + 1}"
            changed = f": {origin.glue.text(result)}" if origin.glue else ""
            given += f"Let ${result}$ be the result of part {origin.link + 1} ({earlier}) and ${names[slot.name]}$ what comes of it{changed or ' unchanged'}. "
    return given + _PATTERN.sub(lambda match: f"${_renamed(match[1], names)}$", link.kernel.kernel.statement)


def _renamed(formula: str, names: dict[str, str]) -> str:
    return re.sub(r"(?<![\\A-Za-z])[A-Za-z]+", lambda match: names.get(match[0], match[0]), formula)
