"""Models by their names, and the folder without the frameworks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from scripted_llm import KEY

from ecode.errors import ModelError, UsageError
from ecode.llm.address import OPENAI
from ecode.llm.choose import is_language_model, parse_model
from ecode.llm.client import OpenAIModel


@pytest.mark.parametrize(
    ("base_url", "variable", "expected"),
    [
        (None, None, "OPENAI_API_KEY"),
        (None, "MY_KEY", "MY_KEY"),
        ("http://localhost:8000/v1", None, None),  # OpenAI's key does not go elsewhere unasked
        ("http://api.openai.com/v1", None, None),
        ("https://api.openai.com.example/v1", None, None),
        ("http://localhost:8000/v1", "MY_KEY", "MY_KEY"),
    ],
)
def test_which_key_goes_where(
    base_url: str | None, variable: str | None, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("MY_KEY", KEY)
    model = parse_model("openai:a/b:c", base_url=base_url, key_variable=variable)
    assert isinstance(model, OpenAIModel)
    assert model.model == "a/b:c"
    assert model.key.variable == expected
    assert model.address.base_url == (base_url or OPENAI)


def test_a_missing_key_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(UsageError, match="OPENAI_API_KEY holds no key"):
        parse_model("openai:x")


@pytest.mark.parametrize("text", ["", "openai:", "hf: ", "opnai:x", "models/exported", "none"])
def test_names_that_are_none(text: str) -> None:
    with pytest.raises(UsageError, match="names no language model"):
        parse_model(text)
    assert not is_language_model(text) or text.endswith((":", ": "))


def test_a_folder_has_no_address(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no base URL"):
        parse_model(f"hf:{tmp_path}", base_url="http://localhost/v1")


def test_a_folder_without_a_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"there is no config\.json"):
        parse_model(f"hf:{tmp_path}")


def test_a_folder_that_wants_to_run_code_does_not(tmp_path: Path) -> None:
    config = {"model_type": "mine", "auto_map": {"AutoConfig": "mine.C", "AutoModelForCausalLM": "mine.M"}}
    (tmp_path / "config.json").write_text(json.dumps(config))
    (tmp_path / "mine.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    with pytest.raises(ModelError, match="cannot be loaded as a causal language model"):
        parse_model(f"hf:{tmp_path}")
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("package", ["torch", "transformers"])
def test_a_missing_framework_is_named(package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config.json").write_text("{}")
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ModelError, match=rf"need {package}, .* pip install 'ecode-lm\[train\]'"):
        parse_model(f"hf:{tmp_path}")


def test_naming_models_loads_no_framework() -> None:
    script = (
        "import sys, ecode.llm.choose, ecode.llm.proposer; print({'httpx', 'torch', 'transformers'} & {*sys.modules})"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set()"
