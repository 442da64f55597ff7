"""Writes an E-code model as two ONNX files for the light runtime, in full precision; and the same with int8 weights."""

from __future__ import annotations

import json
import logging
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from ecode.errors import ModelError
from ecode.models.hub import ECodeForConditionalGeneration, ECodeTokenizer
from ecode.models.hub.tokenization_ecode import TEXT_FILE
from ecode.models.onnx_graphs import EncoderGraph, StepGraph
from ecode.models.vocabulary import SPEEDS
from ecode.models.whole_folder import whole_folder

ENCODER, STEP, RECORD = "encoder.onnx", "step.onnx", "model.json"
FORMAT_VERSION = 1


def export_onnx(model: ECodeForConditionalGeneration, tokenizer: ECodeTokenizer, out: Path) -> None:
    """Write the folder `out`: two graphs, two vocabularies, and what the runtime must know.

    Raises `ModelError` for a model with another fusion than `cross` or with pretrained parts.
    """
    if not is_exportable(model.config):
        raise ModelError("only models with fusion=cross and our own layers can be exported (the preset mini).")
    out.mkdir(parents=True, exist_ok=True)
    model = model.eval().cpu()
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of torch.export, about itself
        _write(EncoderGraph(model), *_encoder_inputs(model), out / ENCODER)
        _write(StepGraph(model), *_step_inputs(model), out / STEP)
    tokenizer.save_pretrained(out)
    for name in ("special_tokens_map.json", "tokenizer_config.json"):
        (out / name).unlink(missing_ok=True)
    if tokenizer.text is None:
        (out / TEXT_FILE).unlink(missing_ok=True)
    (out / RECORD).write_text(json.dumps(_record(model, tokenizer), indent=1) + "\n", encoding="utf-8")


def is_exportable(config: Any) -> bool:
    """Whether the light runtime can run such a model."""
    own = config.code_backbone == "ecode" and config.text_backbone == "ecode"
    return own and config.fusion == "cross"


def quantize_onnx(exported: Path, out: Path) -> None:
    """The same with weights of int8 and activations quantised as they come (dynamic quantisation). An older `out` stays
    until the new one is whole."""
    with whole_folder(out) as folder:
        for file in exported.iterdir():  # not `copytree`, which hands on that a temporary folder is its owner's alone
            if file.suffix != ".onnx":
                shutil.copyfile(file, folder / file.name)
        with _silent_root():
            for name in (ENCODER, STEP):
                quantize_dynamic(exported / name, folder / name, weight_type=QuantType.QInt8, per_channel=True)
        record = json.loads((folder / RECORD).read_text(encoding="utf-8")) | {"precision": "int8"}
        (folder / RECORD).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


@contextmanager
def _silent_root() -> Iterator[None]:
    """Without onnxruntime's advice to prepare the graphs first, given through the root logger: it changes nothing."""
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.ERROR)
    try:
        yield
    finally:
        root.setLevel(level)


def _record(model: ECodeForConditionalGeneration, tokenizer: ECodeTokenizer) -> dict[str, Any]:
    config = model.config
    return {
        "format_version": FORMAT_VERSION,
        "precision": "float32",
        "experts": config.experts,
        "text_max_length": config.text_max_length,
        "layers": config.decoder_layers,
        "kv_heads": config.num_kv_heads,
        "head_width": config.hidden_size // config.num_heads,
        "max_source_length": config.max_source_length,
        "max_target_length": config.max_target_length,
        "start": config.decoder_start_token_id,
        "end": config.eos_token_id,
        "pad": config.pad_token_id,
        "fastest": tokenizer.convert_tokens_to_ids(SPEEDS[-1]) if config.conditioning else None,
        "output": config.output,
        "normalise_names": config.normalise_names,
        "config": config.to_diff_dict(),  # for `onnx_import`
    }


def _encoder_inputs(model: ECodeForConditionalGeneration) -> tuple[tuple[Any, ...], list[str], list[str], Any]:
    """(example inputs, names of inputs and outputs, dynamic shapes)."""
    batch, source, field = (torch.export.Dim(name) for name in ("batch", "source", "field"))
    ids = torch.ones(2, 9, dtype=torch.long)
    experts = len(model.config.experts)
    text = torch.ones(2, max(1, experts), 6 if experts else 1, dtype=torch.long)
    names = ["input_ids", "attention_mask", "text_input_ids", "text_attention_mask"]
    shapes = ({0: batch, 1: source}, {0: batch, 1: source}, {0: batch, 2: field}, {0: batch, 2: field})
    if not experts:
        shapes = (*shapes[:2], {0: batch}, {0: batch})
    outputs = ["memory_mask", "copy_keys", *cache_names("cross", model.config.decoder_layers)]
    return (ids, torch.ones_like(ids), text, torch.ones_like(text)), names, outputs, shapes


def _step_inputs(model: ECodeForConditionalGeneration) -> tuple[tuple[Any, ...], list[str], list[str], Any]:
    config = model.config
    batch, source, memory, past = (torch.export.Dim(name) for name in ("batch", "source", "memory", "past"))
    layers, heads, width = config.decoder_layers, config.num_kv_heads, config.hidden_size // config.num_heads
    ids, source_ids = torch.ones(2, 1, dtype=torch.long), torch.ones(2, 9, dtype=torch.long)
    mask, copy_keys = torch.ones(2, 14, dtype=torch.long), torch.randn(2, 9, config.hidden_size)
    pasts = [torch.randn(2, heads, 5, width) for _ in range(2 * layers)]
    crosses = [torch.randn(2, heads, 14, width) for _ in range(2 * layers)]
    names = ["ids", "source_ids", "memory_mask", "copy_keys"]
    names += [*cache_names("past", layers), *cache_names("cross", layers)]
    shapes = (
        {0: batch},
        {0: batch, 1: source},
        {0: batch, 1: memory},
        {0: batch, 1: source},
        [{0: batch, 2: past}] * (2 * layers),
        [{0: batch, 2: memory}] * (2 * layers),
    )
    outputs = ["log_probabilities", *cache_names("present", layers)]
    return (ids, source_ids, mask, copy_keys, pasts, crosses), names, outputs, shapes


def cache_names(kind: str, layers: int) -> list[str]:
    """In the order in which the graphs take and give them."""
    return [f"{kind}_{what}_{layer}" for layer in range(layers) for what in ("key", "value")]


def _write(
    graph: nn.Module,
    example: tuple[Any, ...],
    inputs: list[str],
    outputs: list[str],
    shapes: Any,
    path: Path,
) -> None:
    program = torch.onnx.export(
        graph.eval(),
        example,
        input_names=inputs,
        output_names=outputs,
        dynamic_shapes=shapes,
        opset_version=18,
        dynamo=True,
        verbose=False,
    )
    assert program is not None
    program.save(str(path))
