"""What a training reads, made once from a folder of pairs: examples, statements and the two vocabularies."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from ecode.errors import DataError, ModelError
from ecode.formats.shards import parquet_shards
from ecode.models.examples import TRAIN, build_examples
from ecode.models.hub.tokenization_ecode import TEXT_FILE, ECodeTokenizer
from ecode.models.vocabulary import train_vocabularies

_RECORD = "prepared.json"
_VOCABULARIES = ("tokenizer.json", TEXT_FILE)
_PROGRAMS = 30_000  # are enough for merges


def prepare(
    pairs: Path,
    folder: Path,
    *,
    normalise: bool = True,
    code_size: int = 2048,
    text_size: int = 2048,
    processes: int = 2,
    like: Path | None = None,
) -> ECodeTokenizer:
    """Make examples and vocabularies in `folder`, or take what an earlier call with the same arguments made. The
    vocabularies are those of the checkpoint `like` where one is given.

    Raises `DataError` where `pairs` holds none, `ModelError` where `folder` was made from something else.
    """
    wanted = {"pairs": _identity(pairs), "normalise": normalise, "code_size": code_size, "text_size": text_size}
    if like is not None:
        _digests(like)  # found out before the work
    record = folder / _RECORD
    if not record.is_file():
        counts = build_examples(pairs, folder, normalise=normalise, processes=processes)
        if like is None:
            tokenizer = train_vocabularies(
                _programs(folder), _statements(folder), folder, code_size=code_size, text_size=text_size
            )
        else:
            tokenizer = ECodeTokenizer.from_pretrained(like)
            tokenizer.save_pretrained(folder)
        record.write_text(json.dumps(wanted | {"examples": counts}, indent=1) + "\n", encoding="utf-8")
        return tokenizer
    made = _read(record)
    if changed := sorted(key for key in wanted if made.get(key) != wanted[key]):
        raise ModelError(f"{folder} was prepared with another {', '.join(changed)}: use another folder.")
    if like is not None and _digests(folder) != _digests(like):
        raise ModelError(f"{folder} was prepared with other vocabularies than those of {like}: use another folder.")
    return ECodeTokenizer.from_pretrained(folder)


def _read(record: Path) -> dict[str, object]:
    """What was prepared. Raises `DataError` where that cannot be told."""
    try:
        made = json.loads(record.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        made = None
    if not isinstance(made, dict):
        raise DataError(f"{record} is damaged: delete {record.parent}, which is then made anew.")
    return made


def _identity(pairs: Path) -> list[list[object]]:
    """Name and size of each file: tells one build from another."""
    files = parquet_shards(pairs, "train")
    if not files:
        raise DataError(f"{pairs} holds no pairs to train on: looked for train-*.parquet.")
    return [[path.name, path.stat().st_size] for path in files]  # as JSON gives it back


def _digests(folder: Path) -> list[str]:
    """Of the vocabularies."""
    try:
        return [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _VOCABULARIES]
    except OSError as error:
        raise ModelError(f"{folder} is no checkpoint of this model: {error.strerror}: {error.filename}.") from None


def _programs(folder: Path) -> Iterator[str]:
    left = _PROGRAMS
    for batch in pq.ParquetFile(folder / f"{TRAIN}.parquet").iter_batches(1000, columns=["source", "edits"]):
        rows = batch.to_pydict()
        for source, edits in zip(rows["source"], rows["edits"], strict=True):
            if left == 0:
                return
            left -= 1
            yield source
            yield edits


def _statements(folder: Path) -> Iterator[str]:
    with (folder / "statements.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            yield "\n".join(value for name, value in fields.items() if name != "problem_id")
