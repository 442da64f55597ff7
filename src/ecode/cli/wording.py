"""How answers are worded and laid out, in one way for all verbs."""

from __future__ import annotations

from rich.console import Console, RenderableType


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 test`, `2 tests`, `0 fresh processes`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def print_block(screen: Console, block: RenderableType) -> None:
    """Print a table or a listing; where no terminal shows it, without the blanks that pad its lines to equal width."""
    if screen.is_terminal:
        screen.print(block)
        return
    with screen.capture() as captured:
        screen.print(block)
    screen.out("\n".join(line.rstrip() for line in captured.get().splitlines()), highlight=False)
