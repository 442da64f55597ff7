"""The language-model way of the predictor, end to end on rows of a build: does it beat the constant?

    python bench/predictor_llm.py --data out/corpus/times --out out/predictor-llm [--rows 4000] [--minutes 10]

No language model can be fetched here, so a small one (Llama's architecture, 3 layers of width 128) is first trained from
nothing to continue the build's programs, then tuned with the paper's prompt and order of variants (LoRA; rank and rows
smaller than the paper's), and asked for the times of test programs: error of the logarithm beside that of the median.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean, median

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from ecode.eval.prediction import spearman
from ecode.models.devices import Devices
from ecode.models.predictor.llm.config import LlmRecipe
from ecode.models.predictor.llm.predict import LlmPredictor
from ecode.models.predictor.llm.prompt import digits_of, prompt_text
from ecode.models.predictor.llm.train import train_llm_predictor
from ecode.models.predictor.rows import TimedProgram, load_times

VOCABULARY, PROMPT = 1024, 256


def tokenizer_of(programs: Sequence[TimedProgram]) -> PreTrainedTokenizerFast:
    made = Tokenizer(models.BPE())
    digits, bytewise = pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.pre_tokenizer, made.decoder = pre_tokenizers.Sequence([digits, bytewise]), decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=["<pad>", "</s>"],
        show_progress=False,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
    )
    made.train_from_iterator((prompt_text(p.texts["ori"]) for p in programs), trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=made, pad_token="<pad>", eos_token="</s>", truncation_side="left"
    )  # so that the number is always seen


def pretrained(read: PreTrainedTokenizerFast, programs: Sequence[TimedProgram], seconds: float) -> LlamaForCausalLM:
    """A language model of programs followed by a number: that of another program, so that no time is given away."""
    torch.manual_seed(0)
    ids = {"bos_token_id": 1, "eos_token_id": 1, "pad_token_id": 0}
    sizes = {"hidden_size": 128, "intermediate_size": 384, "num_hidden_layers": 3, "num_attention_heads": 4}
    model = LlamaForCausalLM(LlamaConfig(vocab_size=len(read), max_position_embeddings=512, **sizes, **ids))
    optimizer, rng = torch.optim.AdamW(model.parameters(), lr=1e-3), random.Random(0)
    started = time.monotonic()
    while (left := 1 - (time.monotonic() - started) / seconds) > 0:
        some = rng.sample(programs, 12)
        texts = [prompt_text(p.texts["ori"]) + digits_of(rng.choice(programs).time_us) + read.eos_token for p in some]
        batch = read(texts, padding=True, truncation=True, max_length=PROMPT, return_tensors="pt")
        labels = batch.input_ids.masked_fill(batch.attention_mask == 0, -100)
        for group in optimizer.param_groups:
            group["lr"] = 1e-3 * min(1.0, 3 * left)
        model(input_ids=batch.input_ids, attention_mask=batch.attention_mask, labels=labels).loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
    return model.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=4000, help="training programs")
    parser.add_argument("--asked", type=int, default=200, help="test programs")
    parser.add_argument("--minutes", type=float, default=10.0, help="for the base; the adapters take what they take")
    parser.add_argument("--batch", type=int, default=16, help="programs of a step")
    parser.add_argument("--learning-rate", type=float, default=2e-3)
    args = parser.parse_args()
    rng = random.Random(0)
    some = rng.sample(load_times(args.data, "train").programs, args.rows)
    read = tokenizer_of(some)
    base = args.out / "base"
    if not (base / "config.json").is_file():
        pretrained(read, some, 60 * args.minutes).save_pretrained(base)
        read.save_pretrained(base)
    small = {
        "lora_rank": 64,
        "lora_alpha": 64,
        "rows": args.batch,
        "accumulate": 1,
        "learning_rate": args.learning_rate,
    }
    recipe = LlmRecipe(str(base), programs=args.rows, epochs=1, max_prompt=PROMPT, four_bit=False, **small)
    started = time.monotonic()
    adapters = train_llm_predictor(args.data, args.out / "adapters", recipe, devices=Devices("cpu"))
    trained_s = time.monotonic() - started
    asked = rng.sample(load_times(args.data, "test").programs, args.asked)
    made = LlmPredictor.load(str(base), adapters, device="cpu", samples=20).predict([p.texts["ori"] for p in asked])
    truth, constant = [p.time_us for p in asked], median(p.time_us for p in some)
    error = fmean(abs(math.log(m.time_us / t)) for m, t in zip(made, truth, strict=True))
    plain = fmean(abs(math.log(constant / t)) for t in truth)
    inside = fmean(m.low_us <= t <= m.high_us for m, t in zip(made, truth, strict=True))
    found = {
        "rows": args.rows,
        "seconds of the adapters": round(trained_s),
        "test programs": len(asked),
        "MAE of log time": round(error, 3),
        "of the constant": round(plain, 3),
        "skill": round(1 - error / plain, 3),
        "Spearman": round(spearman([m.time_us for m in made], truth), 3),
        "inside its 80 % interval": round(inside, 3),
    }
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
