"""ExecTimePredictor: execution time from source text, compilable or not, with an interval (arXiv 2408.12948)."""
