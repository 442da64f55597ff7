"""A real causal language model from a folder: a tiny random one, by itself and behind `transformers serve`."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from scripted_llm import SLOW, Q
from tiny_folder import NO_SYSTEM, make_folder

from ecode.errors import ModelError
from ecode.llm.choose import parse_model
from ecode.llm.folder import FolderModel
from ecode.llm.proposer import LanguageModelProposer
from ecode.llm.settings import Settings
from ecode.search.interfaces import Request

pytestmark = pytest.mark.slow
SHORT = Settings(max_tokens=24, temperature=1.0, retries=0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("tiny"))


def test_a_folder_answers(folder: Path) -> None:
    model = parse_model(f"hf:{folder}", settings=SHORT)
    assert isinstance(model, FolderModel)
    text, begun = model._prompt(Q)
    assert text == f"<|system|>{Q.system}<|end|><|user|>{Q.user}<|end|><|assistant|>"
    assert begun == ""
    answers = model.ask(Q, 3)
    assert len({one.text for one in answers}) == 3  # random weights: drawn, and different
    assert not any("<|" in one.text for one in answers)
    assert model.usage.requests == 1
    assert model.usage.prompt_tokens == len(Q.system) + len(Q.user) + 5
    assert 3 <= model.usage.completion_tokens <= 3 * 24
    again = parse_model(f"hf:{folder}", settings=SHORT)
    assert again.ask(Q, 3) == answers  # the same seed
    assert again.ask(Q, 3) != answers


def test_a_proposer_on_a_folder_survives_nonsense(folder: Path) -> None:
    proposer = LanguageModelProposer(parse_model(f"hf:{folder}", settings=SHORT), samples=2)
    assert list(proposer.propose(Request(SLOW))) == []
    assert sum(proposer.fates.values()) == 2


def test_the_likeliest_answer_is_one(folder: Path) -> None:
    model = FolderModel(folder, Settings(max_tokens=8, temperature=0.0), device="cpu")
    assert len(model.ask(Q, 4)) == 1
    assert model.ask(Q, 4) == model.ask(Q, 1)


def test_an_answer_ends_at_the_end_token_or_is_cut_off(folder: Path) -> None:
    model = FolderModel(folder, SHORT)
    end = model._tokenizer.eos_token_id
    letters = model._tokenizer("ab", add_special_tokens=False).input_ids
    assert model._completion([*letters, end, end], "").finished
    assert model._completion([*letters, end, end], "> ").text == "> ab"
    assert not model._completion(letters, "").finished
    assert model.usage.completion_tokens == 3 + 3 + 2


def test_a_template_without_a_system_gets_one_turn(tmp_path: Path) -> None:
    model = FolderModel(make_folder(tmp_path, NO_SYSTEM), SHORT)
    assert model._prompt(Q) == (f"<|user|>{Q.system}\n\n{Q.user}<|end|><|assistant|>", "")
    assert len(model.ask(Q, 1)) == 1


def test_a_model_without_a_template_goes_on_with_a_program(tmp_path: Path) -> None:
    model = FolderModel(make_folder(tmp_path, None), SHORT)
    [answer] = model.ask(Q, 1)
    assert answer.text.startswith("```python\n")


def test_a_question_that_is_too_long_is_refused(tmp_path: Path) -> None:
    model = FolderModel(make_folder(tmp_path, positions=64), SHORT)
    model.ask(Q, 1)
    with pytest.raises(ModelError, match="reads up to 64: the program or its statement is too long"):
        list(LanguageModelProposer(model).propose(Request(SLOW)))


def test_weights_that_may_hold_code_are_not_read(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        if path.suffix != ".safetensors":
            (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "pytorch_model.bin").write_bytes(b"not looked at")
    with pytest.raises(ModelError, match="cannot be loaded"):
        FolderModel(tmp_path)


def test_limits_hold_for_folders(folder: Path) -> None:
    model = FolderModel(folder, Settings(max_tokens=4, max_requests=1))
    model.ask(Q, 1)
    with pytest.raises(ModelError, match="limit of 1 requests"):
        model.ask(Q, 1)


def test_a_real_server_answers(folder: Path) -> None:
    with transformers_serve(folder) as base_url:
        model = parse_model(f"openai:{folder}", base_url=base_url, settings=SHORT)
        answers = model.ask(Q, 2)
        assert len(answers) == 2
        assert model.usage.requests in (1, 2)  # 2 where the server gives one answer at a time
        assert model.usage.completion_tokens > 0
        proposer = LanguageModelProposer(model, samples=1)
        assert list(proposer.propose(Request(SLOW))) == []
        assert sum(proposer.fates.values()) == 1
        with pytest.raises(ModelError, match=r"\((4|5)\d\d\)"):
            parse_model("openai:no/such-model", base_url=base_url, settings=SHORT).ask(Q, 1)


@contextmanager
def transformers_serve(folder: Path) -> Iterator[str]:
    """Base URL of a server of the installed transformers; skips where it cannot serve."""
    program = Path(sys.executable).with_name("transformers")
    if not program.is_file():
        pytest.skip("transformers has no command here")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(program), "serve", str(folder), "--host", "127.0.0.1", "--port", str(port), "--device", "cpu"]
    env = {**os.environ, "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"}
    log = folder.parent / "serve.log"
    with log.open("wb") as out:
        server = subprocess.Popen(command, env=env, stdout=out, stderr=subprocess.STDOUT)
        try:
            _wait_until_healthy(server, f"http://127.0.0.1:{port}/health", log)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_until_healthy(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    for _ in range(480):
        if server.poll() is not None:
            said = log.read_text(errors="replace")
            if "ImportError" in said or "Missing dependencies" in said:
                pytest.skip(f"transformers serve lacks what it requires: {said.strip().splitlines()[-1]}")
            pytest.fail(f"transformers serve ended: {said[-2000:]}")
        try:
            if httpx.get(url, timeout=2, trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.25)
    pytest.fail(f"transformers serve did not start in two minutes: {log.read_text(errors='replace')[-2000:]}")
