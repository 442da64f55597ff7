"""AdamW beside Muon on the preset mini: loss after equally many tokens, and the time that they take.

    python bench/optimizers.py --pairs DIR [--steps 150] [--tokens 4096] [--prepared DIR]

Each rule at two learning rates, one after the other, from the same start over the same batches, with a rate that falls
to nothing from the end of the warm-up on. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from ecode.models.batches import load_tokens
from ecode.models.hub import ECodeConfig, ECodeForConditionalGeneration
from ecode.models.prepare import prepare
from ecode.models.train import TrainConfig, train

RUNS = (("adamw", 5e-4), ("adamw", 1e-3), ("adamw", 2e-3), ("muon", 1e-3), ("muon", 2e-3), ("muon", 4e-3))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--prepared", type=Path, help="of an earlier training")
    parser.add_argument("--steps", type=int, default=150)
    parser.add_argument("--tokens", type=int, default=4096)
    args = parser.parse_args()
    torch.set_num_threads(1)
    with TemporaryDirectory() as folder:
        prepared = args.prepared or Path(folder) / "prepared"
        tokenizer = prepare(args.pairs, prepared)
        assert tokenizer.text is not None
        sizes = {"vocab_size": len(tokenizer), "text_vocab_size": tokenizer.text.get_vocab_size()}
        model_config = ECodeConfig.preset("mini", **sizes)
        data, valid = (load_tokens(prepared, part, tokenizer, model_config) for part in ("train", "valid"))
        print("| rule | rate | tokens | validation loss a token | time |\n|---|---:|---:|---:|---:|")
        for rule, rate in RUNS:
            torch.manual_seed(0)
            model = ECodeForConditionalGeneration(model_config)
            config = TrainConfig(
                steps=args.steps,
                tokens=args.tokens,
                optimizer=rule,
                learning_rate=rate,
                warmup=20,
                decay=1.0,
                save_every=args.steps,
                eval_every=args.steps,
            )
            started = time.monotonic()
            progress = train(model, data, config, Path(folder) / f"{rule}-{rate}", valid=valid)
            seconds = time.monotonic() - started
            loss = progress.losses[-1][1]
            print(f"| {rule} | {rate:g} | {progress.tokens / 1e3:.0f} k | {loss:.3f} | {seconds:.0f} s |", flush=True)


if __name__ == "__main__":
    main()
