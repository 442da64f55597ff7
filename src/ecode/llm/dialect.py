"""What a server understands of OpenAI's protocol: learned from what it refuses."""

from __future__ import annotations

from dataclasses import dataclass

from ecode.llm.chat import Question
from ecode.llm.settings import Settings


@dataclass(slots=True)
class Dialect:
    """Some servers refuse several answers at once, some models any temperature, newer ones the old name of the limit of
    tokens."""

    takes_n: bool = True
    takes_temperature: bool = True
    limit_name: str = "max_tokens"

    def body(self, model: str, question: Question, samples: int, settings: Settings) -> dict[str, object]:
        messages = [{"role": "system", "content": question.system}, {"role": "user", "content": question.user}]
        body: dict[str, object] = {"model": model, "messages": messages, self.limit_name: settings.max_tokens}
        if self.takes_temperature:
            body["temperature"] = settings.temperature
        if samples > 1:
            body["n"] = samples
        return body

    def learn(self, complaint: str, parameter: str | None, body: dict[str, object]) -> bool:
        """Whether the question can be put differently, after a refusal that names a parameter or complains of one."""
        named = {parameter} if parameter else {name for name in ("temperature", "max_tokens") if name in complaint}
        if "n" in body and (parameter in (None, "n")) and not named - {"n"}:
            self.takes_n = False
        elif "temperature" in body and "temperature" in named:
            self.takes_temperature = False
        elif "max_tokens" in body and "max_tokens" in named and "max_completion_tokens" in complaint:
            self.limit_name = "max_completion_tokens"
        else:
            return False
        return True
