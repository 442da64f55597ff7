"""How fast programs are written: the light runtime, torch, Hugging Face's T5, and the released code's way.

    python bench/decoding.py [--model DIR] [--source 200] [--tokens 100] [--rounds 5] [--threads 1]

All write the same number of tokens for a source of the same length, batch 1, turn by turn in one run. The T5 is random and
as large as our model. "The released code's way" is our own model without a cache, its encoder run again for every token
(Prediction_generation_code.py of the released E-code does so).
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np
import torch
from transformers import T5Config, T5ForConditionalGeneration

from ecode.models.hub import ECodeConfig, ECodeForConditionalGeneration
from ecode.models.onnx_export import export_onnx, quantize_onnx
from ecode.models.runtime import LightModel
from ecode.models.vocabulary import train_vocabularies


def equal_t5(parameters: int, vocabulary: int) -> T5ForConditionalGeneration:
    """A T5 of about as many parameters, with as many encoder as decoder layers, as the published small ones have."""
    best: T5ForConditionalGeneration | None = None
    for layers in range(2, 13):
        config = T5Config(
            vocab_size=vocabulary,
            d_model=256,
            d_kv=32,
            num_heads=8,
            d_ff=768,
            num_layers=layers,
            num_decoder_layers=layers,
            feed_forward_proj="gated-gelu",
            decoder_start_token_id=0,
            pad_token_id=0,
            eos_token_id=1,
        )
        model = T5ForConditionalGeneration(config)
        if best is None or abs(model.num_parameters() - parameters) < abs(best.num_parameters() - parameters):
            best = model
    assert best is not None
    return best.eval()


def light(model: LightModel, ids: list[int], tokens: int) -> Callable[[], int]:
    """Greedy, without stopping at the end token."""

    def run() -> int:
        state = model._encoded([ids], [[[] for _ in model._record["experts"]]])
        last = np.array([model._record["start"]])
        for _ in range(tokens):
            last = state.step(model._step, last).argmax(axis=1)
        return tokens

    return run


def generate(model: torch.nn.Module, ids: torch.Tensor, tokens: int) -> Callable[[], int]:
    def run() -> int:
        with torch.no_grad():
            made = model.generate(
                input_ids=ids,
                attention_mask=torch.ones_like(ids),
                do_sample=False,
                min_new_tokens=tokens,
                max_new_tokens=tokens,
            )
        return int(made.shape[1]) - 1

    return run


def released_way(model: ECodeForConditionalGeneration, ids: torch.Tensor, tokens: int) -> Callable[[], int]:
    def run() -> int:
        written = torch.tensor([[model.config.decoder_start_token_id]])
        with torch.no_grad():
            for _ in range(tokens):
                logits = model(input_ids=ids, attention_mask=torch.ones_like(ids), decoder_input_ids=written).logits
                written = torch.cat((written, logits[:, -1:].argmax(-1)), dim=1)
        return tokens

    return run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, help="a checkpoint (default: a random mini)")
    parser.add_argument("--source", type=int, default=200, help="tokens of the slow program")
    parser.add_argument("--tokens", type=int, default=100, help="tokens to write")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tokenizer = train_vocabularies(["print(var1)"] * 30, ["add two numbers"] * 30, folder / "tokens")
        if args.model:
            model = ECodeForConditionalGeneration.from_pretrained(args.model).eval()
        else:
            model = ECodeForConditionalGeneration(ECodeConfig.preset("mini")).eval()
        export_onnx(model, tokenizer, folder / "fp32")
        quantize_onnx(folder / "fp32", folder / "int8")
        ids = torch.randint(5, 400, (1, args.source))
        t5 = equal_t5(model.num_parameters(), model.config.vocab_size)
        ways = {
            "light runtime, int8": light(
                LightModel.load(folder / "int8", threads=args.threads), ids[0].tolist(), args.tokens
            ),
            "light runtime, fp32": light(
                LightModel.load(folder / "fp32", threads=args.threads), ids[0].tolist(), args.tokens
            ),
            "our model in torch, generate()": generate(model, ids, args.tokens),
            f"T5 of {t5.num_parameters() / 1e6:.1f} M, generate()": generate(t5, ids, args.tokens),
            "the released code's way": released_way(model, ids, args.tokens),
        }
        rates: dict[str, list[float]] = {way: [] for way in ways}
        for turn in range(args.rounds + 1):
            for way, run in ways.items():
                started = time.perf_counter()
                written = run()
                if turn:  # the first one warms up
                    rates[way].append(written / (time.perf_counter() - started))
    reference = median(rates[next(way for way in ways if way.startswith("T5"))])
    print(
        f"{model.num_parameters() / 1e6:.1f} M parameters, source {args.source}, {args.tokens} tokens written, batch 1, "
        f"{args.threads} thread(s), {args.rounds} rounds\n"
    )
    print("| | tokens/s (least - most) | against T5's generate() |\n|---|---:|---:|")
    for way, values in rates.items():
        print(
            f"| {way} | {median(values):.0f} ({min(values):.0f} - {max(values):.0f}) | {median(values) / reference:.1f}x |"
        )


if __name__ == "__main__":
    main()
