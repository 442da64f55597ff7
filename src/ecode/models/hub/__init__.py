"""E-code as a `transformers` model: configuration, model and tokenizer in a flat folder that stands on its own."""
