"""The first step of a build: everything the importers find goes into the ledger, with what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ecode.data.clean import asks_the_calendar, parse
from ecode.data.items import BadRow, Item, SourceProblem, Submission
from ecode.data.ledger import PENDING, Ledger
from ecode.records import Verdict
from ecode.syntax.fingerprint import fingerprint
from ecode.syntax.tokens import code_tokens

_BATCH = 200  # items in one transaction

NO_AST, TOO_LONG, DUPLICATE, NO_TESTS = "no_ast", "too_long", "duplicate", "no_tests"
NOT_ACCEPTED, CALENDAR = "not_accepted", "nondeterministic"


@dataclass(frozen=True, slots=True)
class IntakeConfig:
    """`max_tokens` of Python's tokenizer (comments and layout left out) are kept; longer programs are dropped."""

    max_tokens: int = 2048


def take_in(
    ledger: Ledger,
    items: Iterable[Item],
    config: IntakeConfig,
    on_item: Callable[[], None] = lambda: None,
) -> None:
    """Put problems, programs and broken rows into the ledger; what is there already is passed over."""
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        on_item()
        if len(batch) >= _BATCH:
            _take_batch(ledger, batch, config)
            batch.clear()
    _take_batch(ledger, batch, config)


def _take_batch(ledger: Ledger, batch: Iterable[Item], config: IntakeConfig) -> None:
    with ledger.transaction():
        for item in batch:
            match item:
                case SourceProblem():
                    ledger.add_problem(item.id, item.problem, item.held_out)
                case Submission():
                    _take_program(ledger, item, config)
                case BadRow():
                    ledger.add_bad_row(item.origin, item.reason)
                case _:
                    pass  # published pairs and times are imported as they are, never re-timed without tests


def _take_program(ledger: Ledger, program: Submission, config: IntakeConfig) -> None:
    known = ledger.known_program(program.id)
    if known is not None:
        origin, code = known
        if origin != program.origin:
            ledger.add_bad_row(program.origin, f"the id {program.id!r} is taken by {origin}: give each program its own")
        elif code != program.code:
            ledger.add_bad_row(program.origin, "has changed since it was first read: build in another folder")
        return
    tokens = len(code_tokens(program.code))
    status, reason, mark = _first_verdict(ledger, program, tokens, config)
    ledger.add_program(program, code_tokens=tokens, fingerprint=mark, status=status, reason=reason)


def _first_verdict(ledger: Ledger, program: Submission, tokens: int, config: IntakeConfig) -> tuple[str, str, str]:
    """(status, reason, fingerprint): the first filter that a program does not pass, or pending."""
    tree = parse(program.code)
    if tree is None:
        return NO_AST, "does not parse", ""
    if program.verdict not in ("", Verdict.AC):
        return NOT_ACCEPTED, f"its source says {program.verdict}", ""
    if tokens > config.max_tokens:
        return TOO_LONG, f"{tokens} tokens", ""
    if not ledger.has_tests(program.problem_id):
        return NO_TESTS, f"the problem {program.problem_id!r} has no test with an expected output", ""
    if calendar := asks_the_calendar(tree):
        return CALENDAR, calendar, ""
    mark = fingerprint(program.code)
    twin = ledger.id_with_fingerprint(mark)
    if twin is not None:
        return DUPLICATE, f"equals {twin} up to names and layout", mark
    return PENDING, "", mark
