"""Models and data small enough for a unit test."""

import numpy as np
import torch

from ecode.models.batches import Ragged, TokenSet
from ecode.models.hub import ECodeConfig, ECodeForConditionalGeneration

VOCABULARY, TEXT_VOCABULARY, EXPERTS = 60, 40, 5
_TINY = {
    "vocab_size": VOCABULARY,
    "text_vocab_size": TEXT_VOCABULARY,
    "hidden_size": 32,
    "encoder_layers": 2,
    "prefix_layers": 1,
    "decoder_layers": 2,
    "num_heads": 4,
    "num_kv_heads": 2,
    "ffn_size": 48,
    "text_hidden_size": 16,
    "text_layers": 1,
    "text_ffn_size": 24,
    "text_max_length": 12,
    "integration_max_length": 40,
    "max_source_length": 64,
    "max_target_length": 32,
    "fusion_heads": 8,
}
FUSIONS = {
    "cross": {"fusion": "cross"},
    "paper": {"fusion": "paper"},
    "prompt": {"fusion": "prompt", "copy_head": False, "experts": (), "encoder_layers": 0},
    "pretrained kinds": {
        "fusion": "paper",
        "copy_head": False,
        "text_backbone": "bert",
        "code_backbone": "gpt_neo",
        "num_kv_heads": 4,
    },
}


def tiny_model(seed: int = 0, **changes: object) -> ECodeForConditionalGeneration:
    torch.manual_seed(seed)
    config = ECodeConfig(**(_TINY | {"initializer_range": 0.2} | changes))
    return ECodeForConditionalGeneration(config).eval()


def token_set(rows: int = 48, seed: int = 0, experts: int = EXPERTS) -> TokenSet:
    """Sources of random tokens; the target is a part of the source, backwards: something to learn."""
    rng = np.random.default_rng(seed)
    sources = [rng.integers(4, VOCABULARY, rng.integers(6, 24)).astype(np.int32) for _ in range(rows)]
    targets = [np.append(source[:5][::-1], 2).astype(np.int32) for source in sources]
    statements = [rng.integers(1, TEXT_VOCABULARY, rng.integers(0, 12)).astype(np.int32) for _ in range(rows * experts)]
    return TokenSet(
        Ragged.of(sources), Ragged.of(targets), np.arange(rows, dtype=np.int32), Ragged.of(statements), experts
    )
