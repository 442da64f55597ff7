"""ExecTimePredictor as in the paper: a causal language model that writes a program's time as digits (LoRA, QLoRA)."""
