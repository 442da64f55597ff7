"""The models: E-code and ExecTimePredictor, their training, generation and light runtime."""
