"""Real tokens a second in training: our batches against the released code's way (batch 1, padded to the maximum).

    python bench/training_speed.py --prepared out/mini/prepared [--preset mini] [--rounds 3] [--threads 1]

The same model, the same examples, turn by turn in one run. Padding does not count as tokens. The released code pads every
source and every target to 768 places and accumulates 32 steps of one example each (train.py of the released E-code).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import torch
import torch.nn.functional as F
from torch import Tensor

from ecode.models.batches import Batches, load_tokens
from ecode.models.hub import ECodeConfig, ECodeForConditionalGeneration, ECodeTokenizer

EXAMPLES = 32  # of one optimiser step, in both ways


def counted(batch: dict[str, Tensor]) -> int:
    return int(batch["attention_mask"].sum()) + int((batch["labels"] != -100).sum())


def step(
    model: ECodeForConditionalGeneration, optimizer: torch.optim.Optimizer, batches: Sequence[dict[str, Tensor]]
) -> float:
    """Tokens a second of one optimiser step."""
    started = time.perf_counter()
    labels = sum(int((batch["labels"] != -100).sum()) for batch in batches)
    for batch in batches:
        model(**batch, num_items_in_batch=labels).loss.backward()
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return sum(map(counted, batches)) / (time.perf_counter() - started)


def padded_to_maximum(batch: dict[str, Tensor], config: ECodeConfig) -> dict[str, Tensor]:
    """One example, source, target and statement filled up to the longest that the model takes."""
    source = config.max_source_length - batch["input_ids"].shape[1]
    target = config.max_target_length - batch["labels"].shape[1]
    text = config.text_max_length - batch["text_input_ids"].shape[2]
    return {
        "input_ids": F.pad(batch["input_ids"], (0, source)),
        "attention_mask": F.pad(batch["attention_mask"], (0, source)),
        "labels": F.pad(batch["labels"], (0, target), value=-100),
        "text_input_ids": F.pad(batch["text_input_ids"], (0, text)),
        "text_attention_mask": F.pad(batch["text_attention_mask"], (0, text)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prepared", type=Path, required=True)
    parser.add_argument("--preset", default="mini")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    tokenizer = ECodeTokenizer.from_pretrained(args.prepared)
    assert tokenizer.text is not None
    config = ECodeConfig.preset(args.preset)
    config.vocab_size, config.text_vocab_size = len(tokenizer), tokenizer.text.get_vocab_size()
    model = ECodeForConditionalGeneration(config)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    data = load_tokens(args.prepared, "train", tokenizer, config)
    batches = Batches(data, 8192, drop_statement=0.0, drop_field=0.0)
    plan = batches.plan(0)
    ours, theirs = [], []
    for turn in range(args.rounds + 1):
        rows = plan[turn][:EXAMPLES]
        fast = step(model, optimizer, [batches.tensors(rows, 0)])
        single = [padded_to_maximum(batches.tensors([row], 0), config) for row in rows]
        slow = step(model, optimizer, single)
        if turn:
            ours.append(fast)
            theirs.append(slow)
    print(
        f"{args.preset}, {model.num_parameters() / 1e6:.1f} M parameters, {args.threads} thread(s), {args.rounds} rounds, statements included\n"
    )
    print("| | real tokens/s (least - most) |\n|---|---:|")
    for name, rates in (("batches of similar length", ours), ("batch 1, padded to the maximum", theirs)):
        print(f"| {name} | {median(rates):.0f} ({min(rates):.0f} - {max(rates):.0f}) |")
    print(f"\nratio {median(ours) / median(theirs):.1f}x")


if __name__ == "__main__":
    main()
