"""The layout of the paper's released parameters, written on the fly from random models and read back."""

import json
import os
import pickle
import shutil
from collections import OrderedDict
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from torch import nn
from transformers.utils.logging import disable_progress_bar

from ecode.errors import ModelError
from ecode.models.hub.configuration_ecode import ECodeConfig
from ecode.models.hub.modeling_ecode import ECodeForConditionalGeneration
from ecode.models.released import E_CODE, NO_EXPERT, Layout, load_released

TINY: dict[str, Any] = {
    "text_vocab_size": 60,
    "text_hidden_size": 16,
    "text_ffn_size": 24,
    "text_max_length": 12,
    "integration_max_length": 40,
    "vocab_size": 70,
    "hidden_size": 48,
    "encoder_layers": 2,
    "prefix_layers": 4,
    "decoder_layers": 2,
    "num_heads": 4,
    "num_kv_heads": 4,
    "ffn_size": 64,
    "fusion_heads": 12,
    "conditioning": False,
}


def tiny(preset: str = "paper", **changes: Any) -> ECodeForConditionalGeneration:
    torch.manual_seed(0)
    specials = dict.fromkeys(("pad_token_id", "bos_token_id", "eos_token_id", "decoder_start_token_id"), 3)
    model = ECodeForConditionalGeneration(ECodeConfig.preset(preset, **(TINY | specials | changes))).eval()
    for parameter in model.parameters():  # biases and norms, too, so that none can be lost unseen
        parameter.data += 0.05 * torch.randn_like(parameter)
    return model


def save_released(model: Any, folder: Path, layout: Layout = E_CODE) -> Path:
    """Write a model as the released code does: `save_pretrained` for language models, whole pickled other layers."""
    disable_progress_bar()
    text = model.encoder.text
    for name, expert in text.experts.items():
        expert.bert.save_pretrained(folder / layout.experts[name])
    text.integration.bert.save_pretrained(folder / layout.integration)
    model.encoder.code.body.save_pretrained(folder / layout.code)
    model.decoder.prefix.body.save_pretrained(folder / layout.prefix)
    model.decoder.writer.lm.save_pretrained(folder / layout.writer)
    relu = isinstance(text.activation, nn.ReLU)
    torch.save(nn.Sequential(text.enlarge, nn.ReLU()) if relu else text.enlarge, folder / layout.enlarge)
    torch.save(model.decoder.fusion, folder / layout.fusion)
    return folder


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_released(tiny(), tmp_path_factory.mktemp("released"))


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(written, tmp_path / "copy"))


def logits(model: ECodeForConditionalGeneration) -> torch.Tensor:
    torch.manual_seed(1)
    experts = len(model.config.experts)
    mask = torch.ones(2, experts, 9, dtype=torch.long)
    mask[0, 0, 5:] = mask[1, -1, 2:] = 0
    with torch.no_grad():
        return model(
            input_ids=torch.randint(0, 70, (2, 15)),
            text_input_ids=torch.randint(0, 60, (2, experts, 9)),
            text_attention_mask=mask,
            decoder_input_ids=torch.randint(0, 70, (2, 11)),
        ).logits


def state_dicts(folder: Path) -> None:
    """The two layers as state dicts, the language models as .bin files with the constants of older versions."""
    for name in (E_CODE.enlarge, E_CODE.fusion):
        module = torch.load(folder / name, weights_only=False)  # our own file
        torch.save(module.state_dict(), folder / name)
    for part in (path for path in folder.iterdir() if path.is_dir()):
        model = load_file(part / "model.safetensors")
        older = {"h.0.attn.attention.bias": torch.ones(1)} if "wte.weight" in model else {}
        older |= {"embeddings.position_ids": torch.ones(1, 12)} if "embeddings.LayerNorm.bias" in model else {}
        torch.save(OrderedDict(model | older), part / "pytorch_model.bin")
        (part / "model.safetensors").unlink()


def test_a_written_model_comes_back(written: Path) -> None:
    model = load_released(written)
    assert torch.equal(logits(model), logits(tiny()))
    assert (model.config.fusion_heads, model.config.activation, model.config.output) == (12, "none", "program")


def test_state_dicts_and_bin_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state_dicts(folder)
    monkeypatch.setattr("ecode.models.released._HEADS", 12)  # a state dict does not say how many
    assert torch.equal(logits(load_released(folder)), logits(tiny()))


@pytest.mark.parametrize(
    ("preset", "layout", "changes"),
    [("paper", E_CODE, {"activation": "relu", "fusion_heads": 6}), ("no-expert", NO_EXPERT, {"text_max_length": 30})],
)
def test_the_ablations(preset: str, layout: Layout, changes: dict[str, Any], tmp_path: Path) -> None:
    model = tiny(preset, **changes)
    read = load_released(save_released(model, tmp_path, layout))
    assert torch.equal(logits(read), logits(model))
    assert {name: getattr(read.config, name) for name in changes} == changes


def test_experts_can_be_left_out(written: Path) -> None:
    model = load_released(written, experts=("samples", "title"))
    assert model.config.experts == ["title", "samples"]
    with pytest.raises(ModelError, match="no expert tags: there are title"):
        load_released(written, experts=("tags",))


@pytest.mark.parametrize(("preset", "millions"), [("paper", 404.6), ("no-expert", 387.0)])
def test_parameters_of_the_full_size(preset: str, millions: float) -> None:
    with torch.device("meta"):
        model = ECodeForConditionalGeneration(ECodeConfig.preset(preset))
    assert sum(parameter.numel() for parameter in model.parameters()) / 1e6 == pytest.approx(millions, abs=0.1)


class Attack:
    """Unpickled, it writes a file."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> Any:
        return os.system, (f"touch {self.marker}",)


def as_module(attack: Attack) -> Any:
    """A real layer with the attack among its attributes."""
    layer = nn.Linear(16, 48)
    layer.extra = attack
    return layer


def as_parameter(attack: Attack) -> Any:
    return OrderedDict(weight=attack, bias=torch.zeros(48))


@pytest.mark.parametrize("plant", [lambda attack: attack, as_module, as_parameter], ids=["bare", "module", "state"])
@pytest.mark.parametrize(
    "place", [E_CODE.enlarge, E_CODE.fusion, "ICLayer/pytorch_model.bin"], ids=["linear", "attention", "body"]
)
@pytest.mark.parametrize("zipped", [True, False])
def test_an_attack_is_refused_and_not_run(plant: Any, place: str, zipped: bool, folder: Path, tmp_path: Path) -> None:
    marker = tmp_path / "it-ran"
    (folder / place).unlink(missing_ok=True)
    (folder / place).with_name("model.safetensors").unlink(missing_ok=True)
    torch.save(plant(Attack(marker)), folder / place, _use_new_zipfile_serialization=zipped)
    with pytest.raises(ModelError) as refused:
        load_released(folder)
    assert not marker.exists()
    assert place in str(refused.value)
    if zipped and place.endswith(".pkl"):
        assert "posix.system" in str(refused.value)
    torch.load(folder / place, weights_only=False)
    assert marker.exists()  # the attack is a real one


def test_names_hidden_by_a_newer_protocol_are_refused(folder: Path, tmp_path: Path) -> None:
    torch.save(as_module(Attack(tmp_path / "it-ran")), folder / E_CODE.enlarge, pickle_protocol=4)
    with pytest.raises(ModelError, match=r"MLPEnlargeLayer.pkl is not read"):
        load_released(folder)
    assert not (tmp_path / "it-ran").exists()


def test_a_bare_pickle_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / E_CODE.fusion).write_bytes(pickle.dumps(Attack(tmp_path / "it-ran")))
    with pytest.raises(ModelError, match="MultiHeadedAttentionMechanism"):
        load_released(folder)
    assert not (tmp_path / "it-ran").exists()


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def resize(folder: Path) -> None:
    torch.save(nn.Linear(16, 40), folder / E_CODE.enlarge)


def change(path: Path, **settings: Any) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()) | settings))


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda f: shutil.rmtree(f / "ECLayer"), "there is no ECLayer"),
        (lambda f: (f / E_CODE.fusion).unlink(), "there is no MultiHeadedAttentionMechanism.pkl"),
        (lambda f: (f / "TagLayer").mkdir(), "no place for: TagLayer"),
        (lambda f: (f / "OutputDescriptionLayer/model.safetensors").unlink(), "OutputDescriptionLayer holds no param"),
        (lambda f: truncate(f / "ICLayer/model.safetensors"), "ICLayer/model.safetensors cannot be read"),
        (lambda f: truncate(f / E_CODE.enlarge), "MLPEnlargeLayer.pkl is damaged"),
        (lambda f: (f / E_CODE.fusion).write_text("hello"), "MultiHeadedAttentionMechanism.pkl is"),
        (resize, r"MLPEnlargeLayer.pkl does not fit the model: bias is \(40,\) instead of \(48,\), weight is"),
        (lambda f: torch.save({"a": 1}, f / E_CODE.enlarge), "something else than named tensors"),
        (lambda f: torch.save(nn.LayerNorm((48, 16)), f / E_CODE.enlarge), r"bias is \(48, 16\) instead"),
        (lambda f: torch.save(nn.ReLU(), f / E_CODE.enlarge), "bias is missing, weight is missing"),
        (lambda f: (f / "ICLayer/config.json").unlink(), "ICLayer/config.json cannot be read"),
        (lambda f: change(f / "ICLayer/config.json", model_type="gpt2"), "a model of kind gpt2, not gpt_neo"),
        (lambda f: change(f / "ECLayer/config.json", window_size=8), "window_size 8 instead of 256"),
        (lambda f: change(f / "TitleLayer/config.json", num_hidden_layers=1), "does not fit|built differently"),
        (lambda f: change(f / "FinalOutputLayer/config.json", hidden_size=50), "do not fit each other"),
        (lambda f: shutil.copy(f / "TitleLayer/model.safetensors", f / "ECLayer"), "ECLayer does not fit the model"),
    ],
)
def test_what_cannot_be_read_is_named(damage: Any, says: str, folder: Path) -> None:
    damage(folder)
    with pytest.raises(ModelError, match=says):
        load_released(folder)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="there is no TitleLayer, ProblemDescriptionBodyLayer"):
        load_released(tmp_path)
