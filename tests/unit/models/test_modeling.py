"""The model: its fusions, its cache, its experts, and what `transformers` makes of it."""

from pathlib import Path

import pytest
import torch
from tiny import EXPERTS, FUSIONS, TEXT_VOCABULARY, VOCABULARY, tiny_model
from transformers import AutoModelForSeq2SeqLM

from ecode.models.hub import ECodeConfig

SETTINGS = [pytest.param(changes, id=name) for name, changes in FUSIONS.items()]


def inputs(lengths: list[int], text_length: int = 7, experts: int = EXPERTS) -> dict[str, torch.Tensor]:
    torch.manual_seed(1)
    longest = max(lengths)
    ids = torch.randint(4, VOCABULARY, (len(lengths), longest))
    mask = (torch.arange(longest)[None] < torch.tensor(lengths)[:, None]).long()
    batch = {"input_ids": ids * mask, "attention_mask": mask}
    if not experts:
        return batch
    text = torch.randint(1, TEXT_VOCABULARY, (len(lengths), experts, text_length))
    text_mask = (torch.rand(len(lengths), experts, 1) > 0.3).long() * torch.ones_like(text)
    text_mask[:, 1, 4:] = 0
    return batch | {"text_input_ids": text * text_mask, "text_attention_mask": text_mask}


@pytest.mark.parametrize("changes", SETTINGS)
@pytest.mark.parametrize("beams", [1, 3])
def test_generating_with_a_cache_changes_nothing(changes: dict[str, object], beams: int) -> None:
    model = tiny_model(**changes)
    batch = inputs([9, 14, 5], experts=len(model.config.experts))
    ways = [
        model.generate(**batch, max_new_tokens=12, num_beams=beams, do_sample=False, use_cache=cached)
        for cached in (True, False)
    ]
    assert torch.equal(*ways)


@pytest.mark.parametrize("changes", SETTINGS)
def test_step_by_step_with_a_cache_gives_the_scores_of_one_pass(changes: dict[str, object]) -> None:
    model = tiny_model(**changes)
    batch = inputs([9, 14, 5], experts=len(model.config.experts))
    target = torch.randint(4, VOCABULARY, (3, 8))
    encoded = model.encoder(**batch)
    whole = model(encoder_outputs=encoded, decoder_input_ids=target).logits
    cache, steps = None, []
    for position in range(8):
        made = model(
            encoder_outputs=encoded,
            decoder_input_ids=target[:, position : position + 1],
            past_key_values=cache,
            use_cache=True,
        )
        cache = made.past_key_values
        steps.append(made.logits)
    torch.testing.assert_close(torch.cat(steps, dim=1), whole, atol=1e-4, rtol=1e-4)
    assert whole[:, 1:].sub(whole[:, :-1]).abs().max() > 0.01, "scores that never change would prove nothing"


@pytest.mark.parametrize("changes", SETTINGS)
def test_half_precision_differs_by_rounding_only(changes: dict[str, object]) -> None:
    model = tiny_model(**changes)
    batch = inputs([9, 14, 5], experts=len(model.config.experts)) | {"labels": torch.randint(4, VOCABULARY, (3, 8))}
    full, half = gradients(model, batch, False), gradients(model, batch, True)
    assert torch.nn.functional.cosine_similarity(full, half, dim=0) > 0.999
    assert not torch.equal(full, half)


def gradients(model: torch.nn.Module, batch: dict[str, torch.Tensor], half: bool) -> torch.Tensor:
    model.zero_grad()
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        loss = model(**batch).loss
    loss.backward()
    return torch.cat([p.grad.flatten() for p in model.parameters() if p.grad is not None])


@pytest.mark.parametrize("changes", SETTINGS)
def test_a_row_does_not_depend_on_its_neighbours(changes: dict[str, object]) -> None:
    model = tiny_model(**changes)
    batch = inputs([9, 14, 5], experts=len(model.config.experts))
    together = model(**batch, decoder_input_ids=torch.tensor([[1, 5, 6]] * 3)).logits
    alone = {name: value[2:] for name, value in batch.items()}
    alone["input_ids"], alone["attention_mask"] = alone["input_ids"][:, :5], alone["attention_mask"][:, :5]
    single = model(**alone, decoder_input_ids=torch.tensor([[1, 5, 6]])).logits
    torch.testing.assert_close(together[2:], single, atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("changes", SETTINGS)
def test_saving_and_loading_through_the_auto_class(changes: dict[str, object], tmp_path: Path) -> None:
    model = tiny_model(**changes)
    batch = inputs([9, 6], experts=len(model.config.experts)) | {"decoder_input_ids": torch.tensor([[1, 5]] * 2)}
    model.save_pretrained(tmp_path)
    loaded = AutoModelForSeq2SeqLM.from_pretrained(tmp_path).eval()
    torch.testing.assert_close(model(**batch).logits, loaded(**batch).logits)


def test_sampling_gives_several_answers_for_each_program() -> None:
    torch.manual_seed(0)
    answers = tiny_model().generate(**inputs([9, 6]), max_new_tokens=6, do_sample=True, num_return_sequences=4)
    assert answers.shape[0] == 8
    assert len({tuple(row.tolist()) for row in answers}) > 4


def test_every_expert_matters_and_can_be_left_out() -> None:
    model = tiny_model(experts=("title", "body"))
    batch = inputs([9, 6], experts=2) | {"decoder_input_ids": torch.tensor([[1, 5]] * 2)}
    batch["text_attention_mask"] = torch.ones_like(batch["text_attention_mask"])
    before = model(**batch).logits
    for expert in range(2):
        changed = {name: value.clone() for name, value in batch.items()}
        changed["text_attention_mask"][:, expert] = 0
        assert not torch.allclose(before, model(**changed).logits, atol=1e-4)
    assert set(model.encoder.text.experts) == {"title", "body"}
    assert tiny_model(experts=()).encoder.text is None


def test_a_program_without_statement_is_a_normal_input() -> None:
    model = tiny_model()
    batch = inputs([9, 6])
    start = torch.tensor([[1, 5]] * 2)
    empty = batch | {"text_attention_mask": torch.zeros_like(batch["text_attention_mask"])}
    without = {name: batch[name] for name in ("input_ids", "attention_mask")}
    with_empty, bare = model(**empty, decoder_input_ids=start).logits, model(**without, decoder_input_ids=start).logits
    torch.testing.assert_close(with_empty, bare, atol=1e-4, rtol=1e-4)


def test_the_activation_is_the_papers_switch() -> None:
    linear, relu = tiny_model(activation="none"), tiny_model(activation="relu")
    batch = inputs([9])
    text = batch["text_input_ids"], batch["text_attention_mask"]
    assert linear.encoder.text(*text)[0].min() < 0
    assert relu.encoder.text(*text)[0].min() >= 0


def test_the_copy_head_gives_probabilities_that_reach_tokens_of_the_source() -> None:
    model = tiny_model()
    batch = inputs([9])
    with torch.no_grad():
        model.copy.gate.bias.fill_(-20.0)  # copy always
        logits = model(**batch, decoder_input_ids=torch.tensor([[1, 5]])).logits
    torch.testing.assert_close(logits.exp().sum(-1), torch.ones(1, 2), atol=1e-4, rtol=0)
    assert set(logits[0].argmax(-1).tolist()) <= set(batch["input_ids"][0].tolist())


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"fusion": "none"}, "fusion must be one of"),
        ({"fusion": "paper", "fusion_heads": 7}, "not divisible by fusion_heads 7"),
        ({"num_kv_heads": 3}, "must divide each other"),
        ({"fusion": "prompt", "copy_head": True}, "copy_head must be False"),
    ],
)
def test_settings_that_do_not_fit_are_refused(changes: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        ECodeConfig(**changes)


def test_an_unknown_preset_is_refused() -> None:
    with pytest.raises(ValueError, match="no preset 'maxi': there are ablation, gpt-neo, mini"):
        ECodeConfig.preset("maxi")
