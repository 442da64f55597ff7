"""The head of a dataset card: YAML that tells `datasets.load_dataset(folder)` which files are which configuration."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from ecode.data.schema import SPLITS, VARIANTS

_DEFAULT = "ori"


_HUB_NAMES = ("mit", "apache-2.0", "cc-by-4.0", "cc-by-sa-4.0", "cdla-permissive-2.0", "cc0-1.0", "unknown")


def card_header(folder: str | Path, licenses: Collection[str] = ()) -> str:
    """The YAML header for what is in `folder`: `<variant>/<split>-*.parquet` (a configuration for each variant, `ori`
    the default) or `<split>-*.parquet` (one, `default`). A split without files is left out.

    `licenses` are those of the rows: where all have one that the Hub has a name for, the header gives it, else `other`.
    """
    names = {license.lower() for license in licenses}
    license = names.pop() if len(names) == 1 and names <= set(_HUB_NAMES) else "other"
    root = Path(folder)
    present = [(variant, _splits(root / variant)) for variant in VARIANTS]
    configs = [(variant, splits, f"{variant}/") for variant, splits in present if splits]
    if not configs and _splits(root):
        configs = [("default", _splits(root), "")]
    if not configs:  # CSV or JSONL alone: there is nothing to configure
        return f"---\nlicense: {license}\n---\n"
    default = _DEFAULT if _DEFAULT in [name for name, _, _ in configs] else configs[0][0]
    lines = ["---", f"license: {license}", "configs:"]
    for name, splits, prefix in configs:
        lines += _config(name, splits, prefix, is_default=name == default and len(configs) > 1)
    return "\n".join([*lines, "---", ""])


def _splits(folder: Path) -> list[str]:
    return [split for split in SPLITS if next(folder.glob(f"{split}-*.parquet"), None) is not None]


def _config(name: str, splits: Sequence[str], prefix: str, *, is_default: bool) -> list[str]:
    lines = [f"- config_name: {name}"]
    lines += ["  default: true"] if is_default else []
    lines += ["  data_files:"]
    for split in splits:
        lines += [f"  - split: {split}", f'    path: "{prefix}{split}-*.parquet"']
    return lines
