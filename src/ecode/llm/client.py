"""A language model on a server that speaks OpenAI's protocol of chat completions."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from ecode.errors import ModelError
from ecode.llm.address import Address
from ecode.llm.chat import Completion, Question
from ecode.llm.dialect import Dialect
from ecode.llm.key import Key
from ecode.llm.pace import MOST_PATIENCE_S, Clock, Pace, backoff_s, retry_after_s
from ecode.llm.refusals import is_passing, refusal
from ecode.llm.replies import complaint, completions, token_counts
from ecode.llm.settings import Settings
from ecode.llm.transport import NoReply, Reply, httpx_module, post
from ecode.llm.usage import Usage

_REFUSED = (400, 422)


@dataclass(slots=True)
class OpenAIModel:
    """Satisfies `llm.chat.ChatModel`. For one search at a time. `model` is the name that the server knows.

    Raises `ModelError` where httpx is not installed.
    """

    model: str
    address: Address = field(default_factory=Address)
    key: Key = field(default_factory=lambda: Key(None))
    settings: Settings = field(default_factory=Settings)
    clock: Clock = field(default_factory=Clock, repr=False)
    draw: Callable[[], float] = field(default=random.random, repr=False)
    usage: Usage = field(init=False)
    _pace: Pace = field(init=False, repr=False)
    _dialect: Dialect = field(default_factory=Dialect, init=False, repr=False)

    def __post_init__(self) -> None:
        httpx_module()
        self.usage = Usage(self.settings)
        self._pace = Pace(self.settings.requests_per_minute, self.clock)

    @property
    def name(self) -> str:
        return f"openai:{self.model}"

    def ask(self, question: Question, samples: int) -> list[Completion]:
        """At most `samples` answers; one where the temperature is 0, because all would be the same. A server that gives
        one at a time is asked again; what is there when that fails is returned.

        Raises `ModelError` where there is no answer, or a limit is reached before the first.
        """
        wanted = samples if self.settings.temperature > 0 else 1
        found: list[Completion] = []
        while len(found) < wanted:
            try:
                found += self._ask_once(question, wanted - len(found))
            except ModelError:
                if not found:
                    raise
                break
        return found[:wanted]

    def _ask_once(self, question: Question, samples: int) -> list[Completion]:
        """What one successful request brings. A refusal to which the question can be adapted is not the end."""
        while True:
            asked = samples if self._dialect.takes_n else 1
            body = self._dialect.body(self.model, question, asked, self.settings)
            reply = self._send(body)
            if reply.status in _REFUSED:
                said = complaint(reply)
                if self._dialect.learn(said.message, said.parameter or None, body):
                    continue
            if reply.status != 200:
                raise refusal(reply, self.address, self.model, self.key)
            found = self._read(reply, question)
            if len(found) < asked:
                self._dialect.takes_n = False
            return found

    def _read(self, reply: Reply, question: Question) -> list[Completion]:
        try:
            found = completions(reply, self.address.chat)
        except ModelError as error:
            raise ModelError(self.key.redacted(str(error))) from None
        counts = token_counts(reply)
        if counts is None:
            self.usage.estimate_tokens(question.system + question.user, [one.text for one in found])
        else:
            self.usage.count_tokens(*counts)
        return found

    def _send(self, body: dict[str, object]) -> Reply:
        """The first reply that waiting would not change."""
        problems: list[str] = []
        try:
            return self._send_again_and_again(body, problems)
        except NoReply:
            raise ModelError(
                f"{self.address.chat} cannot be reached: {problems[-1]}. Is the server running there?"
            ) from None
        except ModelError as error:
            if not problems:
                raise
            raise ModelError(f"{error} The last try failed: {problems[-1]}.") from None  # why there was one too many

    def _send_again_and_again(self, body: dict[str, object], problems: list[str]) -> Reply:
        """`problems` gets what was wrong with each try that failed. Raises `NoReply` where the last one got none."""
        while True:
            reply: Reply | None = None
            failure: NoReply | None = None
            try:
                reply = self._send_once(body)
            except NoReply as error:
                failure = error
            if reply is not None and not is_passing(reply):
                return reply
            problems.append(self.key.redacted(str(failure)) if reply is None else f"answer {reply.status}")
            asked = retry_after_s(reply.headers, self.clock.date()) if reply else None
            if len(problems) > self.settings.retries or (asked or 0.0) > MOST_PATIENCE_S:
                if reply is not None:
                    return reply
                raise failure or NoReply
            self._wait(backoff_s(len(problems), asked, self.draw))
            self.usage.retries += 1

    def _send_once(self, body: dict[str, object]) -> Reply:
        self.usage.check()
        self._wait(self._pace.pause_s())
        left = self.usage.seconds_left
        timeout_s = self.settings.timeout_s if left is None else min(self.settings.timeout_s, left)
        self.usage.requests += 1
        self._pace.sent()
        started = self.clock.now()
        try:
            return post(self.address, self.key.headers(), body, timeout_s, self.clock)
        finally:
            self.usage.seconds += self.clock.now() - started

    def _wait(self, seconds: float) -> None:
        """Raises `ModelError` where the time that is left does not allow it."""
        if seconds <= 0:
            return
        left = self.usage.seconds_left
        if left is not None and seconds >= left:
            raise ModelError(f"{self.address.chat} would have to be waited for longer than the model's time allows.")
        self.clock.sleep(seconds)
        self.usage.seconds += seconds
