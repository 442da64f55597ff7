"""Makes the two vocabularies of `mini`: from programs as the model sees them, and from statements."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from ecode.models.hub.tokenization_ecode import TEXT_FILE, ECodeTokenizer
from ecode.models.program_text import MAX_LEVEL, MAX_LINES

SPEEDS = tuple(f"<fast{level}>" for level in range(5))
"""How fast a target is among the known programs: 4 is as fast as the fastest."""
_COUNTS = {"var": 96, "func": 24, "class": 8, "nvar": 48, "nfunc": 8, "nclass": 4}


def code_marks() -> list[str]:
    """Everything that is one token whatever stands around it."""
    names = [f"{kind}{number}" for kind, count in _COUNTS.items() for number in range(1, count + 1)]
    lines = [f"<L{number}>" for number in range(MAX_LINES + 1)]
    return [*lines, *(f"<nl{level}>" for level in range(MAX_LEVEL + 1)), *names]


def train_vocabularies(
    programs: Iterable[str], statements: Iterable[str], folder: Path, *, code_size: int = 2048, text_size: int = 2048
) -> ECodeTokenizer:
    """Train both on texts and save them in `folder`. Sizes are upper bounds, marks included."""
    folder.mkdir(parents=True, exist_ok=True)
    code, text = folder / "tokenizer.json", folder / TEXT_FILE
    _code_tokenizer(programs, code_size).save(str(code))
    _text_tokenizer(statements, text_size).save(str(text))
    tokenizer = ECodeTokenizer(tokenizer_file=str(code), text_tokenizer_file=str(text))
    tokenizer.save_pretrained(folder)
    return tokenizer


def _code_tokenizer(programs: Iterable[str], size: int) -> Tokenizer:
    """Byte-level BPE whose merges stay between marks: inside a line, and never over a name."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.decoder = decoders.ByteLevel()
    special = ["<pad>", "<bos>", "<eos>", *SPEEDS]
    tokenizer.add_special_tokens(special)
    marks = code_marks()
    tokenizer.add_tokens([AddedToken(mark, single_word=mark[0] != "<", normalized=False) for mark in marks])
    trainer = trainers.BpeTrainer(
        vocab_size=size - len(marks),
        special_tokens=special,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
        min_frequency=20,
    )
    tokenizer.train_from_iterator(programs, trainer)
    return tokenizer


def _text_tokenizer(statements: Iterable[str], size: int) -> Tokenizer:
    """Lower-case byte-level BPE."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        special_tokens=["<pad>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(statements, trainer)
    return tokenizer
