"""E-code without torch: numpy, onnxruntime and tokenizers. Satisfies `models.answers.Writer`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from ecode.errors import ModelError
from ecode.models.answers import Written
from ecode.models.onnx_session import open_session
from ecode.models.padding import padded
from ecode.models.sampling import choose

BUNDLED = Path(__file__).parent / "bundled" / "optimizer"
_ROWS = 16  # programs times samples at a time
_FORMAT_VERSION = 1


class LightModel:
    """What `onnx_export` wrote, ready to write programs."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        try:
            self._record: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
            self._encoder, self._step = (open_session(folder / name, threads) for name in ("encoder.onnx", "step.onnx"))
            self._code = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._text = Tokenizer.from_file(str(folder / "text_tokenizer.json")) if self._record["experts"] else None
        except FileNotFoundError as error:
            raise ModelError(f"{folder} holds no exported model: there is no {Path(error.filename).name}.") from None
        except Exception as error:  # onnxruntime and tokenizers raise types of their own
            raise ModelError(f"{folder} holds no usable model: {error}") from None
        if self._record.get("format_version") != _FORMAT_VERSION:
            raise ModelError(f"{folder} was exported by another version of E-code: export it again.")
        self.output: str = self._record["output"]
        self.normalise_names: bool = self._record["normalise_names"]

    @classmethod
    def load(cls, folder: Path | None = None, *, threads: int = 1) -> LightModel:
        """The bundled model, or an exported one. Raises `ModelError`."""
        return cls(folder or BUNDLED, threads)

    def generate(
        self,
        sources: Sequence[str],
        statements: Sequence[Mapping[str, str]] | None = None,
        *,
        samples: int = 1,
        temperature: float = 0.0,
        top_p: float = 1.0,
        seed: int = 0,
    ) -> list[list[Written]]:
        """`samples` answers for each source, as `program_text` writes it; temperature 0 is greedy.

        Raises `ModelError` for a source that is longer than the model reads.
        """
        rng = np.random.default_rng(seed % 2**64)
        ids = [self._source_ids(source) for source in sources]
        fields = [self._fields(statements[row] if statements else {}) for row in range(len(sources))]
        result: list[list[Written]] = [[] for _ in sources]
        order = sorted(range(len(ids)), key=lambda row: len(ids[row]))
        size = max(1, _ROWS // samples)
        for start in range(0, len(order), size):
            rows = order[start : start + size]
            made = self._batch([ids[r] for r in rows], [fields[r] for r in rows], samples, temperature, top_p, rng)
            for place, row in enumerate(rows):
                result[row] = made[place * samples : (place + 1) * samples]
        return result

    def _source_ids(self, source: str) -> list[int]:
        fastest = self._record["fastest"]
        ids = [*([] if fastest is None else [fastest]), *self._code.encode(source, add_special_tokens=False).ids]
        if len(ids) > self._record["max_source_length"]:
            raise ModelError(
                f"the program has {len(ids)} tokens; the model reads up to {self._record['max_source_length']}."
            )
        return ids

    def _fields(self, statement: Mapping[str, str]) -> list[list[int]]:
        """Tokens for each expert; the expert `text` reads all sections."""
        whole = "\n".join(filter(None, statement.values()))
        texts = [whole if name == "text" else statement.get(name) or "" for name in self._record["experts"]]
        longest = self._record["text_max_length"]
        return [self._text.encode(text).ids[:longest] if text and self._text else [] for text in texts]

    def _batch(
        self,
        ids: Sequence[list[int]],
        fields: Sequence[list[list[int]]],
        samples: int,
        temperature: float,
        top_p: float,
        rng: np.random.Generator,
    ) -> list[Written]:
        state = self._encoded(ids, fields).repeated(samples)
        count, end = len(ids) * samples, self._record["end"]
        written: list[list[int]] = [[] for _ in range(count)]
        logprobs, finished = np.zeros(count), np.zeros(count, bool)
        rows = np.arange(count)  # of those still at work, in the state
        tokens = np.full(count, self._record["start"], np.int64)
        for _ in range(self._record["max_target_length"]):
            scores = state.step(self._step, tokens)
            tokens = choose(scores, temperature, top_p, rng)
            logprobs[rows] += scores[np.arange(len(rows)), tokens]
            for row, token in zip(rows, tokens, strict=True):
                if token == end:
                    finished[row] = True
                else:
                    written[row].append(int(token))
            at_work = tokens != end
            if not at_work.all():  # the others cost nothing any more
                state.keep(at_work)
                rows, tokens = rows[at_work], tokens[at_work]
            if not len(rows):
                break
        texts = self._code.decode_batch(written, skip_special_tokens=False)
        return [Written(*answer) for answer in zip(texts, logprobs.tolist(), finished.tolist(), strict=True)]

    def _encoded(self, ids: Sequence[list[int]], fields: Sequence[list[list[int]]]) -> _State:
        source, mask = padded(ids, self._record["pad"])
        text, text_mask = padded([field for row in fields for field in row] or [[]] * len(ids), 0)
        shape = (len(ids), -1, text.shape[1])
        inputs = {
            "input_ids": source,
            "attention_mask": mask,
            "text_input_ids": text.reshape(shape),
            "text_attention_mask": text_mask.reshape(shape),
        }
        known = {node.name for node in self._encoder.get_inputs()}  # a model without experts reads no text
        memory_mask, copy_keys, *cross = self._encoder.run(None, {k: v for k, v in inputs.items() if k in known})
        empty = np.zeros((len(ids), self._record["kv_heads"], 0, self._record["head_width"]), np.float32)
        return _State(source, memory_mask, copy_keys, [empty] * len(cross), cross)


@dataclass(slots=True)
class _State:
    """What a step reads, row by row."""

    source_ids: NDArray[np.int64]
    memory_mask: NDArray[np.int64]
    copy_keys: NDArray[np.float32]
    past: list[NDArray[np.float32]]
    cross: list[NDArray[np.float32]]

    def step(self, session: Any, tokens: NDArray[np.int64]) -> NDArray[np.float32]:
        """Log probabilities of the next token; the state then holds one more."""
        inputs = {
            "ids": tokens[:, None],
            "source_ids": self.source_ids,
            "memory_mask": self.memory_mask,
            "copy_keys": self.copy_keys,
        }
        for kind, tensors in (("past", self.past), ("cross", self.cross)):
            inputs |= {f"{kind}_{('key', 'value')[n % 2]}_{n // 2}": tensor for n, tensor in enumerate(tensors)}
        scores, *self.past = session.run(None, inputs)
        return scores

    def _each(self, change: Any) -> None:
        self.source_ids, self.memory_mask = change(self.source_ids), change(self.memory_mask)
        self.copy_keys = change(self.copy_keys)
        self.past, self.cross = [change(t) for t in self.past], [change(t) for t in self.cross]

    def repeated(self, times: int) -> _State:
        if times > 1:
            self._each(lambda tensor: np.repeat(tensor, times, axis=0))
        return self

    def keep(self, rows: NDArray[np.bool_]) -> None:
        self._each(lambda tensor: tensor[rows])
