"""Which model a folder holds, loaded with what it needs."""

from __future__ import annotations

from pathlib import Path

from ecode.cli.extras import needs
from ecode.models.answers import Writer


def load_writer(folder: Path | None) -> Writer:
    """The bundled model where no folder is named. An exported model runs without torch; a checkpoint needs the extra
    `[train]`. Raises `ModelError`."""
    if folder is None or (folder / "model.json").is_file():
        from ecode.models.runtime import LightModel

        return LightModel.load(folder)
    needs("train", "torch", "transformers")
    from ecode.models.torch_writer import TorchWriter

    return TorchWriter.load(folder)
