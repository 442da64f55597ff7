"""An export for the light runtime back into a model that can be trained on: what `onnx_export` wrote, read again.

The export keeps the names of few weights. Which weight is which is found by exporting a model of the same settings with
weights of its own: the same export gives the same names, and there every weight is known by its values.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import torch
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from ecode.errors import ModelError
from ecode.models.hub import ECodeConfig, ECodeForConditionalGeneration, ECodeTokenizer
from ecode.models.onnx_export import ENCODER, RECORD, STEP, export_onnx

Weights = dict[str, NDArray[np.float32]]
Uses = dict[str, str]
"""Where a node takes a constant (`node/number of the input`) -> the constant's name there."""


def import_onnx(exported: Path) -> tuple[ECodeForConditionalGeneration, ECodeTokenizer]:
    """The model and tokenizer of an export; int8 weights come back as the numbers they stand for.

    Raises `ModelError` where the folder holds no export, or a damaged one.
    """
    if not is_export(exported):
        raise ModelError(f"{exported} holds no exported model: there is no {RECORD}.")
    record = json.loads((exported / RECORD).read_text(encoding="utf-8"))
    graphs = {graph: _read(exported / graph) for graph in (ENCODER, STEP)}
    tokenizer = ECodeTokenizer.from_pretrained(exported)
    model = ECodeForConditionalGeneration(ECodeConfig.from_dict(record["config"]))
    known, found = _distinct(model), Weights()
    with TemporaryDirectory() as folder:
        export_onnx(model, tokenizer, Path(folder))
        for graph, given in graphs.items():
            template = _read(Path(folder) / graph)
            found |= _placed(_renamed(given, template), _places(template[0], known), known)
    model.load_state_dict({name: torch.from_numpy(weight) for name, weight in found.items()}, strict=False)
    if missing := [name for name in known if name not in found]:
        raise ModelError(f"{exported} lacks weights of its model: {', '.join(missing[:3])}.")
    return model.eval(), tokenizer


def is_export(folder: Path) -> bool:
    """Whether a folder holds a model for the light runtime rather than a checkpoint."""
    return (folder / RECORD).is_file()


def _read(path: Path) -> tuple[Weights, Uses]:
    """The floating-point constants of a graph, quantised ones by the name that they had before; where each is used."""
    try:
        graph = onnx.load(path).graph
    except (OSError, DecodeError) as error:
        raise ModelError(f"{path} cannot be read: {error}") from None
    kept = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    made = {name: array for name, array in kept.items() if array.dtype == np.float32}
    for name in [name.removesuffix("_quantized") for name in kept if name.endswith("_quantized")]:
        scale, zero = kept[f"{name}_scale"], kept[f"{name}_zero_point"]  # of the tensor, or of each column
        made[name] = (kept[f"{name}_quantized"].astype(np.float32) - zero.astype(np.float32)) * scale
    uses = {
        f"{node.name}/{number}": name for node in graph.node for number, name in enumerate(node.input) if name in made
    }
    return made, uses


def _renamed(given: tuple[Weights, Uses], template: tuple[Weights, Uses]) -> Weights:
    """The weights of an export under the names of the template.

    An exporter keeps equal constants once, under the name of one of them (norms that were never trained are all ones):
    what has no constant of its name is what the same node takes in its place.
    """
    weights, uses = given
    shared = {name: uses[place] for place, name in template[1].items() if name not in weights and place in uses}
    return weights | {name: weights[kept] for name, kept in shared.items()}


def _distinct(model: ECodeForConditionalGeneration) -> Mapping[str, Tensor]:
    """The model's parameters, after making every one differ from every other."""
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.randn_like(parameter))
    return dict(model.named_parameters())


def _places(template: Weights, known: Mapping[str, Tensor]) -> dict[str, tuple[str, bool]]:
    """Name in the graph -> (name of the parameter, whether it stands there transposed)."""
    values = {name: tensor.detach().numpy() for name, tensor in known.items()}
    by_key = {_key(array.T): (name, True) for name, array in values.items() if array.ndim == 2}
    by_key |= {_key(array): (name, False) for name, array in values.items()}
    keys = {name: _key(array) for name, array in template.items()}
    return {name: by_key[key] for name, key in keys.items() if key in by_key}


def _key(array: NDArray[np.float32]) -> tuple[tuple[int, ...], bytes]:
    return array.shape, array.tobytes()


def _placed(weights: Weights, places: Mapping[str, tuple[str, bool]], known: Mapping[str, Tensor]) -> Weights:
    made = {}
    for name, (parameter, turned) in places.items():
        weight = weights.get(name)
        weight = weight.T if weight is not None and turned else weight
        if weight is None or weight.shape != known[parameter].shape:
            raise ModelError(f"the exported model does not fit its settings: {parameter} has another shape.")
        made[parameter] = np.array(weight, order="C")  # of its own: what onnx reads cannot be written to
    return made
