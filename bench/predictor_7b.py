"""What the paper's predictor takes to train: shapes and memory of 7B configurations, without their weights.

python bench/predictor_7b.py

Runs anywhere in seconds: everything is on the meta device. Prints a Markdown table; formulas and what they leave out
are in `ecode.models.predictor.llm.memory`.
"""

from __future__ import annotations

from collections.abc import Callable

from transformers import LlamaConfig, PretrainedConfig, Qwen2Config

from ecode.models.predictor.llm.config import LlmRecipe
from ecode.models.predictor.llm.memory import Memory, Sizes, sizes_of, training_memory

CONFIGS: dict[str, Callable[[], PretrainedConfig]] = {
    # from memory, not read from the models' files: compare before relying on a figure
    "DeepSeek-Coder-7B-v1.5 (the paper's)": lambda: LlamaConfig(
        vocab_size=102_400, hidden_size=4096, intermediate_size=11_008, num_hidden_layers=30, num_attention_heads=32
    ),
    "Llama-2-7B": lambda: LlamaConfig(
        vocab_size=32_000, hidden_size=4096, intermediate_size=11_008, num_hidden_layers=32, num_attention_heads=32
    ),
    "Qwen2.5-Coder-7B": lambda: Qwen2Config(
        vocab_size=152_064,
        hidden_size=3584,
        intermediate_size=18_944,
        num_hidden_layers=28,
        num_attention_heads=28,
        num_key_value_heads=4,
        tie_word_embeddings=False,
    ),
}


def row(name: str, sizes: Sizes, bits: str, memory: Memory) -> str:
    parts = (memory.base, memory.adapters, memory.optimizer, memory.activations, memory.logits, memory.total)
    counts = f"{sizes.base / 1e9:.2f} G | {sizes.adapter / 1e6:.0f} M"
    return f"| {name} | {bits} | {counts} | " + " | ".join(f"{part / 2**30:.1f}" for part in parts) + " |"


def main() -> None:
    recipe = LlmRecipe("")
    tokens = recipe.max_prompt + recipe.max_answer
    print(
        f"GiB while the last of {len(recipe.variants)} adapters is trained "
        f"(rank {recipe.lora_rank}, {recipe.rows} rows of {tokens} tokens):\n"
    )
    print("| base | held in | parameters | of an adapter | base | adapters | optimizer | activations | logits | all |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name, make in CONFIGS.items():
        sizes = sizes_of(make(), recipe)
        for bits, four_bit in (("bf16 (LoRA)", False), ("4 bits (QLoRA)", True)):
            print(row(name, sizes, bits, training_memory(sizes, recipe, four_bit=four_bit)))


if __name__ == "__main__":
    main()
