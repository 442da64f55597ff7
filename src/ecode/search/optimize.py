"""`optimize`: propose, test, screen, combine, round after round; take out what earns nothing; race the winner afresh.

slow program ──► rounds ─────────────────────────────────────────► winner ──► prune ──► final race ──► Outcome
                  proposals ► test (given + hidden) ► screen ► combine ► next base
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from ecode.judge.compare import LOOKS, Comparison, compare_programs
from ecode.judge.run import Judge
from ecode.records import Limits, TestSuite
from ecode.search.config import Observer, OptimizeConfig
from ecode.search.evidence import with_evidence
from ecode.search.hidden.inputs import hidden_inputs
from ecode.search.interfaces import Proposal, Proposer, Ranker, Request
from ecode.search.node import Node
from ecode.search.outcome import Candidate, Checked, Outcome
from ecode.search.proposers.rewrites import RewriteProposer
from ecode.search.racing import timed_tests
from ecode.search.rounds import OUT_OF_TIME, Search
from ecode.search.screen import screen
from ecode.search.verify import Verifier, prepare
from ecode.syntax.fingerprint import fingerprint

_LEAST_SEARCH = 0.25  # share of the budget that is searched even where testing the original took most of it


def optimize(
    judge: Judge,
    source: str,
    tests: TestSuite,
    config: OptimizeConfig | None = None,
    *,
    proposers: Sequence[Proposer] | None = None,
    ranker: Ranker | None = None,
    statement: str = "",
    observer: Observer | None = None,
) -> Outcome:
    """Look for a program that passes the same tests and is significantly faster.

    Only the final race of the winner against the original, on fresh samples, gives answer, ratio and interval. Raises
    `UsageError` where the original fails its tests. Ctrl-C ends the search, not the final race.
    """
    config, observer = config or OptimizeConfig(), observer or Observer()
    started = time.monotonic()
    observer.on_phase("testing the original")
    extra = hidden_inputs(
        [t.input for t in tests.tests], count=config.hidden_inputs, seed=config.seed, statement=statement
    )
    verifier = prepare(judge, source, tests, extra, hidden_budget_s=0.05 * config.budget_s)
    search = _start_search(judge, verifier, source, tests.limits, config, observer, started)
    winner, note = search.original, ""
    try:
        winner = _search_rounds(search, proposers or (RewriteProposer(),), ranker, statement)
    except KeyboardInterrupt:
        winner, note = search.best, "interrupted: the answer is the best found until then"
    final = None
    if winner.steps:
        observer.on_phase("racing the winner against the original on fresh samples")
        final = _final_race(search, winner, tests.limits, started)
    outcome = _outcome(search, winner, final, _with_predictions(search, ranker), started, note)
    if outcome.improved:
        observer.on_phase("timing both on inputs of growing size")
        outcome = with_evidence(search, outcome, winner, tests)
    return outcome


def _start_search(
    judge: Judge,
    verifier: Verifier,
    source: str,
    limits: Limits,
    config: OptimizeConfig,
    observer: Observer,
    started: float,
) -> Search:
    """`limits` are those of the tests: the original may be slower than at first, and must not be stopped for it."""
    with judge.lease() as worker:
        timed = timed_tests(worker, verifier.given, verifier.baseline)
        check = verifier.check
        first = screen(
            worker, source, source, timed, check=check, base_ns=1e9, limits=limits, warm=config.warm, cut_off=1e9
        )
    memory_limit = max(round(first.memory_bytes * config.memory_factor), first.memory_bytes + config.memory_slack_bytes)
    original = Node(source, (), max(first.candidate_ns, 1))
    race_s = 1.2 * LOOKS[0].pairs * 1.7 * original.time_ns / 1e9
    deadline = started + max(config.budget_s - race_s, 0.5 * config.budget_s)
    deadline = max(deadline, time.monotonic() + _LEAST_SEARCH * config.budget_s)
    stages = verifier.stages(timed)
    search = Search(judge, verifier, config, original, tuple(timed), stages, deadline, observer, memory_limit, original)
    search.seen.add(fingerprint(source))
    return search


def _search_rounds(search: Search, proposers: Sequence[Proposer], ranker: Ranker | None, statement: str) -> Node:
    """Rounds until one brings nothing or the time is up, then what earns nothing is taken out."""
    best, asked = search.original, list(proposers)
    learners = [proposer for proposer in proposers if getattr(proposer, "learns", False)]
    for number in range(1, search.config.max_rounds + 1):
        ratio = search.original.time_ns / best.time_ns
        search.observer.on_phase(f"round {number}: looking for changes (so far {ratio:.2f}x)")
        request = Request(best.source, statement, _feedback(search.candidates))
        tried = len(search.candidates)
        improved = search.round(best, _proposals(search, asked, request, ranker))
        # A round that brings nothing is the last, unless somebody can learn from what it tried.
        is_last = improved is best and (not learners or len(search.candidates) == tried)
        asked, best = (learners if improved is best else list(proposers)), improved
        if is_last or search.out_of_time:
            break
    search.observer.on_phase("taking out what earns nothing")
    search.deadline += 0.15 * search.config.budget_s
    return search.last_check(search.prune(best))


def _proposals(
    search: Search, proposers: Sequence[Proposer], request: Request, ranker: Ranker | None
) -> Iterator[Proposal]:
    """One proposer after the other: what the quick ones propose is tried while a model still writes."""
    for number, proposer in enumerate(proposers):
        if number and search.out_of_time:
            search.unasked.update(late.name for late in proposers[number:])
            break
        made = proposer.propose(request)
        yield from made if ranker is None else _ranked(search, made, ranker)


def _ranked(search: Search, proposals: Iterable[Proposal], ranker: Ranker) -> list[Proposal]:
    """Smallest predicted time first."""
    listed = list(proposals)
    times = _predicted(search, [proposal.source for proposal in listed], ranker)
    return [listed[i] for i in sorted(range(len(listed)), key=times.__getitem__)]


def _predicted(search: Search, sources: Sequence[str], ranker: Ranker) -> list[float]:
    """Nanoseconds over the timed tests, brought to this machine by the original's measured time."""
    if not sources:
        return []
    inputs = [test.input for test in search.timed]
    original, *times = ranker.predict([search.original.source, *sources], inputs)
    return [time_ns * search.original.time_ns / max(original, 1.0) for time_ns in times]


def _with_predictions(search: Search, ranker: Ranker | None) -> tuple[Candidate, ...]:
    """Candidates that do not run are kept with their predicted time, as the paper does."""
    if ranker is None:
        return tuple(search.candidates)
    broken = [candidate for candidate in search.candidates if candidate.fate == "failed"]
    times = iter(_predicted(search, [candidate.source for candidate in broken], ranker))
    return tuple(
        replace(candidate, predicted_ns=round(next(times))) if candidate.fate == "failed" else candidate
        for candidate in search.candidates
    )


def _feedback(candidates: Sequence[Candidate], most: int = 40) -> tuple[tuple[str, str], ...]:
    return tuple((c.source, f"{c.fate} {c.detail}".strip()) for c in islice(reversed(candidates), most))


def _final_race(search: Search, winner: Node, limits: Limits, started: float) -> Comparison:
    remaining = search.config.budget_s - (time.monotonic() - started)
    with search.judge.lease() as worker:
        return compare_programs(
            worker,
            search.original.source.encode(),
            winner.source.encode(),
            [test.input for test in search.timed],
            limits=limits,
            warm=search.config.warm,
            seed=search.config.seed + 1,
            max_seconds=max(0.0, remaining),
            names=("The original", "The best candidate"),
            test_names=[test.name for test in search.timed],
        )


def _missed(search: Search) -> str:
    """What there was no time for, as a note; nothing where all was tried."""
    late = sum(candidate.detail == OUT_OF_TIME for candidate in search.candidates)
    missed = [f"{late} candidates were tried"] if late else []
    missed += [f"{' and '.join(sorted(search.unasked))} could be asked"] if search.unasked else []
    return f"the time was up before {' and '.join(missed)}: a larger budget may find more" if missed else ""


def _outcome(
    search: Search,
    winner: Node,
    final: Comparison | None,
    candidates: tuple[Candidate, ...],
    started: float,
    note: str,
) -> Outcome:
    improved = final is not None and final.answer == "faster" and final.b_memory_bytes <= search.memory_limit
    if final is not None and not improved:
        note = note or f"the best candidate ({final.ratio:.3f}x) did not win the final race"
    if final is None:
        note = note or _missed(search)
    verifier = search.verifier
    checked = Checked(
        len(verifier.given.tests),
        len(verifier.hidden),
        verifier.given.checker.kind,
        verifier.oracle,
        tuple(test.name for test in search.timed),
        verifier.oracle_tests,
    )
    return Outcome(
        improved,
        search.original.source,
        winner.source if improved else search.original.source,
        winner.changes if improved else (),
        final,
        candidates,
        checked,
        time.monotonic() - started,
        note,
    )
