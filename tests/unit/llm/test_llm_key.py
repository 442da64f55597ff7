"""The key of a server is nowhere but in the request."""

from __future__ import annotations

import logging
import pickle
import traceback

import pytest
from scripted_llm import KEY, FakeTime, Q, Said, chat, error, serving

from ecode.errors import ModelError, UsageError
from ecode.llm.choose import parse_model
from ecode.llm.client import OpenAIModel
from ecode.llm.key import Key
from ecode.llm.proposer import LanguageModelProposer
from ecode.llm.settings import Settings

LEAKS = [
    error(401, f"Incorrect API key provided: {KEY}"),
    error(400, f"bad: {KEY}"),
    error(404, f"bad: {KEY}"),
    error(429, f"bad: {KEY}"),
    error(500, f"bad: {KEY}"),
    Said({"error": {"message": KEY}}),
    Said({"detail": KEY}, 422),
    Said(KEY.encode()),
    Said(f"<html>{KEY}".encode()),
]


@pytest.mark.parametrize("said", LEAKS)
def test_no_error_and_no_log_holds_it(
    said: Said, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("MY_KEY", KEY)
    caplog.set_level(logging.DEBUG)
    with serving(said) as server:
        model = parse_model("openai:m", base_url=server.url, key_variable="MY_KEY", settings=Settings(retries=0))
        with pytest.raises(ModelError) as caught:
            model.ask(Q, 1)
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"  # it was there to leak
    shown = "".join(traceback.format_exception(caught.value)) + str(caught.value) + repr(caught.value) + caplog.text
    assert KEY not in shown
    assert "POST" in caplog.text  # logs were on


def test_a_redirect_that_repeats_it_does_not_show_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """At the level INFO: at DEBUG, httpcore logs the headers that a server answers with, whatever they hold."""
    monkeypatch.setenv("MY_KEY", KEY)
    caplog.set_level(logging.INFO)
    with serving(Said({}, 302, {"Location": f"https://{KEY}@x.example/{KEY}?key={KEY}"})) as server:
        model = parse_model("openai:m", base_url=server.url, key_variable="MY_KEY")
        with pytest.raises(ModelError, match=r"points to https://x\.example ") as caught:
            model.ask(Q, 1)
    assert KEY not in "".join(traceback.format_exception(caught.value)) + caplog.text


def test_nothing_that_is_kept_holds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_KEY", KEY)
    with serving(chat("one")) as server:
        model = parse_model("openai:m", base_url=server.url, key_variable="MY_KEY")
        model.ask(Q, 1)
    assert isinstance(model, OpenAIModel)
    proposer = LanguageModelProposer(model)
    shown = f"{model!r} {model} {model.usage!r} {model.usage.as_dict()} {model.key!r} {proposer.summary()}"
    assert KEY not in shown
    assert KEY.encode() not in pickle.dumps((model.key, model.address, model.settings, model.usage, model._dialect))


@pytest.mark.parametrize("value", ["", "  \n", "two words", "schlüssel-geheim", "line\nbreak"])
def test_what_is_no_key_is_refused_without_a_word_of_it(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_KEY", value)
    with pytest.raises(UsageError, match="MY_KEY") as caught:
        Key("MY_KEY")
    assert not value.strip() or value.strip() not in str(caught.value)


def test_a_connection_error_does_not_hold_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_KEY", KEY)
    with serving(chat("one")) as server:
        url = server.url
    model = parse_model("openai:m", base_url=url, key_variable="MY_KEY")
    assert isinstance(model, OpenAIModel)
    model.clock = FakeTime().clock
    with pytest.raises(ModelError) as caught:
        model.ask(Q, 1)
    assert KEY not in "".join(traceback.format_exception(caught.value))
