"""What a baseline writes, parsed strictly."""

from __future__ import annotations

import re
from typing import Any

import torch

from ecode.errors import ModelError
from ecode.models.baseline.model import Baseline
from ecode.models.baseline.prompts import ids_of, text_of
from ecode.models.program_text import ProgramText, program_text
from ecode.syntax.canonical import canonical_lines, canonical_text

_FENCED = re.compile(r"\s*```(?:python|py)?[ \t]*\n(.*?)\n?```\s*", re.DOTALL | re.IGNORECASE)


@torch.no_grad()
def generate_baseline(
    model: Baseline,
    tokenizer: Any,
    code: str,
    statement: str = "",
    samples: int = 1,
    *,
    temperature: float = 0.25,
    top_p: float = 1.0,
) -> list[str]:
    """Faster versions of a program, without repetitions: those of `samples` answers that are programs. One sample is
    the likeliest answer, several are drawn (torch's generator decides).

    Raises `ModelError` for a program that cannot be shown to the model.
    """
    shown = program_text(code, normalise=model.recipe.normalise_names)
    ids = model.prompter(tokenizer).ids(ids_of(tokenizer, statement), canonical_text(shown.lines).rstrip("\n"))
    if ids is None:
        raise ModelError(f"the program is too long: its prompt may have {model.recipe.max_prompt} tokens")
    drawn = {"do_sample": True, "temperature": temperature, "top_p": top_p, "top_k": 0} if samples > 1 else {}
    prompt = torch.tensor([ids], device=model.lm.device)
    written = model.lm.generate(
        input_ids=prompt,
        attention_mask=torch.ones_like(prompt),
        num_return_sequences=samples,
        max_new_tokens=model.recipe.max_answer,
        pad_token_id=tokenizer.pad_token_id if tokenizer.pad_token_id is not None else tokenizer.eos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        **({"do_sample": False} | drawn),
    )
    start = 0 if model.is_seq2seq else len(ids)
    programs = []
    for answer in written[:, start:].tolist():
        try:
            programs.append(parse_answer(shown, text_of(tokenizer, answer)))
        except ModelError:
            continue  # no program
    return list(dict.fromkeys(programs))


def parse_answer(shown: ProgramText, answer: str) -> str:
    """The program of an answer, with the names of the program shown. An answer is a program and nothing else, or one
    fenced block of it. Raises `ModelError` for all others."""
    if fenced := _FENCED.fullmatch(answer):
        answer = fenced[1]
    try:
        lines = canonical_lines(answer.strip("\n"))
    except SyntaxError as error:
        raise ModelError(f"the answer is no program: {error}") from None
    if not lines:
        raise ModelError("the answer is empty")
    return shown.program("".join(f"<nl{line.level}>{line.text}" for line in lines), "program")
