"""E-code as a `transformers` model: configuration, model and tokenizer in a flat folder that stands on its own.

Importing it makes `AutoConfig`, `AutoModelForSeq2SeqLM` and `AutoTokenizer` know the model type `ecode`.
"""

from transformers import AutoConfig, AutoModelForSeq2SeqLM, AutoTokenizer

from .configuration_ecode import ECodeConfig
from .modeling_ecode import ECodeForConditionalGeneration
from .tokenization_ecode import ECodeTokenizer

AutoConfig.register("ecode", ECodeConfig)
AutoModelForSeq2SeqLM.register(ECodeConfig, ECodeForConditionalGeneration)
AutoTokenizer.register(ECodeConfig, fast_tokenizer_class=ECodeTokenizer)

__all__ = ["ECodeConfig", "ECodeForConditionalGeneration", "ECodeTokenizer"]
