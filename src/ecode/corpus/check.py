"""Whether generated values keep what a kernel's slots promise. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from ecode.corpus.kernel import Grid, Int, Ints, Kernel, Lines, Matrix, Rows, Slot, Str, Strs, Value


def broken_promise(kernel: Kernel, values: Sequence[Value]) -> list[str]:
    """One line for each input that is not what its slot says; empty when all are."""
    if not isinstance(values, tuple) or len(values) != len(kernel.inputs):
        return [f"generate must give a tuple of {len(kernel.inputs)} values"]
    found = ((slot, _fault(slot, value)) for slot, value in zip(kernel.inputs, values, strict=True))
    return [
        f"{slot.name}: {fault}, got {str(value)[:60]}"
        for (slot, fault), value in zip(found, values, strict=True)
        if fault
    ]


def _fault(slot: Slot, value: Value) -> str:
    match slot:
        case Int():
            return "" if _ints([value], slot.low, slot.high) else f"wants an int in {slot.low}..{slot.high}"
        case Ints():
            return _ints_fault(slot, value)
        case Str():
            return "" if _word(value, slot.alphabet, slot.shortest) else f"wants a word over {slot.alphabet!r}"
        case Strs():
            good = isinstance(value, list) and len(value) >= slot.shortest
            return "" if good and all(_word(w, slot.alphabet, 1) for w in value) else "wants a list of words"
        case Lines():
            good = isinstance(value, list) and len(value) >= slot.shortest
            return "" if good and all(_line(line) for line in value) else "wants lines of words with single blanks"
        case Rows():
            good = isinstance(value, list) and len(value) >= slot.shortest and all(isinstance(r, tuple) for r in value)
            good = good and all(len(r) == len(slot.columns) and _ints(r, slot.low, slot.high) for r in value)
            return "" if good else f"wants tuples of {len(slot.columns)} ints in {slot.low}..{slot.high}"
        case Grid():
            good = _even(value) and all(_word(line, slot.alphabet, 1) for line in value)
            return "" if good else f"wants equally long lines over {slot.alphabet!r}"
        case Matrix():
            good = _even(value) and all(isinstance(r, list) and _ints(r, slot.low, slot.high) for r in value)
            return "" if good else f"wants equally long lists of ints in {slot.low}..{slot.high}"


def _ints_fault(slot: Ints, value: Value) -> str:
    if not isinstance(value, list) or len(value) < slot.shortest or not _ints(value, slot.low, slot.high):
        return f"wants a list of at least {slot.shortest} ints in {slot.low}..{slot.high}"
    kept = {
        "any": True,
        "sorted": value == sorted(value),
        "distinct": len(set(value)) == len(value),
        "increasing": value == sorted(set(value)),
        "permutation": sorted(value) == list(range(1, len(value) + 1)),
    }
    return "" if kept[slot.order] else f"wants a list that is {slot.order}"


def _ints(values: Sequence[Value], low: int, high: int) -> bool:
    return all(type(v) is int and low <= v <= high for v in values)


def _word(value: Value, alphabet: str, shortest: int) -> bool:
    return isinstance(value, str) and len(value) >= shortest and set(value) <= set(alphabet)


def _line(value: Value) -> bool:
    return isinstance(value, str) and value != "" and value == " ".join(value.split())


def _even(value: Value) -> bool:
    return isinstance(value, list) and len(value) > 0 and len({len(row) for row in value}) == 1
