"""Rewrites towards slower code: what people write who do not know the faster way. One module per kind of slowness."""
