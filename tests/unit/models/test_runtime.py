"""The light runtime: it writes what the model in torch writes, without torch."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from tiny import tiny_model

from ecode.errors import ModelError
from ecode.models.answers import answers
from ecode.models.onnx_export import STEP, export_onnx, quantize_onnx
from ecode.models.program_text import program_text
from ecode.models.runtime import LightModel
from ecode.models.sampling import choose
from ecode.models.torch_writer import TorchWriter
from ecode.models.vocabulary import train_vocabularies

pytestmark = pytest.mark.filterwarnings("ignore")
PROGRAMS = [
    "n = int(input())\nprint(sum(i for i in range(n)))\n",
    "a = list(map(int, input().split()))\nb = []\nfor x in a:\n    if x not in b:\n        b.append(x)\nprint(len(b))\n",
    "print(input()[::-1])\n",
]
STATEMENTS = [{"title": "sum", "body": "add all numbers", "samples": "3 3"}, {"body": "count"}, {}]
SOURCES = [program_text(program).text for program in PROGRAMS]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkpoint, and its export in both precisions. Weights are large, so that answers are not of one token."""
    root = tmp_path_factory.mktemp("light")
    tokenizer = train_vocabularies(SOURCES * 30, ["add all numbers count 3"] * 30, root / "checkpoint", code_size=420)
    model = tiny_model(
        experts=("title", "body"),
        vocab_size=len(tokenizer),
        text_vocab_size=tokenizer.text.get_vocab_size(),
        hidden_size=64,
        max_source_length=200,
        max_target_length=16,
        initializer_range=0.35,
    )
    model.save_pretrained(root / "checkpoint")
    export_onnx(model, tokenizer, root / "fp32")
    quantize_onnx(root / "fp32", root / "int8")
    return root


def test_an_export_is_readable_and_whole_or_not_there(folder: Path, tmp_path: Path) -> None:
    source, plain = tmp_path / "fp32", tmp_path / "plain"
    shutil.copytree(folder / "fp32", source)
    source.chmod(0o700)  # as temporary folders are
    plain.mkdir()
    quantize_onnx(source, tmp_path / "int8")
    assert (tmp_path / "int8").stat().st_mode == plain.stat().st_mode
    (source / STEP).unlink()
    with pytest.raises(Exception, match=r"step\.onnx"):
        quantize_onnx(source, tmp_path / "broken")
    assert not (tmp_path / "broken").exists()


def test_full_precision_equals_torch_token_for_token(folder: Path) -> None:
    with torch.no_grad():
        heavy, light = TorchWriter.load(folder), LightModel.load(folder / "fp32")
    for statements in (None, STATEMENTS):
        expected, made = heavy.generate(SOURCES, statements), light.generate(SOURCES, statements)
        assert [row[0].text for row in made] == [row[0].text for row in expected]
        assert [row[0].finished for row in made] == [row[0].finished for row in expected]
        np.testing.assert_allclose([row[0].logprob for row in made], [row[0].logprob for row in expected], rtol=1e-3)
    assert len({row[0].text for row in made}) == 3


def test_a_row_does_not_depend_on_its_neighbours(folder: Path) -> None:
    light = LightModel.load(folder / "fp32")
    together = light.generate(SOURCES, STATEMENTS)
    alone = [light.generate([source], [fields])[0] for source, fields in zip(SOURCES, STATEMENTS, strict=True)]
    assert [row[0].text for row in together] == [row[0].text for row in alone]


def test_int8_is_smaller_and_says_nearly_the_same(folder: Path) -> None:
    sizes = {kind: sum(p.stat().st_size for p in (folder / kind).glob("*.onnx")) for kind in ("fp32", "int8")}
    assert sizes["int8"] < 0.7 * sizes["fp32"]
    whole, small = (LightModel.load(folder / kind).generate(SOURCES) for kind in ("fp32", "int8"))
    each = [(a[0].logprob / 16, b[0].logprob / 16) for a, b in zip(whole, small, strict=True)]  # of a token
    np.testing.assert_allclose([a for a, _ in each], [b for _, b in each], atol=0.5)


def test_sampling_is_repeatable_and_varied(folder: Path) -> None:
    light = LightModel.load(folder / "fp32")

    def drawn(seed: int) -> list[str]:
        rows = light.generate(SOURCES[:2], samples=5, temperature=1.0, seed=seed)
        assert [len(row) for row in rows] == [5, 5]
        return [written.text for row in rows for written in row]

    assert drawn(1) == drawn(1) != drawn(2)
    assert len(set(drawn(1))) > 5


def test_choosing_follows_the_probabilities() -> None:
    scores = np.log(np.array([[0.6, 0.3, 0.1]], np.float32)).repeat(20_000, axis=0)
    rng = np.random.default_rng(0)
    shares = np.bincount(choose(scores, 1.0, 1.0, rng), minlength=3) / 20_000
    np.testing.assert_allclose(shares, [0.6, 0.3, 0.1], atol=0.02)
    assert set(choose(scores, 0.0, 1.0, rng)) == {0}
    nucleus = np.bincount(choose(scores, 1.0, 0.7, rng), minlength=3) / 20_000
    np.testing.assert_allclose(nucleus, [2 / 3, 1 / 3, 0], atol=0.02)
    cold = np.bincount(choose(scores, 0.5, 1.0, rng), minlength=3) / 20_000
    np.testing.assert_allclose(cold, np.array([0.36, 0.09, 0.01]) / 0.46, atol=0.02)


def test_answers_become_programs_or_say_why_not(folder: Path) -> None:
    made = answers(LightModel.load(folder / "fp32"), [*PROGRAMS, "for (", "x = 1\n" * 400], samples=3)
    assert [len(row) for row in made] == [3] * 5
    assert {a.fate for row in made[:3] for a in row} <= {"program", "copy", "cut off", "no program"}
    assert [a.fate for a in made[3]] == [a.fate for a in made[4]] == ["unreadable"] * 3
    assert "cannot be read" in made[3][0].detail


def test_what_is_no_model_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"holds no exported model: there is no model\.json"):
        LightModel.load(tmp_path)
    (tmp_path / "model.json").write_text((folder / "int8" / "model.json").read_text())
    (tmp_path / "encoder.onnx").write_bytes(b"broken")
    with pytest.raises(ModelError, match="holds no usable model"):
        LightModel.load(tmp_path)
    light = LightModel.load(folder / "fp32")
    with pytest.raises(ModelError, match="the model reads up to 200"):
        light.generate([program_text("x = 1\n" * 90).text])


def test_another_fusion_cannot_be_exported(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="only models with fusion=cross"):
        export_onnx(tiny_model(fusion="paper"), TorchWriter.load(folder).tokenizer, tmp_path)


def test_a_model_without_statement_and_copy_head_works_too(folder: Path, tmp_path: Path) -> None:
    tokenizer = TorchWriter.load(folder).tokenizer
    sizes = {"vocab_size": len(tokenizer), "max_source_length": 200, "max_target_length": 8, "initializer_range": 0.4}
    model = tiny_model(experts=(), copy_head=False, **sizes)
    export_onnx(model, tokenizer, tmp_path)
    expected = TorchWriter(model, tokenizer).generate(SOURCES)
    assert [r[0].text for r in LightModel.load(tmp_path).generate(SOURCES)] == [r[0].text for r in expected]


def test_it_needs_no_torch() -> None:
    code = "import sys, ecode.models.runtime, ecode.models.answers; sys.exit('torch' in sys.modules or 'transformers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
