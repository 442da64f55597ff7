"""A causal language model in a folder, run by this process on the CPU or a GPU."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from ecode.errors import ModelError
from ecode.llm.chat import Completion, Question
from ecode.llm.folder_loading import framework, load_folder
from ecode.llm.settings import Settings
from ecode.llm.usage import Usage

_FENCE = "```python\n"
"""Written for a model without a chat template, which only goes on with a text: its next word is the program's first."""


class FolderModel:
    """Satisfies `llm.chat.ChatModel`. `device` is torch's name of one; without it, a GPU is taken where there is one.

    Raises `ModelError` where the folder holds no causal language model, or torch or transformers is not installed.
    """

    def __init__(self, folder: Path, settings: Settings | None = None, *, device: str | None = None) -> None:
        self.folder, self.settings = folder, settings or Settings()
        self.usage = Usage(self.settings)
        self._torch = framework("torch")
        device = device or ("cuda" if self._torch.cuda.is_available() else "cpu")
        self._lm, self._tokenizer = load_folder(folder, device)
        self._longest = getattr(self._lm.config, "max_position_embeddings", None)

    @property
    def name(self) -> str:
        return f"hf:{self.folder.resolve().name}"

    def ask(self, question: Question, samples: int) -> list[Completion]:
        """`samples` answers, drawn together; one where the temperature is 0, because all would be the same.

        Raises `ModelError` for a question that is too long, where a limit is reached, or the memory is not enough.
        """
        self.usage.check()
        started = time.monotonic()
        text, begun = self._prompt(question)
        encoded = self._tokenizer(text, return_tensors="pt", add_special_tokens=bool(begun)).to(self._lm.device)
        length = int(encoded.input_ids.shape[1])
        written = self._generate(encoded, self._room(length), samples if self.settings.temperature > 0 else 1)
        found = [self._completion(row, begun) for row in written[:, length:].tolist()]
        self.usage.requests += 1
        self.usage.prompt_tokens += length
        self.usage.seconds += time.monotonic() - started
        return found

    def _generate(self, encoded: Any, room: int, samples: int) -> Any:
        """Prompt and answers as ids (samples, tokens)."""
        torch, drawn = self._torch, self.settings.temperature > 0
        devices = [self._lm.device] if self._lm.device.type == "cuda" else []
        try:
            with torch.no_grad(), torch.random.fork_rng(devices=devices):
                torch.manual_seed(self.settings.seed + self.usage.requests)
                return self._lm.generate(
                    input_ids=encoded.input_ids,
                    attention_mask=encoded.attention_mask,
                    do_sample=drawn,
                    num_return_sequences=samples,
                    max_new_tokens=room,
                    max_time=self.usage.seconds_left,
                    pad_token_id=self._pad,
                    **({"temperature": self.settings.temperature} if drawn else {}),
                )
        except torch.OutOfMemoryError:
            raise ModelError(
                f"{self.name} needs more memory than {self._lm.device} has: ask for fewer samples or tokens."
            ) from None

    def _room(self, length: int) -> int:
        """Tokens that an answer may have behind a question of that length."""
        if self._longest is None:
            return self.settings.max_tokens
        room = int(self._longest) - length
        if room < 1:
            raise ModelError(
                f"The question has {length} tokens, and {self.name} reads up to {self._longest}: "
                "the program or its statement is too long for it."
            )
        return min(self.settings.max_tokens, room)

    def _completion(self, ids: list[int], begun: str) -> Completion:
        end = next((place for place, token in enumerate(ids) if token in self._ends), None)
        self.usage.completion_tokens += len(ids) if end is None else end + 1
        text = self._tokenizer.decode(ids[:end], skip_special_tokens=True, clean_up_tokenization_spaces=False)
        return Completion(begun + text, end is not None)

    def _prompt(self, question: Question) -> tuple[str, str]:
        """The text that the model goes on with, and the beginning of its answer in there."""
        if not self._tokenizer.chat_template:
            return f"{question.system}\n\n{question.user}\n\nAnswer:\n\n{_FENCE}", _FENCE
        system, user = {"role": "system", "content": question.system}, {"role": "user", "content": question.user}
        refusal = framework("jinja2").exceptions.TemplateError
        try:
            return self._chat([system, user]), ""
        except refusal:  # some templates know no system
            return self._chat([{"role": "user", "content": f"{question.system}\n\n{question.user}"}]), ""

    def _chat(self, messages: list[dict[str, str]]) -> str:
        return str(self._tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True))

    @property
    def _ends(self) -> set[int]:
        """The tokens that end an answer."""
        more = self._lm.generation_config.eos_token_id
        return {self._tokenizer.eos_token_id, *(more if isinstance(more, list) else [more])} - {None}

    @property
    def _pad(self) -> int:
        pad = self._tokenizer.pad_token_id
        return int(self._tokenizer.eos_token_id if pad is None else pad)
