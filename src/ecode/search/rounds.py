"""One optimisation's state: trying candidates, rounds that combine them, and taking out what earns nothing."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Event

from ecode.errors import JudgeFault
from ecode.judge.run import Judge
from ecode.judge.worker import CompileError, Worker
from ecode.records import JudgeReport, TestCase, Verdict
from ecode.search.config import Observer, OptimizeConfig
from ecode.search.interfaces import Change, Proposal
from ecode.search.node import Node, Step, line_count, replay
from ecode.search.outcome import Candidate, Fate
from ecode.search.screen import BaseClock, screen
from ecode.search.verify import Stages, Verifier, shown
from ecode.syntax.fingerprint import fingerprint

GAIN = 1.01  # what a screening must show for a change to be worth combining, and to stay in
LEAP = 2.0  # a gain after which everything else is better tried anew
_STEADY_NS = 5e6  # below five milliseconds a screening is not good to 1 %
NEUTRAL = 0.97  # a change that costs no more than this may still help others
OUT_OF_TIME = "out of time"


@dataclass(frozen=True, slots=True)
class Tried:
    """A proposal that passed its tests. `gain` is its base's cost over its own."""

    proposal: Proposal
    gain: float
    node: Node


@dataclass
class Search:
    """The state of one optimisation."""

    judge: Judge
    verifier: Verifier
    config: OptimizeConfig
    original: Node
    timed: tuple[TestCase, ...]
    stages: Stages
    deadline: float
    observer: Observer
    memory_limit: int
    best: Node
    """The cheapest correct program so far, by its screening: what an interrupted search goes on with."""
    candidates: list[Candidate] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    unasked: set[str] = field(default_factory=set)
    """Names of proposers for whom there was no time."""
    clock: BaseClock = field(default_factory=BaseClock)

    @property
    def out_of_time(self) -> bool:
        return time.monotonic() > self.deadline

    # -- one candidate ---------------------------------------------------------------------------------------------
    def try_proposal(
        self, base: Node, proposal: Proposal, pairs: int | None = None, *, again: bool = False
    ) -> Tried | Fate:
        """Test and screen one candidate; its fate where it is out of the race. Every fate is recorded.

        A program that was tried before, in other words or layout, is a copy, unless it is to be tried `again`.
        """
        changes = (*base.changes, proposal.change)
        if self.out_of_time:
            return self._record(proposal.source, changes, "untested", OUT_OF_TIME)
        mark = fingerprint(proposal.source)
        if mark in self.seen and not again:
            return "copy"
        self.seen.add(mark)
        try:
            with self.judge.lease() as worker:
                return self._judge_and_screen(worker, base, proposal, changes, pairs)
        except CompileError as error:  # where nothing was judged before the clock
            return self._record(proposal.source, changes, "failed", f"{Verdict.CE} {error}")
        except JudgeFault as error:
            return self._record(proposal.source, changes, "untested", str(error))

    def _judge_and_screen(
        self, worker: Worker, base: Node, proposal: Proposal, changes: tuple[Change, ...], pairs: int | None
    ) -> Tried | Fate:
        report = self.verifier.verify(worker, proposal.source, self.stages.cheap)
        if not report.accepted:
            return self._record(proposal.source, changes, _fate(report), _why(report, self.verifier.hidden))
        result = screen(
            worker,
            base.source,
            proposal.source,
            self.timed,
            check=self.verifier.check,
            base_ns=base.time_ns,
            limits=self.verifier.given.limits,
            warm=self.config.warm,
            pairs=pairs,
            clock=self.clock,
        )
        if result.failure:
            return self._record(proposal.source, changes, *result.failure)
        if result.memory_bytes > self.memory_limit:
            megabytes = f"{result.memory_bytes >> 20} MB"
            return self._record(proposal.source, changes, "too_much_memory", megabytes, result.candidate_ns)
        # The base's own time drifts with the machine: carry the ratio, which was measured side by side.
        growth = line_count(proposal.source) - line_count(self.original.source)
        steps = (*base.steps, Step(proposal.change, proposal.apply))
        node = Node(proposal.source, steps, base.time_ns / result.ratio, growth)
        tried = Tried(proposal, base.cost / node.cost, node)
        if tried.gain >= NEUTRAL:
            report = self.verifier.verify(worker, proposal.source, self.stages.dear)
            if not report.accepted:
                return self._record(proposal.source, changes, _fate(report), _why(report, self.verifier.hidden))
        fate: Fate = "kept" if tried.gain >= GAIN else "no_gain"
        detail = f"{result.ratio:.2f}x" + (f", {growth} lines longer" if growth > 20 else "")
        self._record(proposal.source, changes, fate, detail, result.candidate_ns, result.memory_bytes)
        if tried.gain >= GAIN and node.cost < self.best.cost:
            self.best = node
        return tried

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
        passed = self._try_all(base, proposals)
        best = max(passed, key=lambda one: one.gain, default=None)
        if best is None:
            return base
        winner = best.node if best.gain >= GAIN else base
        for wanted in (GAIN, NEUTRAL):
            chosen = [one.proposal for one in passed if one.gain >= wanted]
            together = self._combine(base, chosen)
            if together is not None and together.cost * GAIN < winner.cost:
                winner = together
            elif wanted == GAIN and len(chosen) > 1:
                winner = self._combine_greedily(winner, best, passed)
        return winner

    def _try_all(self, base: Node, proposals: Iterable[Proposal]) -> list[Tried]:
        """On all workers; the first proposals are tried while the last are still being made.

        A leap ends the round for changes: those still waiting are cheaper to time on what it leads to. Whole programs
        cannot be made again there, so they are tried all the same.
        """
        leapt = Event()

        def try_one(proposal: Proposal) -> list[Tried]:
            waits = leapt.is_set() and proposal.apply is not None
            tried = [] if waits else self._try_with_parts(base, proposal)
            if any(one.gain >= LEAP for one in tried):
                leapt.set()
            return tried

        with ThreadPoolExecutor(self.judge.size) as pool:
            try:
                futures = [pool.submit(try_one, proposal) for proposal in proposals]
                return [one for future in futures for one in future.result()]
            except KeyboardInterrupt:
                self.deadline = 0.0  # those still waiting are not reached any more
                raise

    def _try_with_parts(self, base: Node, proposal: Proposal) -> list[Tried]:
        """A proposal, or where it fails its tests, those of its parts that pass."""
        whole = self.try_proposal(base, proposal)
        if isinstance(whole, Tried):
            return [whole]
        if whole not in ("wrong", "failed") or proposal.parts is None:
            return []
        tried = (self.try_proposal(base, part) for part in proposal.parts())
        return [one for one in tried if isinstance(one, Tried)]

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
        return replace(tried.node, steps=(*base.steps, *steps)) if isinstance(tried, Tried) else None

    def _combine_greedily(self, winner: Node, best: Tried, passed: Sequence[Tried]) -> Node:
        """From the best change on, add one at a time what still helps: for when all together did not."""
        for one in sorted(passed, key=lambda one: -one.gain):
            if one is best or one.gain < GAIN or one.proposal.apply is None or self.out_of_time:
                continue
            changed = one.proposal.apply(winner.source)
            tried = self.try_proposal(winner, replace(one.proposal, source=changed)) if changed else "copy"
            if isinstance(tried, Tried) and tried.gain >= GAIN:
                winner = tried.node
        return winner

    # -- what remains ----------------------------------------------------------------------------------------------
    def prune(self, winner: Node) -> Node:
        """Take out every step whose absence costs nothing, last ones first. Lines count a little, as in the search."""
        for position in reversed(range(len(winner.steps))):
            if len(winner.steps) < 2 or self.out_of_time:
                break
            steps = (*winner.steps[:position], *winner.steps[position + 1 :])
            source = replay(self.original.source, steps)
            if source is None or source == winner.source:
                continue
            change = Change(f"without {winner.steps[position].change.name}", "A smaller change, if it costs nothing.")
            tried = self.try_proposal(winner, Proposal(source, change), again=True)
            if isinstance(tried, Tried) and tried.gain * _tolerance(winner.time_ns) > 1:
                winner = replace(tried.node, steps=steps)
        return winner

    def last_check(self, winner: Node) -> Node:
        """The winner on the tests that were too dear for every candidate; steps that fail them are taken back."""
        while winner.steps and self.stages.last:
            with self.judge.lease() as worker:
                report = self.verifier.verify(worker, winner.source, self.stages.last)
            if report.accepted:
                break
            self._record(winner.source, winner.changes, _fate(report), _why(report, self.verifier.hidden))
            steps = winner.steps[:-1]
            source = replay(self.original.source, steps) if steps else None
            winner = replace(winner, source=source, steps=steps) if source else self.original
        return winner


def _tolerance(time_ns: float) -> float:
    """How much slower a smaller change may look and still count as equal."""
    return GAIN if time_ns >= _STEADY_NS else 1 + 0.05 * math.sqrt(_STEADY_NS / max(time_ns, 1e4))


def _fate(report: JudgeReport) -> Fate:
    if report.verdict is Verdict.WA:
        return "wrong"
    if report.verdict is Verdict.TLE:
        return "too_slow"
    return "untested" if report.verdict is Verdict.JF else "failed"


def _why(report: JudgeReport, hidden: Sequence[TestCase]) -> str:
    """Verdict, test and feedback; of a test that nobody but us knows, its input, too."""
    failure = report.first_failure
    where = f"{failure.name}: " if failure else ""
    unknown = next((test for test in hidden if failure and test.name == failure.name), None)
    given = f" on the input {shown(unknown.input)}" if unknown else ""
    return f"{report.verdict} {where}{report.feedback}"[:300] + given
