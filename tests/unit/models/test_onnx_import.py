"""Exports of a model are read back, but for what rounding to int8 took."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from tiny import tiny_model

from ecode.errors import ModelError
from ecode.models.onnx_export import export_onnx, quantize_onnx
from ecode.models.onnx_import import import_onnx
from ecode.models.vocabulary import train_vocabularies

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("exported")
    programs = ["n = int(input())\nprint(n)\n", "print(sum(map(int, input().split())))\n"]
    tokenizer = train_vocabularies(programs * 30, ["print the sum"] * 30, root / "checkpoint", code_size=420)
    assert tokenizer.text is not None
    sizes = {"vocab_size": len(tokenizer), "text_vocab_size": tokenizer.text.get_vocab_size()}
    model = tiny_model(experts=("title", "body"), **sizes)
    with torch.no_grad():
        for parameter in model.parameters():  # an untrained model's norms are all the same, and exported once
            parameter.add_(0.1 * torch.randn_like(parameter))
    model.save_pretrained(root / "checkpoint")
    export_onnx(model, tokenizer, root / "fp32")
    quantize_onnx(root / "fp32", root / "int8")
    return root


def test_an_export_becomes_a_model_again(folder: Path) -> None:
    expected = load_file(folder / "checkpoint" / "model.safetensors")
    model, tokenizer = import_onnx(folder / "int8")
    found = model.state_dict()
    for name, weight in expected.items():
        torch.testing.assert_close(found[name], weight, rtol=0, atol=0.01 * float(weight.abs().max()))
    assert len(tokenizer) == model.config.vocab_size


def test_what_is_no_export_or_a_broken_one_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="holds no exported model"):
        import_onnx(tmp_path)
    broken = tmp_path / "broken"
    broken.mkdir()
    for file in (folder / "fp32").iterdir():
        (broken / file.name).write_bytes(file.read_bytes())
    (broken / "step.onnx").write_bytes((folder / "fp32" / "encoder.onnx").read_bytes())
    with pytest.raises(ModelError, match="does not fit"):
        import_onnx(broken)
    (broken / "step.onnx").write_bytes(b"nothing")
    with pytest.raises(ModelError, match="cannot be read"):
        import_onnx(broken)
