"""The format that a problem statement describes: `The first line holds n and m. Each of the next m lines holds ...`.

Of one sample, six numbers may be n of them, or m: the statement says which. Its description is taken where it reads
every given input to the end; what it leaves unsaid about a line is inferred from the inputs, as without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ecode.formats.statement import split_statement
from ecode.search.hidden.cutting import Document, cuttings
from ecode.search.hidden.format import Format, Shape, conforms
from ecode.search.hidden.grammar import INTEGER, Item, Line, Ref, Repeat, RowVisit, Tree, parse, walk
from ecode.search.hidden.limits import compared_names
from ecode.search.hidden.shapes import infer_shapes
from ecode.search.hidden.wording import BRACKETS, COUNTED, NAME, SENTENCE, key_of, names_in, plain

_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_COUNT = rf"(?P<count>{'|'.join(_WORDS)}|[1-5]|2?{NAME}(?:\s*[-+]\s*\d+)?)"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|next|following|last|only|single)"
_NEXT = r"(?:next|following|remaining|other|further|subsequent)"
_VERB = r"(?:holds?|contains?|has|have|gives?|consists? of|describes?|lists?|is|are|specif(?:y|ies))\b"
_CASE = r"(?P<case>(?: of| in| for) (?:each|every|a|the) (?:test ?case|case|test|data ?set|scenario))?"
_INTRODUCTIONS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:the|a|one) (?:{_ORDINAL} )?line(?: of (?:the )?(?:standard )?(?:input|file))?{_CASE},? {_VERB}",
        rf"\beach of the (?:{_NEXT} )?{_COUNT} (?:{_NEXT} )?lines{_CASE}(?: {_VERB})?",
        rf"\b(?:the|then|and|by) (?:{_NEXT} )?{_COUNT} (?:{_NEXT} )?lines{_CASE}(?: follow\b| {_VERB})",
    )
]
_TEXT = re.compile(r"\bwords\b|\bline of (?:the |a )?text\b")


@dataclass(slots=True)
class Description:
    """What a statement says of the lines: how often each stands, and of some what they hold.

    `known` are the names that it compares with anything, `names` those of the numbers of a line, in order; `lists` the
    counts that say how many tokens a line has; `said` the words about a line, limits in brackets included.
    """

    statement: str
    known: frozenset[str]
    items: tuple[Item, ...] = ()
    names: dict[int, tuple[str, ...]] = field(default_factory=dict)
    lists: dict[int, Ref] = field(default_factory=dict)
    said: dict[int, str] = field(default_factory=dict)

    def place(self, name: str) -> Ref | None:
        """Where the number of that name stands: on the nearest line before."""
        for line in sorted(self.names, reverse=True):
            if name in self.names[line]:
                return Ref(line, self.names[line].index(name))
        return None

    def elements(self, line: int) -> tuple[str, ...]:
        """The names of the elements of a list: in `n integers (1 <= a_i <= m)` that which stands nowhere else."""
        names = (name for name in names_in(self.said[line].split("\0")[0]) if name in self.known)
        return tuple(name for name in names if self.place(name) is None)

    def count(self, said: str) -> Ref | int | None:
        """The number of lines that `5`, `two`, `n`, `2n` or `n - 1` stands for."""
        if said.isdigit() or said.lower() in _WORDS:
            return _WORDS.get(said.lower()) or int(said)
        match = re.fullmatch(rf"(2?)({NAME})(?:\s*([-+])\s*(\d+))?", said)
        ref = self.place(key_of(match[2])) if match else None
        if match is None or ref is None:
            return None
        return replace(ref, scale=int(match[1] or 1), offset=int((match[3] or "") + (match[4] or "0")))


def described_format(texts: Sequence[str], statement: str) -> Format | None:
    """The format that the statement describes, with all `texts` read by it; None where it does not fit all of them."""
    description = describe(statement)
    if description is None:
        return None
    for documents, _ in cuttings(texts):
        reads = [parse(description.items, document.rows) for document in documents]
        if all(read is not None and read[1] == len(d.rows) for read, d in zip(reads, documents, strict=True)):
            return _format(description, [read[0] for read in reads if read is not None], documents)
    return None


def describe(statement: str) -> Description | None:
    """What the section on the input says of its lines; None where it says nothing that was understood."""
    text = " ".join(re.sub(SENTENCE, "\0", plain(split_statement(statement).input)).split())
    found = list(_introductions(text))
    made, case = Description(statement, compared_names(statement)), list[Item]()
    outer: list[Item] = []
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        if match["case"] and not case and not outer:
            return None  # nothing announces the test cases
        lines = case if match["case"] or case else outer
        count = made.count(match["count"]) if "count" in match.groupdict() else 1
        if count is None:
            return None
        for _ in range(count if isinstance(count, int) else 1):
            number = len(made.said)
            made.said[number] = text[match.end() : end]
            _read_content(made, number)
            lines.append(Line(number) if isinstance(count, int) else Repeat(count, (Line(number),)))
    made.items = (*outer, Repeat(Ref(0, 0), tuple(case))) if case else tuple(outer)
    return made if made.items else None


def _introductions(text: str) -> Iterator[re.Match[str]]:
    """Where the text begins to speak of a line, or of several, in order."""
    end = 0
    for match in sorted((m for p in _INTRODUCTIONS for m in p.finditer(text)), key=lambda m: (m.start(), -m.end())):
        if match.start() >= end:
            yield match
            end = match.end()


def _read_content(made: Description, number: int) -> None:
    """`two integers n and m` names columns; `n - 1 integers` is a list of that many."""
    bare = BRACKETS.sub(" ", made.said[number]).split("\0")[0]
    for match in COUNTED.finditer(bare):
        ref = made.place(key_of(match[1]))
        if ref is not None and number not in made.lists:
            made.lists[number] = replace(ref, offset=int((match[2] or "") + (match[3] or "0")))
    made.names[number] = () if number in made.lists else tuple(name for name in names_in(bare) if name in made.known)


def _format(description: Description, trees: list[Tree], documents: Sequence[Document]) -> Format | None:
    told = {line: Shape("list", count=ref) for line, ref in description.lists.items()}
    told |= {line: Shape("fixed", size=len(names)) for line, names in description.names.items() if line not in told}
    shapes, _ = infer_shapes(description.items, trees, told)  # which counts are ambiguous the statement decides
    if not all(conforms(description.items, shapes, tree) for tree in trees):
        return None
    for line in [line for line, shape in shapes.items() if shape.kind == "free"]:
        if _TEXT.search(description.said[line]):
            shapes[line] = Shape("list", head=_head(description, line, trees))
    loose = any(shape.kind == "free" for shape in shapes.values())
    endings = [document.ending for document in documents]
    return Format(description.items, shapes, trees, endings, loose, is_exact=not loose, told=description)


def _head(description: Description, line: int, trees: Sequence[Tree]) -> int:
    """How many tokens of a line of words stand before the words: a number, or nothing."""
    visits = (visit for tree in trees for visit in walk(description.items, tree))
    rows = [visit.row for visit in visits if isinstance(visit, RowVisit) and visit.number == line]
    return int(all(row.tokens and INTEGER.fullmatch(row.tokens[0]) for row in rows))
