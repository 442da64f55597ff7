"""One module per kernel. The ways are specimens of how people write; the linter leaves them alone."""
