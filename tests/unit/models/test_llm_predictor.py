"""The predictor as a language model: tiny bases with tokenizers of several kinds, made on the fly and really trained."""

import json
import random
import shutil
from collections.abc import Sequence
from dataclasses import replace
from math import log
from pathlib import Path
from statistics import mean, median
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast, T5Config
from transformers.utils.logging import disable_progress_bar

from ecode.errors import DataError, ModelError
from ecode.models.baseline.model import Baseline, BaselineRecipe
from ecode.models.batches import Batches
from ecode.models.devices import Devices
from ecode.models.predictor.llm.config import LlmRecipe, uses_four_bit
from ecode.models.predictor.llm.digits import DigitTokens, OnlyDigits
from ecode.models.predictor.llm.draws import SharedDraws
from ecode.models.predictor.llm.memory import sizes_of, training_memory
from ecode.models.predictor.llm.predict import LlmPredictor
from ecode.models.predictor.llm.prompt import MAX_DIGITS, Question, digits_of, prompt_text, time_us_of
from ecode.models.predictor.llm.stack import fresh_stack
from ecode.models.predictor.llm.train import answers_of, train_llm_predictor
from ecode.models.predictor.rows import TimedProgram

pytestmark = pytest.mark.filterwarnings("ignore:.*is_gradient_checkpointing:FutureWarning")

BOUNDS = {"few": 31.0, "some": 402.5, "many": 5730.0, "all": 91000.0}
NAMES = ("total", "best", "count", "rest", "value", "mark")
CODE = "for i in {bound}:\n    {name} += {number}\nprint({name})\n"
ASK = "\n\n### Predict the running time of the provided code solution:"


def programs(count: int, seed: int) -> list[TimedProgram]:
    """Their time depends on the bound of the loop alone."""
    rng = random.Random(seed)
    made = []
    for number in range(count):
        bound = rng.choice(list(BOUNDS))
        whole = CODE.format(bound=bound, name=rng.choice(NAMES), number=rng.randrange(10))
        texts = {"ori": whole, "uni": whole.replace("print", "show"), "loop_rec": whole.partition("\n")[0]}
        made.append(TimedProgram(f"{seed}-{number}", f"p{number % 7}", texts, BOUNDS[bound], ()))
    return made


def write_build(folder: Path, rows: Sequence[TimedProgram]) -> Path:
    """As `ecode data build-times` does."""
    for variant in rows[0].texts:
        (folder / variant).mkdir(parents=True)
        table = [
            {
                "id": p.id,
                "problem_id": p.problem_id,
                "code": p.texts[variant],
                "time_us": p.time_us,
                "test_times_us": [],
                "node_factor": 2.0,
            }
            for p in rows
        ]
        pq.write_table(pa.Table.from_pylist(table), folder / variant / "train-0.parquet")
    return folder


def tokenizer(kind: str) -> PreTrainedTokenizerFast:
    """`single`: a token for each digit. `merged`: also for several. `marked`: a mark of a space before each word, as
    SentencePiece has it. `none`: no digits at all."""
    made = Tokenizer(models.BPE(unk_token="<unk>"))
    bytewise = pre_tokenizers.ByteLevel(add_prefix_space=kind == "marked")
    split = {"single": pre_tokenizers.Digits(individual_digits=True)}.get(kind)
    made.pre_tokenizer = pre_tokenizers.Sequence([split, bytewise]) if split else bytewise
    made.decoder = decoders.ByteLevel()
    alphabet = [c for c in pre_tokenizers.ByteLevel.alphabet() if kind != "none" or not c.isdigit()]
    trainer = trainers.BpeTrainer(
        vocab_size=400, special_tokens=["<pad>", "</s>", "<unk>"], show_progress=False, initial_alphabet=alphabet
    )
    texts = [prompt_text(p.texts["ori"]) for p in programs(60, 5)]
    if kind in ("merged", "marked"):
        texts += [digits_of(time) for time in BOUNDS.values()] * 50
    made.train_from_iterator([t for t in texts if kind != "none" or not any(map(str.isdigit, t))], trainer)
    return PreTrainedTokenizerFast(tokenizer_object=made, pad_token="<pad>", eos_token="</s>")


def language_model(kind: str) -> Any:
    torch.manual_seed(0)
    ids = {"bos_token_id": 1, "eos_token_id": 1, "pad_token_id": 0, "initializer_range": 0.1}
    if kind == "gpt2":
        return GPT2LMHeadModel(GPT2Config(vocab_size=404, n_positions=256, n_embd=48, n_layer=2, n_head=4, **ids))
    sizes = {"hidden_size": 48, "intermediate_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4}
    return LlamaForCausalLM(LlamaConfig(vocab_size=404, max_position_embeddings=256, **sizes, **ids))


def schooled(lm: Any, read: PreTrainedTokenizerFast) -> Any:
    """All of `lm` trained a little to answer with other numbers than those asked for: adapters alone cannot teach
    random layers where to look."""
    others = dict(zip(BOUNDS, (7310.5, 64.25, 880000.0, 512.0), strict=True))
    rows = [replace(p, time_us=others[p.texts["loop_rec"][9:-1]]) for p in programs(160, 9)]
    model, batches = Baseline(lm, BaselineRecipe("")), Batches(answers_of(rows, "ori", read, 90), 1000, 0, 0.0, 0.0)
    optimizer = torch.optim.AdamW(lm.parameters(), lr=3e-3)
    for epoch in range(6):
        for rows_of_batch in batches.plan(epoch):
            batch = batches.tensors(rows_of_batch, epoch)
            model(**batch, num_items_in_batch=int((batch["labels"] != -100).sum())).loss.backward()
            optimizer.step()
            optimizer.zero_grad()
    return lm.eval()


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    disable_progress_bar()
    folder = tmp_path_factory.mktemp("bases")
    for kind, digits in (("gpt2", "merged"), ("llama", "single")):
        read = tokenizer(digits)
        schooled(language_model(kind), read).save_pretrained(folder / kind)
        read.save_pretrained(folder / kind)
    return folder


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_build(tmp_path_factory.mktemp("build") / "times", programs(48, 1))


def recipe(base: Path, **changes: Any) -> LlmRecipe:
    small = {"variants": ("ori",), "lora_rank": 16, "lora_alpha": 16, "rows": 4, "accumulate": 2, "max_prompt": 90}
    rest = {"epochs": 2, "learning_rate": 3e-3, "clip": 1.0, "four_bit": False, "save_every": 3, "log_every": 1}
    return LlmRecipe(str(base), **(small | rest | changes))


def trained(build: Path, out: Path, chosen: LlmRecipe, **more: Any) -> list[Path]:
    return train_llm_predictor(build, out, chosen, devices=Devices("cpu"), **more)


@pytest.fixture(scope="module")
def stack(bases: Path, build: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two adapters, one on the other."""
    return trained(build, tmp_path_factory.mktemp("stack"), recipe(bases / "llama", variants=("ori", "uni")))


# -- prompt and digits -----------------------------------------------------------------------------------------
def test_the_prompt_is_the_papers() -> None:
    assert prompt_text("print(1)") == f"### Code Solution:\nprint(1){ASK}"


@pytest.mark.parametrize(
    ("time_us", "digits"),
    [(0.0, "0"), (0.01, "1"), (0.29, "29"), (99.99, "9999"), (123456.789, "12345679"), (1e15, "9" * MAX_DIGITS)],
)
def test_times_are_hundredths_of_a_microsecond(time_us: float, digits: str) -> None:
    assert digits_of(time_us) == digits
    assert time_us_of(digits) == pytest.approx(min(max(time_us, 0.01), 1e10), abs=0.011)


@pytest.mark.parametrize("kind", ["single", "merged", "marked"])
def test_numbers_as_tokens(kind: str) -> None:
    read = tokenizer(kind)
    digits = DigitTokens.of(read)
    assert (max(map(len, digits.text.values())) > 1) == (kind != "single") or kind == "marked"
    for number in ("0", "3100", "40250", "123456789012"):
        ids = digits.ids(read, number)
        assert digits.read(ids) == number
        assert ids[-1] == read.eos_token_id


def test_a_long_program_keeps_both_ends_and_the_question() -> None:
    read = tokenizer("merged")
    ids = Question(read, 60).ids("first" + " middle" * 300 + " last")
    assert len(ids) == 60
    text = read.decode(ids)
    assert text.startswith("### Code Solution:\nfirst")
    assert text.endswith(f" last{ASK}")
    assert read.decode(Question(read, 900).ids("a = 1\n")) == prompt_text("a = 1\n")


def test_only_digits_are_left_and_no_more_than_fit() -> None:
    digits = DigitTokens({3: "1", 4: "2", 5: "345"}, end=1)
    scores = torch.zeros(4, 9)  # a head that is wider than the vocabulary
    written = torch.tensor([[7, 8, 8], [7, 3, 8], [7, 5, 3], [7, 5, 5]])[:, :3]
    rows = OnlyDigits(digits, 1, most=4)(written.where(written != 8, 2), scores)
    allowed = [[n for n in range(9) if row[n] == 0] for row in rows.tolist()]
    assert allowed == [[3, 4, 5], [1, 3, 4, 5], [1], [1]]


def test_draws_follow_the_probabilities_and_are_alike_for_every_prompt() -> None:
    shares = torch.tensor([0.0, 0.5, 0.3, 0.0, 0.2])
    rows = shares.log().repeat(2 * 1000, 1)  # two prompts
    drawn = SharedDraws(1000, 3, start=2)(torch.zeros(len(rows), 2), rows)
    assert (drawn.isfinite().sum(dim=1) == 1).all()
    tokens = drawn.argmax(dim=1).view(2, 1000)
    assert torch.equal(tokens[0], tokens[1])
    counts = tokens[0].bincount(minlength=5) / 1000
    assert torch.allclose(counts, shares, atol=0.002)  # the first draws are spread evenly
    later = SharedDraws(1000, 3, start=2)(torch.zeros(len(rows), 4), rows).argmax(dim=1).view(2, 1000)
    assert torch.allclose(later[0].bincount(minlength=5) / 1000, shares, atol=0.05)
    assert not torch.equal(later[0], tokens[0])


@pytest.mark.parametrize("kind", ["gpt2", "llama"])
@pytest.mark.parametrize("digits", ["single", "merged", "marked"])
def test_even_an_untrained_model_writes_numbers(kind: str, digits: str) -> None:
    predictor = LlmPredictor(language_model(kind).eval(), tokenizer(digits), 90, samples=5, batch=2)
    codes = ["print(1)", "def f(:\n  return ((", "", "x = 1\n" * 200, "x"]
    for made in predictor.predict(codes):
        assert 0.01 <= made.low_us <= made.time_us <= made.high_us < 1e10


def test_padding_changes_nothing_and_draws_are_repeatable() -> None:
    predictor = LlmPredictor(language_model("llama").eval(), tokenizer("single"), 90, samples=3, batch=4)
    codes = ["print(1)", "for i in many:\n    print(i)\n", "x"]
    together = predictor.predict(codes)
    assert together == [predictor.predict([code])[0] for code in codes]
    assert predictor.predict(codes) == together
    assert [p.time_us for p in predictor.scaled_by(2.0).predict(codes)] == [2 * p.time_us for p in together]


# -- training --------------------------------------------------------------------------------------------------
def log_error(times: Sequence[float], truth: Sequence[float]) -> float:
    return mean(abs(log(a) - log(b)) for a, b in zip(times, truth, strict=True))


@pytest.mark.parametrize("kind", ["gpt2", "llama"])
def test_it_learns_what_the_time_depends_on(kind: str, bases: Path, build: Path, tmp_path: Path) -> None:
    chosen = recipe(bases / kind, epochs=16, lora_rank=32, lora_alpha=32, accumulate=1, rows=3, save_every=999)
    adapters = trained(build, tmp_path, chosen)
    unseen = programs(16, 2)
    truth = [program.time_us for program in unseen]
    predictor = LlmPredictor.load(chosen.base, adapters, device="cpu", samples=8, batch=16)
    codes = [program.texts["ori"] for program in unseen]
    made = predictor.predict(codes)
    constant = median(program.time_us for program in programs(48, 1))
    half = 0.5 * log_error([constant] * len(truth), truth)
    assert log_error([p.time_us for p in made], truth) < half
    with predictor.lm.disable_adapter():  # it is not the base that knows
        assert log_error([p.time_us for p in predictor.predict(codes)], truth) > 1.5 * half
    assert mean(p.low_us <= time <= p.high_us for p, time in zip(made, truth, strict=True)) >= 0.5


def test_a_resumed_training_is_the_same(bases: Path, build: Path, stack: list[Path], tmp_path: Path) -> None:
    chosen = recipe(bases / "llama", variants=("ori", "uni"))
    adapters: list[Path] = []
    calls = 0
    while len(adapters) < 2:
        adapters = trained(build, tmp_path, chosen, stop_after_s=0.0 if calls in (0, 1, 3) else 0.4)
        calls += 1
    assert calls >= 3
    assert [folder.name for folder in adapters] == ["1-ori", "2-uni"]
    for mine, whole in zip(adapters, stack, strict=True):
        ours, theirs = (load_file(folder / "adapter_model.safetensors") for folder in (mine, whole))
        assert ours.keys() == theirs.keys()
        assert all(torch.equal(ours[name], theirs[name]) for name in ours)
        assert not (mine / "optimizer.safetensors").exists()
    (tmp_path / "2-uni").rename(tmp_path / "2-uni.moved")
    assert trained(build, tmp_path, chosen, stop_after_s=0.0) == adapters[:1]
    (tmp_path / "2-uni").rename(tmp_path / "2-uni.old")  # as if killed between the two renames of a checkpoint
    assert trained(build, tmp_path, chosen) == adapters
    last, wanted = (load_file(folder / "adapter_model.safetensors") for folder in (adapters[1], stack[1]))
    assert all(torch.equal(last[name], wanted[name]) for name in wanted)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.safetensors")}
    assert trained(build, tmp_path, chosen) == adapters  # and nothing is trained again
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.safetensors")} == before


def test_adapters_stack_in_their_order_alone(bases: Path, build: Path, stack: list[Path], tmp_path: Path) -> None:
    base = str(bases / "llama")
    ids = torch.arange(3, 40)[None]
    one, two = (LlmPredictor.load(base, stack[:n], device="cpu").lm(ids).logits for n in (1, 2))
    assert not torch.allclose(one, two, atol=1e-3)
    for wrong in (stack[::-1], stack[1:], [stack[0], stack[0]]):
        with pytest.raises(ModelError, match="order of training"):
            LlmPredictor.load(base, wrong)
    assert LlmPredictor.load(base, stack, device="cpu").machine_factor == 2.0
    other = trained(build, tmp_path, recipe(bases / "llama", variants=("uni", "ori")))
    assert not torch.allclose(LlmPredictor.load(base, other, device="cpu").lm(ids).logits, two, atol=1e-3)


def test_what_predicts_is_what_was_trained_and_the_lower_adapter_stays(bases: Path, stack: list[Path]) -> None:
    chosen = recipe(bases / "llama")
    model = fresh_stack(chosen, LlamaForCausalLM.from_pretrained(bases / "llama"), stack[:1], {})
    learning = [name for name, parameter in model.named_parameters() if parameter.requires_grad]
    assert learning
    assert all(".default." in name for name in learning)
    ids = torch.arange(3, 40)[None]
    below = LlmPredictor.load(chosen.base, stack[:1], device="cpu").lm(ids).logits
    assert torch.equal(model.eval().lm(ids).logits, below)  # a new adapter adds nothing yet
    model.load_state_dict(load_file(stack[1] / "adapter_model.safetensors"))
    assert torch.equal(model.lm(ids).logits, LlmPredictor.load(chosen.base, stack, device="cpu").lm(ids).logits)


def test_the_defaults_are_the_papers(bases: Path) -> None:
    paper = LlmRecipe("base")
    assert (paper.lora_rank, paper.lora_alpha, paper.lora_dropout, paper.epochs) == (256, 128, 0.01, 2)
    assert (paper.learning_rate, paper.weight_decay, paper.clip, paper.warmup) == (2e-4, 0.01, 0.3, 0.03)
    assert (paper.rows, paper.accumulate, paper.max_prompt) == (4, 8, 384)
    assert paper.variants == ("ori", "uni", "loop_rec", "rand_del")
    rows = programs(40, 1)
    data = answers_of(rows, "ori", tokenizer("single"), 90)
    chosen = recipe(bases / "llama", rows=1, accumulate=8)
    assert 0 < chosen.training(data).steps <= 2 * 40 / 8
    assert chosen.training(data).steps * 2 <= replace(chosen, epochs=4).training(data).steps + 1


# -- memory ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", ["gpt2", "llama"])
def test_memory_counts_what_is_really_there(kind: str, bases: Path) -> None:
    chosen = recipe(bases / kind)
    lm = language_model(kind)
    base = sum(parameter.numel() for parameter in lm.parameters())
    model = fresh_stack(chosen, lm, [], {})
    adapter = sum(parameter.numel() for parameter in model.parameters() if parameter.requires_grad)
    sizes = sizes_of(lm.config, chosen)
    assert (sizes.base, sizes.adapter) == (base, adapter)
    linear = [parameter for name, parameter in model.named_parameters() if name.endswith("base_layer.weight")]
    assert sizes.linear == sum(parameter.numel() for parameter in linear)
    made = training_memory(sizes, chosen, four_bit=False)
    assert (made.base, made.adapters, made.optimizer) == (2 * base, 4 * adapter, 12 * adapter)
    small = training_memory(sizes, chosen, four_bit=True)
    assert small.base - 4 * (base - sizes.linear) == pytest.approx(0.516 * sizes.linear, rel=0.001)
    assert small.total == sum((small.base, small.adapters, small.optimizer, small.activations, small.logits))


def test_seven_billion_parameters_without_memory() -> None:
    sizes = sizes_of(LlamaConfig(), LlmRecipe(""))  # the defaults are those of Llama-2-7B
    assert sizes.base == 6_738_415_616
    assert sizes.adapter == 32 * 256 * (4 * (4096 + 4096) + 3 * (4096 + 11_008))


# -- errors ----------------------------------------------------------------------------------------------------
def test_clear_errors_of_bases(bases: Path, build: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be loaded as a language model"):
        trained(build, tmp_path / "a", recipe(tmp_path / "nothing"))
    T5Config().save_pretrained(tmp_path / "t5")
    with pytest.raises(ModelError, match="no causal language model"):
        trained(build, tmp_path / "a", recipe(tmp_path / "t5"))
    with pytest.raises(ModelError, match="reads up to 256 tokens"):
        trained(build, tmp_path / "a", recipe(bases / "llama", max_prompt=250))
    wordless = Path(shutil.copytree(bases / "llama", tmp_path / "wordless"))
    tokenizer("none").save_pretrained(wordless)
    with pytest.raises(ModelError, match="no token for the digits 0 1 2 3"):
        trained(build, tmp_path / "a", recipe(wordless))
    assert not (tmp_path / "a" / "1-ori").exists()


def test_clear_errors_of_adapters(bases: Path, stack: list[Path], tmp_path: Path) -> None:
    base = str(bases / "llama")
    with pytest.raises(ModelError, match="at least one adapter"):
        LlmPredictor.load(base, [])
    with pytest.raises(ModelError, match=r"no usable stage\.json"):
        LlmPredictor.load(base, [tmp_path])
    shutil.copy(stack[0] / "stage.json", tmp_path)
    with pytest.raises(ModelError, match=r"no adapter_model\.safetensors"):
        LlmPredictor.load(base, [tmp_path])


def test_clear_errors_of_settings(bases: Path, build: Path, stack: list[Path], tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no variant uno"):
        recipe(bases / "llama", variants=("uno",))
    with pytest.raises(ModelError, match="none twice"):
        recipe(bases / "llama", variants=("uni", "uni"))
    with pytest.raises(DataError, match="no programs of the variant rand_del"):
        trained(build, tmp_path, recipe(bases / "llama", variants=("rand_del",)))
    with pytest.raises(ModelError, match="lora_rank: 16 then, 8 now"):
        trained(build, stack[0].parent, recipe(bases / "llama", variants=("ori", "uni"), lora_rank=8))
    assert json.loads((stack[1] / "stage.json").read_text())["variant"] == "uni"


@pytest.mark.skipif(torch.cuda.is_available(), reason="says what is missing without a CUDA device")
def test_four_bits_only_where_they_are_possible(bases: Path, build: Path, tmp_path: Path) -> None:
    assert not uses_four_bit(None)
    with pytest.raises(ModelError, match="a CUDA device"):
        trained(build, tmp_path, recipe(bases / "llama", four_bit=True))
