"""Configuration of E-code: which experts there are, what reads the code, and how the decoder sees it all."""

from __future__ import annotations

from typing import Any, ClassVar

from transformers import PretrainedConfig

FIELDS = ("title", "body", "input", "output", "samples")
"""The five sections of a statement, one expert each (arXiv 2408.12948); `title` comes with difficulty and tags."""

PRESETS: dict[str, dict[str, Any]] = {
    "paper": {
        "text_backbone": "bert",
        "text_vocab_size": 30_522,
        "text_hidden_size": 128,
        "text_layers": 2,
        "text_heads": 2,
        "text_ffn_size": 512,
        "text_max_length": 512,
        "integration_layers": 2,
        "integration_max_length": 2048,
        "code_backbone": "gpt_neo",
        "vocab_size": 50_257,
        "hidden_size": 768,
        "encoder_layers": 12,
        "prefix_layers": 12,
        "decoder_layers": 12,
        "num_heads": 12,
        "num_kv_heads": 12,
        "ffn_size": 3072,
        "max_source_length": 768,
        "max_target_length": 768,
        "fusion": "paper",
        "fusion_heads": 48,
        "copy_head": False,
        "tie_word_embeddings": True,
        "bos_token_id": 50_256,
        "eos_token_id": 50_256,
        "pad_token_id": 50_256,
        "decoder_start_token_id": 50_256,
    },
    "mini": {},  # the defaults of `ECodeConfig`
    "ablation": {
        "hidden_size": 192,
        "encoder_layers": 3,
        "prefix_layers": 2,
        "decoder_layers": 2,
        "num_heads": 6,
        "num_kv_heads": 2,
        "ffn_size": 512,
        "text_hidden_size": 64,
        "text_ffn_size": 192,
        "text_layers": 1,
        "integration_layers": 1,
    },
}
PRESETS["no-expert"] = PRESETS["paper"] | {"experts": ("text",)}
PRESETS["gpt-neo"] = PRESETS["paper"] | {"experts": (), "fusion": "prompt", "encoder_layers": 0, "prefix_layers": 0}

FUSIONS = ("paper", "cross", "prompt")
BACKBONES = {"text_backbone": ("ecode", "bert"), "code_backbone": ("ecode", "gpt_neo")}
ACTIVATIONS = ("none", "relu")
OUTPUTS = ("program", "edits")


class ECodeConfig(PretrainedConfig):
    """Everything that shapes an E-code model. The defaults are those of the preset `mini`.

    Text: `experts` names the fields that have an encoder of their own (`("text",)`: one for the joined statement, `()`:
    no statement at all). What they make of up to `text_max_length` tokens each is joined, cut to
    `integration_max_length`, read by `integration_layers` more layers, and brought to `hidden_size` by a linear layer
    with `activation`.

    Code: `encoder_layers` read the slow program. `fusion` says how the decoder sees both: `cross` attends to them in
    each of `decoder_layers`; `paper` reads the prefix with `prefix_layers`, attends once with `fusion_heads`, and
    writes with `decoder_layers` that see nothing else; `prompt` puts them before the target in a plain causal language
    model.

    `copy_head` mixes the vocabulary with a pointer into the slow program. `output` is what the decoder writes: the
    whole program, or edits of lines. `conditioning` states how fast the target is among the known programs, and
    `normalise_names` that names are brought to one form before the model and restored after it.
    """

    model_type = "ecode"
    keys_to_ignore_at_inference = ("past_key_values",)
    attribute_map: ClassVar[dict[str, str]] = {
        "num_hidden_layers": "decoder_layers",
        "num_attention_heads": "num_heads",
    }

    def __init__(
        self,
        experts: tuple[str, ...] | list[str] = FIELDS,
        text_backbone: str = "ecode",
        text_vocab_size: int = 2048,
        text_hidden_size: int = 128,
        text_layers: int = 2,
        text_heads: int = 2,
        text_ffn_size: int = 384,
        text_max_length: int = 96,
        integration_layers: int = 1,
        integration_max_length: int = 480,
        activation: str = "none",
        code_backbone: str = "ecode",
        vocab_size: int = 2048,
        hidden_size: int = 256,
        encoder_layers: int = 6,
        prefix_layers: int = 2,
        decoder_layers: int = 2,
        num_heads: int = 8,
        num_kv_heads: int = 2,
        ffn_size: int = 768,
        max_source_length: int = 768,
        max_target_length: int = 512,
        fusion: str = "cross",
        fusion_heads: int = 48,
        copy_head: bool = True,
        output: str = "edits",
        conditioning: bool = True,
        normalise_names: bool = True,
        dropout: float = 0.0,
        initializer_range: float = 0.02,
        pad_token_id: int = 0,
        bos_token_id: int = 1,
        eos_token_id: int = 2,
        decoder_start_token_id: int = 1,
        is_encoder_decoder: bool = True,
        tie_word_embeddings: bool = True,
        **kwargs: Any,
    ) -> None:
        self.experts = list(experts)
        self.text_backbone = text_backbone
        self.text_vocab_size = text_vocab_size
        self.text_hidden_size = text_hidden_size
        self.text_layers = text_layers
        self.text_heads = text_heads
        self.text_ffn_size = text_ffn_size
        self.text_max_length = text_max_length
        self.integration_layers = integration_layers
        self.integration_max_length = integration_max_length
        self.activation = activation
        self.code_backbone = code_backbone
        self.vocab_size = vocab_size
        self.hidden_size = hidden_size
        self.encoder_layers = encoder_layers
        self.prefix_layers = prefix_layers
        self.decoder_layers = decoder_layers
        self.num_heads = num_heads
        self.num_kv_heads = num_kv_heads
        self.ffn_size = ffn_size
        self.max_source_length = max_source_length
        self.max_target_length = max_target_length
        self.fusion = fusion
        self.fusion_heads = fusion_heads
        self.copy_head = copy_head
        self.output = output
        self.conditioning = conditioning
        self.normalise_names = normalise_names
        self.dropout = dropout
        self.initializer_range = initializer_range
        self._check()
        super().__init__(
            pad_token_id=pad_token_id,
            bos_token_id=bos_token_id,
            eos_token_id=eos_token_id,
            decoder_start_token_id=decoder_start_token_id,
            is_encoder_decoder=is_encoder_decoder,
            tie_word_embeddings=tie_word_embeddings,
            **kwargs,
        )

    @classmethod
    def preset(cls, name: str, **changes: Any) -> ECodeConfig:
        """One of `PRESETS` with some settings changed. Raises `ValueError` for a name that is none."""
        if name not in PRESETS:
            raise ValueError(f"no preset {name!r}: there are {', '.join(sorted(PRESETS))}")
        return cls(**(PRESETS[name] | changes))

    def _check(self) -> None:
        choices = {"fusion": FUSIONS, "activation": ACTIVATIONS, "output": OUTPUTS, **BACKBONES}
        for name, allowed in choices.items():
            if getattr(self, name) not in allowed:
                raise ValueError(f"{name} must be one of {', '.join(allowed)}, not {getattr(self, name)!r}")
        if self.fusion == "paper" and self.hidden_size % self.fusion_heads:
            raise ValueError(f"hidden_size {self.hidden_size} is not divisible by fusion_heads {self.fusion_heads}")
        if self.hidden_size % self.num_heads or self.num_heads % self.num_kv_heads:
            raise ValueError(
                f"hidden_size {self.hidden_size}, num_heads {self.num_heads} and num_kv_heads {self.num_kv_heads} must "
                "divide each other in this order"
            )
        if self.copy_head and self.fusion == "prompt":
            raise ValueError("a causal language model has its source in the prompt: copy_head must be False")
