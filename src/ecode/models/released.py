"""Imports the parameters that the paper released: a folder with a `save_pretrained` subfolder for every language model
and a pickled file for each of the two other layers.

Nothing in such a folder is executed. Weights are read by safetensors or by `torch.load(weights_only=True)`. Where a
whole module was pickled, the pickle is parsed, not unpickled: names in it stay names, calls stay records of a call, and
a name that a layer is not made of is refused.
"""

from __future__ import annotations

import json
import math
import pickle
import re
import warnings
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, GPTNeoConfig, PretrainedConfig

from ecode.errors import ModelError
from ecode.models.hub.backbones_ecode import bert_config, gpt_neo_config
from ecode.models.hub.configuration_ecode import ECodeConfig
from ecode.models.hub.modeling_ecode import ECodeForConditionalGeneration
from ecode.models.inert_pickle import STORAGES, TENSOR, Call, parse


@dataclass(frozen=True, slots=True)
class Layout:
    """Names of the parts in a folder. `experts` are named as in `ECodeConfig`."""

    experts: Mapping[str, str]
    integration: str
    code: str
    prefix: str
    writer: str
    enlarge: str
    fusion: str

    @property
    def parts(self) -> tuple[str, ...]:
        layers = (self.integration, self.code, self.prefix, self.writer, self.enlarge, self.fusion)
        return (*self.experts.values(), *layers)


E_CODE = Layout(
    {
        "title": "TitleLayer",
        "body": "ProblemDescriptionBodyLayer",
        "input": "InputDescriptionLayer",
        "output": "OutputDescriptionLayer",
        "samples": "IOSampleTestingAndNoteDescriptionLayer",
    },
    integration="ExpertGroupIntegrationLayer",
    code="ICLayer",
    prefix="ECLayer",
    writer="FinalOutputLayer",
    enlarge="MLPEnlargeLayer.pkl",
    fusion="MultiHeadedAttentionMechanism.pkl",
)
NO_EXPERT = Layout(
    {"text": "Opened_expert_group_layer"},
    integration="Expert_Group_Integration_Layer",
    code="IC_layer",
    prefix="EC_layer",
    writer="Final_output_layer",
    enlarge="MLP_enlarge_layer.pkl",
    fusion="Multi_headed_attention_mechanism.pkl",
)
_HEADS = 48  # the paper's; a file of tensors alone does not say it
_TOKENS = {"decoder_start_token_id": 102, "bos_token_id": 102, "eos_token_id": 50_256, "pad_token_id": 0}
"""What the released scripts start with, stop at and fill up with: [CLS], <|endoftext|> and [PAD] of their tokenizer."""

_BERT = (
    *("vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size", "hidden_act"),
    *("max_position_embeddings", "type_vocab_size", "layer_norm_eps"),
)
_GPT_NEO = (
    *("vocab_size", "hidden_size", "num_layers", "num_heads", "max_position_embeddings", "attention_layers"),
    *("window_size", "activation_function", "layer_norm_epsilon"),
)
"""Settings that change what a layer computes; dropout and initialisation do not."""
_BUFFERS = re.compile(r"(\.attn\.attention\.(bias|masked_bias)|embeddings\.position_ids)$")
"""Constants, saved among the parameters by older versions of transformers."""


def load_released(folder: Path, *, experts: Sequence[str] | None = None) -> ECodeForConditionalGeneration:
    """The model of a folder in the layout of the paper's parameters, with the sizes that the folder says; `experts`
    leaves out those not named. It reads and writes plain programs (the folder holds no tokenizer).

    Raises `ModelError` where a part is missing, damaged, of another shape, unknown, or more than data.
    """
    layout = NO_EXPERT if (folder / NO_EXPERT.experts["text"]).exists() else E_CODE
    _check_parts(folder, layout)
    chosen = _chosen(layout, experts)
    enlarge, fusion = _read_file(folder / layout.enlarge), _read_file(folder / layout.fusion)
    model = ECodeForConditionalGeneration(_config(folder, layout, chosen, enlarge, fusion))
    encoder: Any = model.encoder
    decoder: Any = model.decoder
    parts = {layout.experts[name]: encoder.text.experts[name].bert for name in chosen}
    parts |= {layout.integration: encoder.text.integration.bert, layout.code: encoder.code.body}
    parts |= {layout.prefix: decoder.prefix.body, layout.writer: decoder.writer.lm}
    for name, part in parts.items():
        _fill(part, _read_folder(folder / name), folder / name)
    _fill(encoder.text.enlarge, _single(enlarge.tensors), folder / layout.enlarge)
    _fill(decoder.fusion, fusion.tensors, folder / layout.fusion)
    return model.eval()


def _check_parts(folder: Path, layout: Layout) -> None:
    """All parts are there, and nothing that looks like one more."""
    if missing := [name for name in layout.parts if not (folder / name).exists()]:
        raise ModelError(f"{folder} does not hold the paper's parameters: there is no {', '.join(missing)}.")
    found = [path.name for path in folder.iterdir() if path.is_dir() or path.suffix == ".pkl"]
    if unknown := sorted(name for name in found if name not in layout.parts and not name.startswith(".")):
        raise ModelError(f"{folder} holds parts that this model has no place for: {', '.join(unknown)}.")


def _chosen(layout: Layout, experts: Sequence[str] | None) -> list[str]:
    """Names of the experts to load, in the order in which they are joined."""
    if unknown := sorted(set(experts or ()) - layout.experts.keys()):
        raise ModelError(f"no expert {', '.join(unknown)}: there are {', '.join(layout.experts)}.")
    chosen = [name for name in layout.experts if experts is None or name in experts]
    if not chosen:
        raise ModelError(f"at least one expert is needed of {', '.join(layout.experts)}.")
    return chosen


def _config(folder: Path, layout: Layout, chosen: Sequence[str], enlarge: LayerFile, fusion: LayerFile) -> ECodeConfig:
    """The preset `paper` with the sizes of the folder, after a check that every part is built as the model's is."""
    berts = {name: _settings(folder / layout.experts[name], BertConfig) for name in chosen}
    integration = _settings(folder / layout.integration, BertConfig)
    code, prefix, writer = (
        _settings(folder / name, GPTNeoConfig) for name in (layout.code, layout.prefix, layout.writer)
    )
    text = berts[chosen[0]]
    try:
        config = ECodeConfig.preset(
            "paper",
            experts=list(chosen),
            text_vocab_size=text.vocab_size,
            text_hidden_size=text.hidden_size,
            text_layers=text.num_hidden_layers,
            text_heads=text.num_attention_heads,
            text_ffn_size=text.intermediate_size,
            text_max_length=text.max_position_embeddings,
            integration_layers=integration.num_hidden_layers,
            integration_max_length=integration.max_position_embeddings,
            activation="relu" if "0.weight" in enlarge.tensors else "none",  # a Sequential of both
            vocab_size=writer.vocab_size,
            hidden_size=writer.hidden_size,
            encoder_layers=code.num_layers,
            prefix_layers=prefix.num_layers,
            decoder_layers=writer.num_layers,
            num_heads=writer.num_heads,
            num_kv_heads=writer.num_heads,
            ffn_size=writer.intermediate_size or 4 * writer.hidden_size,
            fusion_heads=int(fusion.settings.get("num_heads", _HEADS)),
            output="program",
            conditioning=False,
            normalise_names=False,
            **{name: token for name, token in _TOKENS.items() if token < writer.vocab_size},
        )
    except ValueError as error:
        raise ModelError(f"the parts of {folder} do not fit each other: {error}.") from None
    for name, bert in berts.items():
        wanted = bert_config(config, config.text_layers, config.text_max_length)
        _check_settings(folder / layout.experts[name], bert, wanted, _BERT)
    wanted = bert_config(config, config.integration_layers, config.integration_max_length)
    _check_settings(folder / layout.integration, integration, wanted, _BERT)
    for name, neo in ((layout.code, code), (layout.prefix, prefix), (layout.writer, writer)):
        _check_settings(folder / name, neo, gpt_neo_config(config, neo.num_layers), _GPT_NEO)
    return config


def _settings(folder: Path, kind: type[PretrainedConfig]) -> Any:
    """What `config.json` of a part says."""
    path = folder / "config.json"
    try:
        settings = json.loads(path.read_text(encoding="utf-8"))
        found = settings.pop("model_type", kind.model_type)
        if found != kind.model_type:
            raise ModelError(f"{folder} holds a model of kind {found}, not {kind.model_type}.")
        return kind(**settings)
    except ModelError:
        raise
    except Exception as error:  # transformers has many for a bad configuration
        raise ModelError(f"{path} cannot be read: {_first_line(error)}.") from None


def _check_settings(folder: Path, found: Any, wanted: Any, names: Iterable[str]) -> None:
    differing = [name for name in names if getattr(found, name) != getattr(wanted, name)]
    if differing:
        listed = ", ".join(f"{name} {getattr(found, name)} instead of {getattr(wanted, name)}" for name in differing)
        raise ModelError(f"{folder} is built differently from the model: {listed}.")


def _fill(part: nn.Module, tensors: Mapping[str, Tensor], where: Path) -> None:
    """Copy the tensors into a part of the model; all of them, and nothing else."""
    own = part.state_dict()
    tied = {"lm_head.weight"} & own.keys() - tensors.keys()  # the same as the table of embeddings
    problems = [f"{name} is missing" for name in own.keys() - tensors.keys() - tied]
    for name, tensor in tensors.items():
        if name not in own:
            problems.append(f"{name} has no place")
        elif tensor.shape != own[name].shape:
            problems.append(f"{name} is {tuple(tensor.shape)} instead of {tuple(own[name].shape)}")
    if problems:
        more = f" and {len(problems) - 5} more" if len(problems) > 5 else ""
        raise ModelError(f"{where} does not fit the model: {', '.join(sorted(problems)[:5])}{more}.")
    if "lm_head.weight" in tensors and not torch.equal(tensors["lm_head.weight"], tensors["transformer.wte.weight"]):
        raise ModelError(f"{where} has a head that is not its table of embeddings: the model shares the two.")
    part.load_state_dict(dict(tensors), strict=False)


def _read_folder(folder: Path) -> dict[str, Tensor]:
    """The parameters of a `save_pretrained` folder."""
    if (folder / "model.safetensors").is_file():
        try:
            tensors = load_file(folder / "model.safetensors")
        except (SafetensorError, OSError) as error:
            raise ModelError(f"{folder / 'model.safetensors'} cannot be read: {error}.") from None
    elif (folder / "pytorch_model.bin").is_file():
        try:
            tensors = _read_state(folder / "pytorch_model.bin")
        except pickle.UnpicklingError:
            raise ModelError(f"{folder / 'pytorch_model.bin'} holds more than tensors: it is not read.") from None
    else:
        raise ModelError(f"{folder} holds no parameters: there is no model.safetensors and no pytorch_model.bin.")
    return {name: tensor for name, tensor in tensors.items() if not _BUFFERS.search(name)}


def _read_state(path: Path) -> dict[str, Tensor]:
    """Raises `pickle.UnpicklingError` where the file holds something else than plain tensors."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of a pickle that it then refuses
            state = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError:
        raise
    except Exception as error:  # of a damaged file torch raises nearly anything
        raise ModelError(f"{path} is damaged or no file of torch: {_first_line(error)}.") from None
    if not isinstance(state, dict) or not all(isinstance(value, Tensor) for value in state.values()):
        raise ModelError(f"{path} holds something else than named tensors.")
    return state


@dataclass(frozen=True, slots=True)
class LayerFile:
    """A layer of a .pkl file; `settings` are the numbers that a whole module has beside its tensors."""

    tensors: dict[str, Tensor]
    settings: dict[str, Any] = field(default_factory=dict)


def _read_file(path: Path) -> LayerFile:
    """A state dict, or a whole module."""
    try:
        return LayerFile(_read_state(path))
    except pickle.UnpicklingError:
        return _read_module(path)


def _single(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """A linear layer, without the number that it has inside a Sequential."""
    return {name.removeprefix("0."): tensor for name, tensor in tensors.items()}


_DEEPEST = 3  # of a module inside modules


def _read_module(path: Path) -> LayerFile:
    """The tensors of a whole module that `torch.save` has written."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = path.stat().st_size
            if any(entry.file_size > size for entry in archive.infolist()):
                raise ModelError(f"{path} is packed: torch.save does not write such files.")
            root = next(name for name in archive.namelist() if name.endswith("/data.pkl")).removesuffix("data.pkl")
            module = parse(archive.read(f"{root}data.pkl"))
            settings = {name: value for name, value in module.state.items() if isinstance(value, (bool, int))}
            return LayerFile(dict(_tensors(module, archive, root)), settings)
    except ModelError as error:
        raise ModelError(f"{path} is not read: {error}") from None
    except Exception as error:  # a file that is not what it seems fails anywhere
        raise ModelError(f"{path} is damaged or no module written by torch.save: {_first_line(error)}.") from None


def _tensors(module: Call, archive: zipfile.ZipFile, root: str, prefix: str = "") -> Iterable[tuple[str, Tensor]]:
    """Parameters and those of the modules inside, by their names."""
    for name, value in module.state["_parameters"].items():
        if value is not None:
            yield prefix + name, _tensor(value.args[0], archive, root)
    for name, child in module.state["_modules"].items():
        if prefix.count(".") == _DEEPEST:
            raise ModelError("modules are nested too deeply.")
        yield from _tensors(child, archive, root, f"{prefix}{name}.")


def _tensor(call: Call, archive: zipfile.ZipFile, root: str) -> Tensor:
    """A view of a storage, as a tensor of its own."""
    if call.name != TENSOR:
        raise ModelError(f"a parameter is made by {call.name.module}.{call.name.name}.")
    stored, offset, size, stride = call.args[:4]
    _, kind, key, _, _ = stored.where
    values = torch.frombuffer(bytearray(archive.read(f"{root}data/{key}")), dtype=STORAGES[kind])
    if math.prod(size) > len(values):
        raise ModelError("a parameter is larger than what is stored of it.")
    return values.as_strided(size, stride, offset).clone()


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0].rstrip(".")
