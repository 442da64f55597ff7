"""The project's own data: kernels, the synthesiser of whole problems, and the checker of problem packages."""

from ecode.corpus.kernel import kernels

__all__ = ["kernels"]
