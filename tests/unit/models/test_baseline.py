"""Baselines: tiny language models and a tiny tokenizer, made on the fly, tuned on a dozen examples."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import torch
from peft import PeftModel
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (
    AutoModelForCausalLM,
    GPT2Config,
    GPT2LMHeadModel,
    LlamaConfig,
    LlamaForCausalLM,
    PreTrainedTokenizerFast,
    T5Config,
    T5ForConditionalGeneration,
)
from transformers.utils.logging import disable_progress_bar

from ecode.errors import DataError, ModelError
from ecode.models.baseline.generate import generate_baseline, parse_answer
from ecode.models.baseline.model import Baseline, BaselineRecipe, joined, load_baseline, new_baseline
from ecode.models.baseline.prompts import PROMPT, load_prompts, plain_code
from ecode.models.baseline.train import train_baseline
from ecode.models.devices import Devices
from ecode.models.program_text import program_text
from ecode.models.train import TrainConfig
from ecode.syntax.canonical import canonical_lines, canonical_text
from ecode.syntax.fingerprint import fingerprint

SLOW = "n = int(input())\ntotal = 0\nfor i in range(n):\n    if i % {0} == 0:\n        total += i\nprint(total)\n"
FAST = "n = int(input())\nprint(sum(range(0, n, {0})))\n"
CONFIG = TrainConfig(steps=30, tokens=1200, learning_rate=5e-3, warmup=3, decay=0.3, seed=1, save_every=7, log_every=1)
LIMITS = {"max_prompt": 160, "max_answer": 60}
of_peft = pytest.mark.filterwarnings("ignore:.*is_gradient_checkpointing:FutureWarning")


def write_examples(folder: Path, numbers: Iterable[int]) -> Path:
    """As `build_examples` does."""
    rows = []
    for number in numbers:
        slow, fast = program_text(SLOW.format(number)), FAST.format(number)
        target = {output: slow.target(program_text(fast), output) for output in ("edits", "program")}
        rows.append({"source": slow.text, **target, "speed": 4, "problem_id": f"p{number % 3}"})
    pq.write_table(pa.Table.from_pylist(rows), folder / "train.parquet")
    pq.write_table(pa.Table.from_pylist(rows[:2]), folder / "valid.parquet")
    lines = [{"problem_id": f"p{n}", "title": f"Multiples {n}", "body": "Add up multiples."} for n in range(3)]
    (folder / "statements.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return folder


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_examples(tmp_path_factory.mktemp("examples"), range(2, 14))


def tokenizer(ends: bool, lossy: bool = False) -> PreTrainedTokenizerFast:
    """Byte-level BPE; `ends` puts an end token behind a text, as T5's do, `lossy` joins white space, as T5's does."""
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    if lossy:
        made.normalizer = normalizers.Replace("\n", " ")
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        special_tokens=["<pad>", "</s>"],
        show_progress=False,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
    )
    made.train_from_iterator([PROMPT * 3, *(SLOW.format(n) + FAST.format(n) for n in range(9))], trainer)
    if ends:
        made.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    return PreTrainedTokenizerFast(tokenizer_object=made, pad_token="<pad>", eos_token="</s>")


def language_model(kind: str) -> Any:
    torch.manual_seed(0)
    ids = {"bos_token_id": 1, "eos_token_id": 1, "pad_token_id": 0}
    if kind == "gpt2":
        return GPT2LMHeadModel(GPT2Config(vocab_size=400, n_positions=256, n_embd=48, n_layer=2, n_head=4, **ids))
    if kind == "llama":
        sizes = {"hidden_size": 48, "intermediate_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4}
        return LlamaForCausalLM(LlamaConfig(vocab_size=400, max_position_embeddings=256, **sizes, **ids))
    sizes = {"d_model": 48, "d_kv": 12, "d_ff": 96, "num_layers": 1, "num_heads": 4}
    return T5ForConditionalGeneration(T5Config(vocab_size=400, **sizes, decoder_start_token_id=0, **ids))


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    disable_progress_bar()
    folder = tmp_path_factory.mktemp("bases")
    for kind in ("gpt2", "llama", "t5"):
        language_model(kind).save_pretrained(folder / kind)
        tokenizer(ends=kind == "t5").save_pretrained(folder / kind)
    return folder


def tune(
    base: Path, examples: Path, out: Path, *, config: TrainConfig = CONFIG, lora_rank: int = 0, **more: Any
) -> Any:
    """Losses by step, and the progress at the end."""
    seen: dict[int, float] = {}
    show = lambda record: seen.update({record["step"]: record["loss"]} if "loss" in record else {})  # noqa: E731
    recipe = BaselineRecipe(str(base), lora_rank=lora_rank, **LIMITS)
    progress = train_baseline(examples, out, recipe, config, devices=Devices("cpu"), show=show, **more)
    return seen, progress


@pytest.mark.parametrize("kind", ["gpt2", "t5"])
def test_it_learns_and_a_resumed_run_is_the_same(kind: str, bases: Path, examples: Path, tmp_path: Path) -> None:
    whole, progress = tune(bases / kind, examples, tmp_path / "whole")
    assert whole[30] < 0.4 * whole[1]
    assert progress.losses[-1][1] < 0.4 * whole[1]
    parts: dict[int, float] = {}
    while len(parts) < 30:
        seen, _ = tune(bases / kind, examples, tmp_path / "parts", stop_after_s=0.0 if len(parts) < 3 else 1e9)
        parts |= seen
    assert parts == whole


@of_peft
def test_lora_trains_and_saves_adapters_alone(bases: Path, examples: Path, tmp_path: Path) -> None:
    whole, _ = tune(bases / "llama", examples, tmp_path / "whole", lora_rank=4)
    assert whole[30] < whole[1] - 0.3
    first, _ = tune(bases / "llama", examples, tmp_path / "parts", lora_rank=4, stop_after_s=0.0)
    rest, _ = tune(bases / "llama", examples, tmp_path / "parts", lora_rank=4)
    assert first | rest == whole
    checkpoint = tmp_path / "parts" / "checkpoint"
    assert (checkpoint / "adapter_config.json").is_file()
    assert (checkpoint / "adapter_model.safetensors").stat().st_size < 200_000
    model, _ = load_baseline(checkpoint)
    base = AutoModelForCausalLM.from_pretrained(bases / "llama")
    theirs = PeftModel.from_pretrained(base, str(checkpoint)).eval()
    ids = torch.arange(2, 30)[None]
    assert torch.equal(model.lm(ids).logits, theirs(ids).logits)


@of_peft
def test_what_is_trained_with_lora(bases: Path) -> None:
    for kind in ("gpt2", "t5"):
        model, _ = new_baseline(BaselineRecipe(str(bases / kind), lora_rank=4, **LIMITS))
        assert all("lora_" in name for name, parameter in model.named_parameters() if parameter.requires_grad)


@pytest.mark.parametrize(("kind", "steps"), [("llama", 50), ("t5", 90)])
def test_what_was_learned_is_written(kind: str, steps: int, bases: Path, tmp_path: Path) -> None:
    config = TrainConfig(steps=steps, tokens=700, learning_rate=1e-2, warmup=5, decay=0.5, drop_statement=0.5)
    tune(bases / kind, write_examples(tmp_path, [5] * 12), tmp_path, config=config)
    model, read = load_baseline(tmp_path / "checkpoint")
    programs = generate_baseline(model, read, SLOW.format(5).replace("total", "s"), "Add up multiples.")
    assert programs == [FAST.format(5)]
    assert all(isinstance(p, str) for p in generate_baseline(model, read, SLOW.format(5), samples=3))
    with pytest.raises(ModelError, match="too long"):
        generate_baseline(model, read, SLOW.format(5) * 9)


def test_the_loss_is_that_of_the_answer_alone(bases: Path) -> None:
    model = Baseline(language_model("gpt2").eval(), BaselineRecipe("", **LIMITS))
    ids = torch.tensor([[5, 6, 7, 8], [9, 10, 0, 0]])
    mask = torch.tensor([[1, 1, 1, 1], [1, 1, 0, 0]])
    labels = torch.tensor([[11, 12, -100], [13, 14, 15]])
    together = float(model(ids, mask, labels, 5).loss.detach())
    apart = 0.0
    for prompt, answer in (([5, 6, 7, 8], [11, 12]), ([9, 10], [13, 14, 15])):
        logits = model.lm(torch.tensor([prompt + answer])).logits[0].detach().log_softmax(-1)
        apart -= sum(float(logits[len(prompt) - 1 + n, token]) for n, token in enumerate(answer))
    assert together == pytest.approx(apart / 5, rel=1e-5)


def test_prompt_and_answer_are_joined_without_a_gap() -> None:
    ids, mask, labels = joined(
        torch.tensor([[5, 0], [6, 7]]), torch.tensor([[1, 0], [1, 1]]), torch.tensor([[8, 9], [8, -100]])
    )
    assert mask.tolist() == [[1, 1, 1], [1, 1, 1]]
    assert ids.tolist() == [[5, 8, 9], [6, 7, 8]]
    assert labels.tolist() == [[-100, 8, 9], [-100, -100, 8]]


def test_prompts_are_plain_code(bases: Path, examples: Path) -> None:
    model, read = new_baseline(BaselineRecipe(str(bases / "t5"), **LIMITS))
    data = load_prompts(examples, "train", model.prompter(read), max_answer=model.recipe.max_answer)
    slow = canonical_text(program_text(SLOW.format(2)).lines)
    wanted = PROMPT.replace("{statement}", "Multiples 2\nAdd up multiples.").replace("{code}\n", slow)
    assert read.decode(data.sources[0]) == f"{wanted}</s>"
    assert read.decode(data.targets[0]) == "var1 = int(input())\nprint(sum(range(0, var1, 2)))</s>"
    without = load_prompts(
        examples, "train", model.prompter(read), max_answer=model.recipe.max_answer, drop_statement=0.5
    )
    assert 0 < sum("Add up" not in read.decode(without.sources[n]) for n in range(12)) < 12


def test_a_long_statement_is_cut(bases: Path, examples: Path) -> None:
    model, read = new_baseline(BaselineRecipe(str(bases / "gpt2"), max_prompt=125, max_answer=60))
    data = load_prompts(examples, "train", model.prompter(read), max_answer=model.recipe.max_answer)
    assert max(data.sources.lengths) <= 125
    assert all(read.decode(data.sources[n]).endswith(PROMPT.partition("{code}")[2]) for n in range(len(data)))


@pytest.mark.parametrize(
    "source", [SLOW.format(3), "def f(a):\n    while a:\n        a -= 1\n    else:\n        pass\n", ""]
)
def test_marks_become_layout(source: str) -> None:
    shown = program_text(source)
    assert plain_code(shown.text) == canonical_text(canonical_lines(shown.uni.code)).rstrip("\n")


GOOD = "var1 = int(input())\nprint(sum(range(0, var1, 5)))"


@pytest.mark.parametrize("answer", [GOOD, f"{GOOD}\n", f"```python\n{GOOD}\n```", f"```\n{GOOD}\n```\n"])
def test_answers_that_are_programs(answer: str) -> None:
    assert fingerprint(parse_answer(program_text(SLOW.format(5)), answer)) == fingerprint(FAST.format(5))


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("", "empty"),
        ("# nothing to do", "empty"),
        (f"Here is the program:\n```python\n{GOOD}\n```", "no program"),
        (f"```python\n{GOOD}\n```\n```python\n{GOOD}\n```", "no program"),
        (f"{GOOD}\nprint(", "no program"),
        ("return 1", "no program"),
        ("x = '\0'", "no program"),
        (f"x = {'-' * 20_000}1", "no program"),  # too much for Python's own parser
    ],
)
def test_answers_that_are_none(answer: str, says: str) -> None:
    with pytest.raises(ModelError, match=says):
        parse_answer(program_text(SLOW.format(5)), answer)


def test_clear_errors(bases: Path, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = BaselineRecipe(str(bases / "gpt2"), **LIMITS)
    model, read = new_baseline(recipe)
    with pytest.raises(DataError, match=r"no train\.parquet"):
        load_prompts(tmp_path, "train", model.prompter(read), max_answer=9)
    with pytest.raises(ModelError, match="cannot be loaded as a language model"):
        new_baseline(BaselineRecipe(str(tmp_path)))
    with pytest.raises(ModelError, match="reads up to 256 tokens, fewer than prompt"):
        new_baseline(BaselineRecipe(str(bases / "gpt2")))
    with pytest.raises(ModelError, match="holds no baseline"):
        load_baseline(tmp_path)
    lossy = Path(shutil.copytree(bases / "gpt2", tmp_path / "lossy"))
    tokenizer(ends=False, lossy=True).save_pretrained(lossy)
    with pytest.raises(ModelError, match="does not keep line breaks"):
        new_baseline(BaselineRecipe(str(lossy), **LIMITS))
    short = TrainConfig(steps=1, tokens=1200)
    tune(bases / "gpt2", examples, tmp_path / "run", config=short)
    with pytest.raises(ModelError, match="lora_rank: 0 then, 4 now"):
        tune(bases / "gpt2", examples, tmp_path / "run", config=short, lora_rank=4)
    monkeypatch.setitem(__import__("sys").modules, "peft", None)
    with pytest.raises(ModelError, match="pip install"):
        new_baseline(BaselineRecipe(str(bases / "gpt2"), lora_rank=4, **LIMITS))
