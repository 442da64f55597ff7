"""`optimize`: propose, test, screen, combine, round after round; take out what earns nothing; race the winner afresh.

slow program ──► rounds ─────────────────────────────────────────► winner ──► prune ──► final race ──► Outcome
                  proposals ► test (given + hidden) ► screen ► combine ► next base
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import islice

from ecode.errors import JudgeFault
from ecode.judge.compare import LOOKS, Comparison, compare_programs
from ecode.judge.run import Judge
from ecode.judge.worker import Worker
from ecode.records import JudgeReport, TestSuite, Verdict
from ecode.search.inputs import hidden_inputs
from ecode.search.interfaces import Change, Proposal, Proposer, Ranker, Request
from ecode.search.outcome import Candidate, Checked, Fate, Outcome
from ecode.search.proposers.rewrites import RewriteProposer
from ecode.search.screen import screen
from ecode.search.verify import Verifier, prepare, timed_tests
from ecode.syntax.fingerprint import fingerprint

GAIN = 1.01  # what a screening must show for a change to be worth combining
NEUTRAL = 0.97  # a change that costs no more than this may still help others
EARNS = 1.005  # what taking a change out must cost for it to stay in


@dataclass(frozen=True, slots=True)
class OptimizeConfig:
    """How long to search and what to hold a winner to. Times in seconds, memory in bytes."""

    budget_s: float = 60.0
    hidden_inputs: int = 40
    memory_factor: float = 2.0
    memory_slack_bytes: int = 64 << 20
    max_rounds: int = 8
    warm: bool = False
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Observer:
    """Called while the search goes on: a line for each phase, and every candidate with its fate."""

    on_phase: Callable[[str], None] = lambda text: None
    on_candidate: Callable[[Candidate], None] = lambda candidate: None


@dataclass(frozen=True, slots=True)
class Step:
    """One change on the way from the original, with the means to make it again."""

    change: Change
    apply: Callable[[str], str | None] | None


@dataclass(frozen=True, slots=True)
class Node:
    """A correct program with the steps that led to it, and its screened time over the timed tests."""

    source: str
    steps: tuple[Step, ...]
    time_ns: float

    @property
    def changes(self) -> tuple[Change, ...]:
        return tuple(step.change for step in self.steps)


@dataclass(slots=True)
class _Tried:
    """A proposal that passed its tests, with how it did against the base of its round."""

    proposal: Proposal
    ratio: float
    node: Node


@dataclass
class Search:
    """The state of one optimisation."""

    judge: Judge
    verifier: Verifier
    config: OptimizeConfig
    original: Node
    timed_inputs: tuple[bytes, ...]
    deadline: float
    observer: Observer
    memory_limit: int
    best: Node
    """The fastest correct program so far, by its screening: what an interrupted search goes on with."""
    candidates: list[Candidate] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    @property
    def out_of_time(self) -> bool:
        return time.monotonic() > self.deadline

    # -- one candidate ---------------------------------------------------------------------------------------------
    def try_proposal(
        self, base: Node, proposal: Proposal, pairs: int | None = None, *, again: bool = False
    ) -> _Tried | Fate:
        """Test and screen one candidate; its fate where it is out of the race. Every fate is recorded.

        A program that was tried before, in other words or layout, is a copy, unless it is to be tried `again`.
        """
        changes = (*base.changes, proposal.change)
        if self.out_of_time:
            return self._record(proposal.source, changes, "untested", "out of time")
        mark = fingerprint(proposal.source)
        if mark in self.seen and not again:
            return "copy"
        self.seen.add(mark)
        try:
            with self.judge.lease() as worker:
                return self._judge_and_screen(worker, base, proposal, changes, pairs)
        except JudgeFault as error:
            return self._record(proposal.source, changes, "untested", str(error))

    def _judge_and_screen(
        self, worker: Worker, base: Node, proposal: Proposal, changes: tuple[Change, ...], pairs: int | None
    ) -> _Tried | Fate:
        report = self.verifier.verify(worker, proposal.source)
        if not report.accepted:
            return self._record(proposal.source, changes, _fate(report), _why(report))
        result = screen(
            worker,
            base.source,
            proposal.source,
            self.timed_inputs,
            base_ns=base.time_ns,
            limits=self.verifier.given.limits,
            warm=self.config.warm,
            pairs=pairs,
        )
        if not result.finished:
            return self._record(proposal.source, changes, "too_slow", "stopped at 1.25 times the time of its base")
        if result.memory_bytes > self.memory_limit:
            megabytes = result.memory_bytes >> 20
            return self._record(proposal.source, changes, "too_much_memory", f"{megabytes} MB", result.candidate_ns)
        fate: Fate = "kept" if result.ratio >= GAIN else "no_gain"
        self._record(proposal.source, changes, fate, f"{result.ratio:.2f}x", result.candidate_ns, result.memory_bytes)
        # The base's own time drifts with the machine: carry the ratio, which was measured side by side.
        node = Node(proposal.source, (*base.steps, Step(proposal.change, proposal.apply)), base.time_ns / result.ratio)
        if result.ratio >= GAIN and node.time_ns < self.best.time_ns:
            self.best = node
        return _Tried(proposal, result.ratio, node)

    def _record(
        self,
        source: str,
        changes: tuple[Change, ...],
        fate: Fate,
        detail: str,
        screen_ns: int | None = None,
        memory_bytes: int = 0,
    ) -> Fate:
        candidate = Candidate(source, changes, fate, detail, screen_ns, memory_bytes)
        self.candidates.append(candidate)
        self.observer.on_candidate(candidate)
        return fate

    # -- one round -------------------------------------------------------------------------------------------------
    def round(self, base: Node, proposals: Iterable[Proposal]) -> Node:
        """The best program that this round's proposals, alone or together, make of `base`; `base` itself if none."""
        with ThreadPoolExecutor(self.judge.size) as pool:
            try:  # the first are tried while the last are still being made
                tried = [pool.submit(self._try_with_parts, base, proposal) for proposal in proposals]
                passed = [one for future in tried for one in future.result()]
            except KeyboardInterrupt:
                self.deadline = 0.0  # those still waiting are not reached any more
                raise
        best = max(passed, key=lambda one: one.ratio, default=None)
        if best is None:
            return base
        winner = best.node if best.ratio >= GAIN else base
        for wanted in (GAIN, NEUTRAL):
            chosen = [one.proposal for one in passed if one.ratio >= wanted]
            together = self._combine(base, chosen)
            if together is not None and together.time_ns < winner.time_ns / EARNS:
                winner = together
            elif wanted == GAIN and len(chosen) > 1:
                winner = self._combine_greedily(winner, best, passed)
        return winner

    def _try_with_parts(self, base: Node, proposal: Proposal) -> list[_Tried]:
        """A proposal, or where it fails its tests, those of its parts that pass."""
        whole = self.try_proposal(base, proposal)
        if isinstance(whole, _Tried):
            return [whole]
        if whole not in ("wrong", "failed") or proposal.parts is None:
            return []
        tried = (self.try_proposal(base, part) for part in proposal.parts())
        return [one for one in tried if isinstance(one, _Tried)]

    def _combine(self, base: Node, proposals: Sequence[Proposal]) -> Node | None:
        """All proposals applied one after the other, tested and screened as one."""
        source = base.source
        steps: list[Step] = []
        for proposal in proposals:
            changed = proposal.apply(source) if proposal.apply else None
            if changed is not None:
                source = changed
                steps.append(Step(proposal.change, proposal.apply))
        if len(steps) < 2:
            return None
        names = ", ".join(step.change.name for step in steps)
        tried = self.try_proposal(base, Proposal(source, Change(f"together: {names}", "Several changes at once.")))
        return replace(tried.node, steps=(*base.steps, *steps)) if isinstance(tried, _Tried) else None

    def _combine_greedily(self, winner: Node, best: _Tried, passed: Sequence[_Tried]) -> Node:
        """From the best change on, add one at a time what still helps: for when all together did not."""
        for one in sorted(passed, key=lambda one: -one.ratio):
            if one is best or one.ratio < GAIN or one.proposal.apply is None or self.out_of_time:
                continue
            changed = one.proposal.apply(winner.source)
            tried = self.try_proposal(winner, replace(one.proposal, source=changed)) if changed else "copy"
            if isinstance(tried, _Tried) and tried.ratio >= EARNS:
                winner = tried.node
        return winner

    # -- what remains ----------------------------------------------------------------------------------------------
    def prune(self, winner: Node) -> Node:
        """Take out every step that costs nothing to leave out, last ones first."""
        for position in reversed(range(len(winner.steps))):
            if len(winner.steps) < 2 or self.out_of_time:
                break
            steps = (*winner.steps[:position], *winner.steps[position + 1 :])
            source = replay(self.original.source, steps)
            if source is None or source == winner.source:
                continue
            change = Change(f"without {winner.steps[position].change.name}", "A smaller change, if it costs nothing.")
            tried = self.try_proposal(winner, Proposal(source, change), pairs=7, again=True)
            if isinstance(tried, _Tried) and tried.ratio > 1 / GAIN:
                winner = Node(source, steps, tried.node.time_ns)
        return winner


def replay(source: str, steps: Sequence[Step]) -> str | None:
    """Make the steps' changes to `source` again, leaving out those that no longer fit; None where one cannot be made."""
    for step in steps:
        if step.apply is None:
            return None
        source = step.apply(source) or source
    return source


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
    extra = hidden_inputs([t.input for t in tests.tests], count=config.hidden_inputs, seed=config.seed)
    verifier = prepare(judge, source, tests, extra)
    search = _start_search(judge, verifier, source, config, observer, started)
    winner, note = search.original, ""
    try:
        winner = _search_rounds(search, proposers or (RewriteProposer(),), ranker, statement)
    except KeyboardInterrupt:
        winner, note = search.best, "interrupted: the answer is the best found until then"
    final = None
    if winner.steps:
        observer.on_phase("racing the winner against the original on fresh samples")
        final = _final_race(search, winner, started)
    return _outcome(search, winner, final, started, note)


def _start_search(
    judge: Judge, verifier: Verifier, source: str, config: OptimizeConfig, observer: Observer, started: float
) -> Search:
    with judge.lease() as worker:
        timed = timed_tests(worker, verifier.baseline, verifier.given)
        inputs = tuple(test.input for test in timed)
        first = screen(
            worker, source, source, inputs, base_ns=1e9, limits=verifier.given.limits, warm=config.warm, cut_off=1e9
        )
    memory_limit = max(round(first.memory_bytes * config.memory_factor), first.memory_bytes + config.memory_slack_bytes)
    original = Node(source, (), max(first.candidate_ns, 1))
    race_s = 1.2 * LOOKS[1].pairs * 1.7 * original.time_ns / 1e9 + 1
    deadline = started + max(config.budget_s - race_s, 0.4 * config.budget_s)
    search = Search(judge, verifier, config, original, inputs, deadline, observer, memory_limit, original)
    search.seen.add(fingerprint(source))
    return search


def _search_rounds(search: Search, proposers: Sequence[Proposer], ranker: Ranker | None, statement: str) -> Node:
    """Rounds until one brings nothing or the time is up, then what earns nothing is taken out."""
    best = search.original
    for number in range(1, search.config.max_rounds + 1):
        ratio = search.original.time_ns / best.time_ns
        search.observer.on_phase(f"round {number}: looking for changes (so far {ratio:.2f}x)")
        request = Request(best.source, statement, _feedback(search.candidates))
        proposals = (p for proposer in proposers for p in proposer.propose(request))
        improved = search.round(best, proposals if ranker is None else _ranked(proposals, ranker))
        if improved is best or search.out_of_time:
            best = improved
            break
        best = improved
    search.observer.on_phase("taking out what earns nothing")
    search.deadline += 0.15 * search.config.budget_s
    return search.prune(best)


def _ranked(proposals: Iterable[Proposal], ranker: Ranker) -> list[Proposal]:
    """Smallest predicted time first."""
    listed = list(proposals)
    times = ranker.rank([proposal.source for proposal in listed])
    return [listed[i] for i in sorted(range(len(listed)), key=times.__getitem__)]


def _feedback(candidates: Sequence[Candidate], most: int = 20) -> tuple[tuple[str, str], ...]:
    return tuple((c.source, f"{c.fate} {c.detail}".strip()) for c in islice(reversed(candidates), most))


def _final_race(search: Search, winner: Node, started: float) -> Comparison:
    remaining = search.config.budget_s - (time.monotonic() - started)
    with search.judge.lease() as worker:
        return compare_programs(
            worker,
            search.original.source.encode(),
            winner.source.encode(),
            search.timed_inputs,
            limits=search.verifier.given.limits,
            warm=search.config.warm,
            seed=search.config.seed + 1,
            max_seconds=remaining,
        )


def _outcome(search: Search, winner: Node, final: Comparison | None, started: float, note: str) -> Outcome:
    improved = final is not None and final.answer == "faster" and final.b_memory_bytes <= search.memory_limit
    if final is not None and not improved:
        note = note or f"the best candidate ({final.ratio:.3f}x) did not win the final race"
    verifier = search.verifier
    names = {test.input: test.name for test in verifier.given.tests}
    checked = Checked(
        len(verifier.given.tests),
        len(verifier.hidden.tests) if verifier.hidden else 0,
        verifier.given.checker.kind,
        verifier.oracle,
        tuple(names[content] for content in search.timed_inputs),
    )
    return Outcome(
        improved,
        search.original.source,
        winner.source if improved else search.original.source,
        winner.changes if improved else (),
        final,
        tuple(search.candidates),
        checked,
        time.monotonic() - started,
        note,
    )


def _fate(report: JudgeReport) -> Fate:
    if report.verdict is Verdict.WA:
        return "wrong"
    if report.verdict is Verdict.TLE:
        return "too_slow"
    return "untested" if report.verdict is Verdict.JF else "failed"


def _why(report: JudgeReport) -> str:
    failure = report.first_failure
    where = f"{failure.name}: " if failure else ""
    return f"{report.verdict} {where}{report.feedback}"[:300]
