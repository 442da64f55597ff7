"""ExecTimePredictor: what it reads, that it learns, and that the shipped form says what the trained one says."""

import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from ecode.cli.main import main
from ecode.errors import ModelError
from ecode.models.devices import known_device
from ecode.models.predictor.examples import PredictorBatches, encode_set, padded_forms
from ecode.models.predictor.export import export_predictor
from ecode.models.predictor.network import PredictorConfig, PredictorNetwork
from ecode.models.predictor.profiles import profile_features
from ecode.models.predictor.reading import MAX_DEPTH, MAX_TOKENS, Vocabulary, encode, read_program
from ecode.models.predictor.rows import TimedProgram, TimedSet
from ecode.models.predictor.runtime import ExecTimePredictor
from ecode.models.predictor.train import PredictorTrainConfig, load_predictor, train_predictor

PROGRAM = """\
import sys
n = int(input())
for i in range(100000):
    for j in range(i):
        if a[j] < 3.5:
            sys.stdout.write("x")
while n:
    n -= 1
"""
TINY = PredictorConfig(width=32, layers=1, heads=2, inner=48, dropout=0.0)


def words(code: str) -> list[str]:
    return [lexeme.word for lexeme in read_program(code)]


def test_loops_are_counted_by_indentation() -> None:
    by_word = dict(read_program(PROGRAM))
    assert (by_word["import"], by_word["write"], by_word["-="]) == (0, 2, 1)


def test_variables_are_numbered_and_what_everybody_knows_keeps_its_name() -> None:
    assert words("import sys\nrow = sys.argv\nprint(row, len(row), other)") == (
        [
            "<nl0>",
            "import",
            "sys",
            "<nl0>",
            "v1",
            "=",
            "sys",
            ".",
            "argv",
            "<nl0>",
            "print",
            "(",
            "v1",
            ",",
            "len",
            "(",
            "v1",
            ")",
            ",",
            "v2",
            ")",
        ]
    )


def test_names_and_layout_do_not_matter() -> None:
    other = PROGRAM.replace("    ", "\t").replace("n", "n").replace("j", "second").replace("a[", "values[")
    assert read_program(other) == read_program(PROGRAM)


@pytest.mark.parametrize(
    ("text", "word"),
    [("7", "7"), ("1000", "<1e3>"), ("0x10", "16"), ("1_000_000", "<1e6>"), ("2.5", "<float>"), ("3j", "<float>")],
)
def test_numbers_are_shown_by_their_size(text: str, word: str) -> None:
    assert words(f"x = {text}")[-1] == word


def test_a_program_that_is_cut_off_reads_like_its_whole_self() -> None:
    whole, cut = read_program(PROGRAM), read_program(PROGRAM[:90])
    assert whole[: len(cut)] == cut


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    lexemes = read_program(text)
    assert len(lexemes) <= MAX_TOKENS
    assert all(0 <= depth <= MAX_DEPTH for _, depth in lexemes)
    assert len(encode(lexemes, {})[0]) >= 1


def test_of_a_long_program_both_ends_are_read() -> None:
    lexemes = words("\n".join(f"x{n} = {n % 7}" for n in range(400)) + "\nprint(1)")
    assert len(lexemes) == MAX_TOKENS
    assert lexemes[-4:] == ["print", "(", "1", ")"]


def timed_set(problems: int = 60, seed: int = 0) -> TimedSet:
    """Programs whose time is the product of what their loops say."""
    rng = random.Random(seed)
    programs, profiles = [], {}
    for problem in range(problems):
        profiles[f"p{problem}"] = [[float(10**size), 1.0, 1.0, 0.0, 1.0, 1.0, 1.0] for size in (1, 2, 3)]
        for number in range(4):
            size, nested = rng.randrange(2, 7), rng.random() < 0.5
            body = f"    for j in range({10**size}):\n        x += j" if nested else "    x += i"
            code = f"x = 0\nfor i in range({10**size}):\n{body}\nprint(x)\n"
            time_us = 10 ** (size * (1 + nested) / 3)
            programs.append(
                TimedProgram(f"{problem}/{number}", f"p{problem}", {"ori": code, "uni": code}, time_us, (time_us,) * 3)
            )
    return TimedSet(programs, profiles, 1.5)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("predictor")
    timed = timed_set()
    vocabulary = Vocabulary.of(program.texts["ori"] for program in timed.programs)
    config = PredictorTrainConfig(steps=120, tokens=2048, learning_rate=5e-3, warmup=10)
    network = PredictorConfig(len(vocabulary.words), 32, 1, 2, 48, 0.0)
    model, step = train_predictor(encode_set(timed, vocabulary, 1), vocabulary, network, config, folder / "checkpoint")
    assert step == 120
    export_predictor(model, vocabulary, timed_set(seed=1), folder / "fp32", int8=False)
    export_predictor(model, vocabulary, timed_set(seed=1), folder / "int8")
    return folder


@pytest.mark.filterwarnings("ignore")
def test_it_learns_and_its_intervals_hold(trained: Path) -> None:
    fresh = timed_set(seed=2)
    made = ExecTimePredictor.load(trained / "fp32").predict([program.texts["ori"] for program in fresh.programs])
    errors = [abs(np.log(m.time_us / program.time_us)) for m, program in zip(made, fresh.programs, strict=True)]
    assert np.mean(errors) < 0.5
    inside = [m.low_us <= program.time_us <= m.high_us for m, program in zip(made, fresh.programs, strict=True)]
    assert 0.7 <= np.mean(inside) <= 1.0
    assert all(m.low_us <= m.time_us <= m.high_us for m in made)


@pytest.mark.filterwarnings("ignore")
def test_the_exported_model_says_what_the_trained_one_says(trained: Path) -> None:
    model, vocabulary = load_predictor(trained / "checkpoint")
    codes = [PROGRAM, "print(1)", "", "for (", PROGRAM * 6]
    forms = [encode(read_program(code), vocabulary.numbers()) for code in codes]
    batch = padded_forms([(np.array(ids, np.int16), np.array(depths, np.int8)) for ids, depths in forms])
    profiles = [None, [10.0, 1, 2, 3, 4, 5, 6], None, None, None]
    with torch.no_grad():
        expected = model(batch["ids"], batch["depths"], torch.tensor([profile_features(p) for p in profiles]))
    whole, small = (ExecTimePredictor.load(trained / kind).log_times(codes, profiles) for kind in ("fp32", "int8"))
    np.testing.assert_allclose(whole[:, 0], expected.numpy()[:, 2], atol=1e-3)
    np.testing.assert_allclose(small[:, 0], whole[:, 0], atol=0.25)
    assert (trained / "int8" / "predictor.onnx").stat().st_size < (trained / "fp32" / "predictor.onnx").stat().st_size


@pytest.mark.filterwarnings("ignore")
def test_a_prediction_does_not_depend_on_its_neighbours(trained: Path) -> None:
    predictor = ExecTimePredictor.load(trained / "fp32")
    together = predictor.predict([PROGRAM, "print(1)", PROGRAM * 6])
    assert together[1].time_us == pytest.approx(predictor.predict(["print(1)"])[0].time_us, rel=1e-3)
    assert predictor.predict([]) == []


@pytest.mark.filterwarnings("ignore")
def test_a_slower_machine_takes_longer(trained: Path) -> None:
    predictor = ExecTimePredictor.load(trained / "fp32")
    assert predictor.machine_factor == 1.5
    assert predictor.scaled_by(2.0).predict([PROGRAM])[0].time_us == pytest.approx(
        2 * predictor.predict([PROGRAM])[0].time_us
    )


def test_an_interrupted_training_goes_on_exactly(tmp_path: Path) -> None:
    timed = timed_set(12)
    vocabulary = Vocabulary.of(program.texts["ori"] for program in timed.programs)
    data, config = encode_set(timed, vocabulary, 1), PredictorTrainConfig(steps=6, tokens=1024, log_every=1)
    network = PredictorConfig(len(vocabulary.words), 32, 1, 2, 48, 0.1)

    def losses(out: Path, **options: float) -> list[float]:
        seen: list[float] = []
        train_predictor(data, vocabulary, network, config, out, log=lambda r: seen.append(r["loss"]), **options)
        return seen

    whole = losses(tmp_path / "whole")
    parts = [losses(tmp_path / "parts", stop_after_s=0), losses(tmp_path / "parts", stop_after_s=0)]
    assert [*parts[0], *parts[1], *losses(tmp_path / "parts")] == whole
    with pytest.raises(ModelError, match="other settings"):
        train_predictor(data, vocabulary, network, PredictorTrainConfig(steps=7), tmp_path / "parts")


def test_batches_hold_whole_problems_and_keep_to_their_size() -> None:
    timed = timed_set(40)
    vocabulary = Vocabulary.of(program.texts["ori"] for program in timed.programs)
    batches = PredictorBatches(encode_set(timed, vocabulary, 1), 1500)
    made = list(batches.epoch(0))
    assert sum(len(batch["target"]) for batch in made) == len(timed.programs)
    assert all(batch["ids"].numel() <= 1500 for batch in made)
    assert sum(len(set(batch["group"].tolist())) for batch in made) == 40  # no problem in two batches
    for batch in made:
        known = batch["profile"][:, :, -1] > 0
        assert not known[:, 0].any()  # the first question is of nothing known
        assert bool((known | batch["target"].isnan())[:, 1:].all())  # a question without a profile has no answer


def test_padding_changes_nothing() -> None:
    torch.manual_seed(0)
    model = PredictorNetwork(TINY).eval()
    forms = [
        (np.arange(1, 6, dtype=np.int16), np.zeros(5, np.int8)),
        (np.arange(1, 40, dtype=np.int16), np.ones(39, np.int8)),
    ]
    nothing = torch.tensor([profile_features(None)])
    batch, single = padded_forms(forms), padded_forms(forms[:1])
    together = model(batch["ids"], batch["depths"], nothing.expand(2, -1))
    alone = model(single["ids"], single["depths"], nothing)
    torch.testing.assert_close(together[:1], alone, atol=1e-5, rtol=1e-5)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"holds no predictor: there is no predictor\.json"):
        ExecTimePredictor.load(tmp_path)
    (tmp_path / "predictor.json").write_text("{}")
    with pytest.raises(ModelError, match="no usable predictor"):
        ExecTimePredictor.load(tmp_path)


def test_the_runtime_needs_no_torch() -> None:
    code = (
        "import sys, ecode.models.predictor.runtime; sys.exit('torch' in sys.modules or 'transformers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--learning-rate", "nan"), "--learning-rate must be positive"),
        (("--learning-rate", "0"), "--learning-rate must be positive"),
        (("--stop-after", "-1"), "--stop-after must be a number of minutes"),
        (("--base", "x", "--programs", "0"), "at least one program is needed"),
    ],
)
def test_trainings_that_cannot_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], message: str
) -> None:
    given = ["train", "predictor", "--data", str(tmp_path), "--out", str(tmp_path / "out"), *options]
    assert main(given) == 2
    assert message in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "out").exists()


def test_devices_that_are_not_here() -> None:
    with pytest.raises(ModelError, match="there is no device 'abacus' here"):
        known_device("abacus")
    assert known_device("cpu").type == "cpu"
