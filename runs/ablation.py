"""The ablation table: what each part of E-code is worth, at equal budgets of tokens.

    runs/build_corpus.sh --kernels 16 --problems 500 --out out/few
    python runs/ablation.py --corpus out/few --out out/ablation [--rows WORD...]

Every row is the preset `ablation` with one change, trained on the same pairs for the same number of places in batches
(`--steps` times `--tokens`), then asked greedily for the same slow programs of the split `test` (seen kernels) and
`unseen`. The corpus is one of few kernels: a model of this size learns them within a budget that two cores can pay for
all rows, where on the whole corpus nobody would pass a test yet. The loss is that of the valid part, in nats a program:
rows that write whole programs and rows that write edits can be compared by it. Resumable: what is done is not done
again. Rows marked * have three seeds.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast, T5Config, T5ForConditionalGeneration

from ecode.console import err
from ecode.eval.baselines import NearestNeighbour
from ecode.eval.tasks import Task, tasks_from_build
from ecode.judge.run import Judge
from ecode.models.answers import answers
from ecode.models.baseline.generate import generate_baseline
from ecode.models.baseline.model import BaselineRecipe, load_baseline
from ecode.models.baseline.prompts import load_prompts, plain_code
from ecode.models.baseline.train import train_baseline
from ecode.models.batches import load_tokens
from ecode.models.devices import Devices
from ecode.models.hub import ECodeConfig
from ecode.models.prepare import prepare
from ecode.models.recipe import OptimizerRecipe, train_optimizer
from ecode.models.torch_writer import TorchWriter
from ecode.models.train import Progress, TrainConfig, validation_loss
from ecode.syntax.fingerprint import fingerprint

SEEDS = (0, 1, 2)
FIELDS = ("title", "body", "input", "output", "samples")


@dataclass(frozen=True)
class Row:
    """One line of the table: what differs from the preset. `base` is a kind of language model instead."""

    name: str
    changes: dict[str, Any] = field(default_factory=dict)
    names: bool = True
    base: str = ""
    seeds: Sequence[int] = (0,)


PAPER = {"fusion": "paper", "copy_head": False, "output": "program"}
ROWS = [
    Row("E-code (mini's choices)", seeds=SEEDS),
    Row("no expert: one encoder for the statement", {"experts": ("text",)}, seeds=SEEDS),
    Row("no statement at all", {"experts": ()}, seeds=SEEDS),
    Row(
        "plain causal decoder (gpt-neo)",
        {"experts": (), "fusion": "prompt", "encoder_layers": 0, "copy_head": False, "decoder_layers": 7},
        seeds=SEEDS,
    ),
    Row("T5, equal size, prompt", base="t5", seeds=SEEDS),
    Row("Llama, equal size, prompt", base="llama", seeds=SEEDS),
    Row("paper's fusion, 48 heads, whole program, no copy head", PAPER),
    Row("the same with 8 heads", PAPER | {"fusion_heads": 8}),
    Row("the same with ReLU", PAPER | {"activation": "relu"}),
    Row("paper's fusion with copy head and edits", {"fusion": "paper"}),
    Row("ReLU after the experts", {"activation": "relu"}),
    Row("no copy head", {"copy_head": False}),
    Row("whole program instead of edits", {"output": "program"}),
    *(Row(f"without the expert for {name}", {"experts": tuple(f for f in FIELDS if f != name)}) for name in FIELDS),
    Row("no performance conditioning", {"conditioning": False}),
    Row("own names, not normalised", names=False),
]


class Study:
    """Everything that the rows share."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.pairs = args.corpus / "pairs"
        self.config = TrainConfig(
            steps=args.steps,
            tokens=args.tokens,
            optimizer="muon",
            learning_rate=2e-3,
            warmup=args.steps // 20,
            save_every=500,
            eval_every=10**9,
        )
        self.tasks = {
            split: tasks_from_build(args.corpus / "times", self.pairs, split, args.programs, seed=1)
            for split in ("test", "unseen")
        }
        self.prepared = {names: args.out / ("prepared-uni" if names else "prepared-own") for names in (True, False)}

    def run(self, row: Row, seed: int) -> dict[str, Any]:
        """The record of one training; from its file where there is one."""
        folder = self.args.out / f"{''.join(c if c.isalnum() else '-' for c in row.name)}-{seed}"
        record = folder / "result.json"
        if not record.is_file():
            err.print(f"[bold]{row.name}[/], seed {seed}")
            made = self._base(row, seed, folder) if row.base else self._ecode(row, seed, folder)
            record.write_text(json.dumps(made, indent=1) + "\n")
        return json.loads(record.read_text())

    def _ecode(self, row: Row, seed: int, folder: Path) -> dict[str, Any]:
        recipe = OptimizerRecipe("ablation", row.changes, row.names, self.prepared[row.names], exports=False)
        config = TrainConfig(**{**vars_of(self.config), "seed": seed})
        progress = train_optimizer(self.pairs, folder, recipe, config, _show)
        writer = TorchWriter.load(folder)
        valid = load_tokens(self.prepared[row.names], "valid", writer.tokenizer, writer.model.config)

        def write(tasks: Sequence[Task]) -> list[str]:
            statements = [task.statement for task in tasks] if writer.model.config.experts else None
            made = answers(writer, [task.code for task in tasks], statements, samples=1)
            return [row[0].code for row in made]

        per_program = progress.losses[-1][1] * float(valid.targets.lengths.mean())
        return self._record(progress, per_program, sum(p.numel() for p in writer.model.parameters()), write)

    def _base(self, row: Row, seed: int, folder: Path) -> dict[str, Any]:
        prepare(self.pairs, self.prepared[True])
        base = self.args.out / f"base-{row.base}"
        if not (base / "config.json").is_file():
            make_base(row.base, self.prepared[True], base)
        recipe = BaselineRecipe(str(base), max_prompt=1024, max_answer=512)
        config = TrainConfig(**{**vars_of(self.config), "seed": seed})
        progress = train_baseline(self.prepared[True], folder, recipe, config, show=_show)
        model, tokenizer = load_baseline(folder / "checkpoint")
        valid = load_prompts(self.prepared[True], "valid", model.prompter(tokenizer), max_answer=recipe.max_answer)
        loss = validation_loss(model, valid, config, Devices("cpu"))  # type: ignore[arg-type]

        def write(tasks: Sequence[Task]) -> list[str]:
            return [
                next(iter(generate_baseline(model, tokenizer, task.code, "\n".join(task.statement.values()))), "")
                for task in tasks
            ]

        per_program = loss * float(valid.targets.lengths.mean())
        return self._record(progress, per_program, sum(p.numel() for p in model.parameters()), write)

    def _record(
        self, progress: Progress, loss: float, parameters: int, write: Callable[[Sequence[Task]], list[str]]
    ) -> dict[str, Any]:
        record = {"loss": loss, "parameters": parameters, "tokens": progress.tokens, "seconds": progress.seconds}
        with Judge(2) as judge:
            for split, tasks in self.tasks.items():
                codes = write(tasks)
                copies = [bool(c) and fingerprint(c) == fingerprint(t.code) for c, t in zip(codes, tasks, strict=True)]
                judged = judge.judge_many(
                    (code, task.suite)
                    for code, task, copy in zip(codes, tasks, copies, strict=True)
                    if code and not copy
                )
                record[f"{split} IO pass"] = sum(report.accepted for report in judged) / len(tasks)
                record[f"{split} programs"] = sum(map(bool, codes)) / len(tasks)
                record[f"{split} copies"] = sum(copies) / len(tasks)
        return record


def vars_of(config: TrainConfig) -> dict[str, Any]:
    return {name: getattr(config, name) for name in TrainConfig.__dataclass_fields__}


def make_base(kind: str, prepared: Path, folder: Path) -> None:
    """A random model of the ablation's size, with a byte-level BPE of its own over the same programs."""
    import pyarrow.parquet as pq

    table = pq.read_table(prepared / "train.parquet", columns=["source", "program"]).slice(0, 20_000).to_pydict()
    texts = (plain_code(text) for column in table.values() for text in column)
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    special = ["<pad>", "<s>", "</s>"]
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    tokenizer.train_from_iterator(
        texts,
        trainers.BpeTrainer(vocab_size=2048, special_tokens=special, initial_alphabet=alphabet, show_progress=False),
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="<pad>",
        bos_token="<s>",
        eos_token="</s>",
        clean_up_tokenization_spaces=False,
    )
    fast.save_pretrained(folder)
    torch.manual_seed(0)
    ids = {"vocab_size": len(fast), "pad_token_id": 0, "eos_token_id": 2}
    if kind == "t5":
        config = T5Config(
            d_model=192,
            d_kv=32,
            num_heads=6,
            d_ff=512,
            num_layers=4,
            num_decoder_layers=3,
            feed_forward_proj="gated-gelu",
            decoder_start_token_id=0,
            **ids,
        )
        T5ForConditionalGeneration(config).save_pretrained(folder)
    else:
        config = LlamaConfig(
            hidden_size=192,
            intermediate_size=512,
            num_hidden_layers=7,
            num_attention_heads=6,
            num_key_value_heads=2,
            max_position_embeddings=2048,
            bos_token_id=1,
            tie_word_embeddings=True,
            **ids,
        )
        LlamaForCausalLM(config).save_pretrained(folder)


def retrieval(study: Study) -> dict[str, float]:
    """The nearest slow program's fast one, for the same tasks."""
    nearest, shares = NearestNeighbour(study.pairs, 1), {}
    with Judge(2) as judge:
        for split, tasks in study.tasks.items():
            codes = [row[0].code for row in nearest(tasks)]
            reports = judge.judge_many(zip(codes, (task.suite for task in tasks), strict=True))
            shares[f"{split} IO pass"] = sum(report.accepted for report in reports) / len(tasks)
    return shares


def _show(record: dict[str, Any]) -> None:
    if "loss" in record and record["step"] % 200 == 0:
        err.print(f"  step {record['step']}: loss {record['loss']:.3f}, {record['tokens_per_s']:.0f} tokens/s")


def table(study: Study, rows: Sequence[Row]) -> str:
    columns = ("loss", "test IO pass", "unseen IO pass", "test programs", "test copies")
    lines = [
        "| | seeds | parameters | nats a program | IO pass, seen kernels | unseen kernels | answers that are programs |"
        " copies |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for seed in range(study.args.seeds):  # every row once before any row again: a table that is cut short is whole
        for row in rows:
            if seed in row.seeds:
                study.run(row, seed)
    for row in rows:
        records = [study.run(row, seed) for seed in row.seeds if seed < study.args.seeds]
        cells = []
        for column in columns:
            values = [record[column] for record in records]
            scale, unit, digits = (1, "", 2) if column == "loss" else (100, " %", 1)
            spread = f" ± {scale * stdev(values):.{digits}f}" if len(values) > 1 else ""
            cells.append(f"{scale * fmean(values):.{digits}f}{spread}{unit}")
        size = f"{records[0]['parameters'] / 1e6:.2f} M"
        lines.append(f"| {row.name}{'*' if len(records) > 1 else ''} | {len(records)} | {size} | {' | '.join(cells)} |")
    shares = retrieval(study)
    lines.append(
        f"| nearest neighbour among the training pairs | | | | {100 * shares['test IO pass']:.1f} % | "
        f"{100 * shares['unseen IO pass']:.1f} % | | |"
    )
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="with the folders times and pairs")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rows", nargs="+", help="only those whose names hold one of these words")
    parser.add_argument("--seeds", type=int, default=len(SEEDS), help="at most so many of a row's seeds")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--tokens", type=int, default=4096)
    parser.add_argument("--programs", type=int, default=40, help="slow programs of each split")
    args = parser.parse_args()
    rows = [row for row in ROWS if not args.rows or any(word in row.name for word in args.rows)]
    study = Study(args)
    text = table(study, rows)
    (args.out / "table.md").write_text(text)
    print(text, end="")


if __name__ == "__main__":
    ECodeConfig.preset("ablation")  # fails early where transformers cannot be used
    main()
